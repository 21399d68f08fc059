/** What a facilitator typed in a team's name: the commands it means, or what is wrong with it. */
import {
  LIMITS,
  isStorable,
  type FacilitatorView,
  type WireCommand,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

export const TELLS = ['topic', 'story', 'question'] as const;
export type TellsField = (typeof TELLS)[number];

type Told = FacilitatorView['teams'][number];
type Of<K extends WireCommand['kind']> = Extract<WireCommand, { kind: K }>;

const LONGEST: Record<TellsField, number> = {
  topic: LIMITS.lineCharsMax,
  story: LIMITS.lineCharsMax,
  question: LIMITS.questionCharsMax,
};

export function tellsMistakes(
  typed: Record<TellsField, string>,
  t: FacilitateWords,
): Partial<Record<TellsField, string>> {
  const mistakes: Partial<Record<TellsField, string>> = {};
  for (const field of TELLS) {
    const text = typed[field].trim();
    if (!isStorable(text)) mistakes[field] = t.tells.unreadable;
    else if (text.length > LONGEST[field]) mistakes[field] = t.tooLong(LONGEST[field]);
  }
  return mistakes;
}

/** Null where nothing differs from what is stored. */
export function tellsCommand(
  { id, ...stored }: Told,
  typed: Record<TellsField, string>,
): Of<'describeTeam'> | null {
  const words = {
    topic: typed.topic.trim(),
    story: typed.story.trim(),
    question: typed.question.trim(),
  };
  if (TELLS.every((field) => words[field] === stored[field])) return null;
  return { kind: 'describeTeam', team: id, ...words };
}

/** A wish as the select has it: the rounds, joined by commas; empty for any. */
export function wishCommands(
  people: FacilitatorView['people'],
  chosen: Readonly<Record<string, string>>,
): Of<'wishToHost'>[] {
  return people.flatMap(({ id, hostsIn = [] }) => {
    const value = chosen[id] ?? hostsIn.join();
    if (value === hostsIn.join()) return [];
    return [
      { kind: 'wishToHost', person: id, rounds: value === '' ? [] : value.split(',').map(Number) },
    ];
  });
}
