/** What a facilitator typed in a team's name: the commands it means, or what is wrong with it. */
import {
  LIMITS,
  TELLS,
  isStorable,
  type FacilitatorView,
  type Tells,
  type WireCommand,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

type Of<K extends WireCommand['kind']> = Extract<WireCommand, { kind: K }>;

const LONGEST: Record<keyof Tells, number> = {
  topic: LIMITS.lineCharsMax,
  story: LIMITS.lineCharsMax,
  question: LIMITS.questionCharsMax,
};

export function tellsMistakes(typed: Tells, t: FacilitateWords): Partial<Tells> {
  const mistakes: Partial<Tells> = {};
  for (const field of TELLS) {
    const text = typed[field].trim();
    if (!isStorable(text)) mistakes[field] = t.tells.unreadable;
    else if (text.length > LONGEST[field]) mistakes[field] = t.tooLong(LONGEST[field]);
  }
  return mistakes;
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
