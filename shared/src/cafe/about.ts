/** What a café says about itself and asks, as facilitators write it before and on the day. */
import * as v from 'valibot';
import type { Cafe, Definition } from './cafe.ts';
import type { Command } from './command.ts';
import type { Decision } from './decide.ts';
import type { FactBody } from './fact.ts';
import { LIMITS } from './limits.ts';
import { refuse } from './refusal.ts';
import { cleanText, optionalText } from './text.ts';

const question = v.exactOptional(optionalText(LIMITS.questionCharsMax));

/** What is missing stays as it is, so two facilitators do not undo one another's words. */
export const About = v.object({
  title: v.exactOptional(cleanText(LIMITS.titleCharsMax)),
  organisation: v.exactOptional(optionalText(LIMITS.titleCharsMax)),
  question,
  homeQuestion: question,
  panelQuestion: question,
  notice: v.exactOptional(optionalText(LIMITS.noticeCharsMax)),
  /** What phones say at the door. */
  lobby: v.exactOptional(optionalText(LIMITS.lineCharsMax)),
  opensAt: v.exactOptional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.opensAtMax))),
  ),
  keepDays: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.keepDaysMax)),
  ),
});
export type About = v.InferOutput<typeof About>;

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;
type Fact<K extends FactBody['kind']> = Extract<FactBody, { kind: K }>;

export function describeCafe(cafe: Cafe, command: Of<'describeCafe'>): Decision {
  const { definition, openedAt, stage } = cafe;
  if (stage.at === 'closed') return refuse('cafe closed');
  const about = changed(cafe, command.about);
  if (openedAt !== null && about.opensAt !== undefined) return refuse('doors opened');
  if (openedAt !== null && (about.keepDays ?? 0) > definition.keepDays) {
    return refuse('kept promise');
  }
  return { facts: Object.keys(about).length === 0 ? [] : [{ kind: 'cafeDescribed', about }] };
}

function changed({ definition }: Cafe, about: About): About {
  return Object.fromEntries(
    Object.entries(about).filter(
      ([key, value]) => saidOf(definition, key as keyof About) !== value,
    ),
  );
}

/** One thing said about a café; what is missing is said as nothing. */
export function saidOf(definition: Definition, field: keyof About): About[keyof About] {
  return field === 'lobby' ? (definition.lobby ?? '') : definition[field];
}

export function withAbout(cafe: Cafe, about: About): Cafe {
  const { lobby, ...others } = { ...cafe.definition, ...about };
  const definition = lobby === undefined || lobby === '' ? others : { ...others, lobby };
  return { ...cafe, definition };
}

/** A table's own question, whoever sits there; a team's question at its own table comes before it. */
export function askAtTable(cafe: Cafe, command: Of<'askAtTable'>): Decision {
  const { table, question: own } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const before = cafe.definition.tables.find(({ id }) => id === table);
  if (before === undefined) return refuse('no table');
  if ((before.question ?? '') === own) return { facts: [] };
  return { facts: [{ kind: 'tableAsked', table, question: own }] };
}

export function withTableQuestion(cafe: Cafe, fact: Fact<'tableAsked'>): Cafe {
  const tables = cafe.definition.tables.map((table) => {
    if (table.id !== fact.table) return table;
    const { question: _before, ...rest } = table;
    return fact.question === '' ? rest : { ...rest, question: fact.question };
  });
  return { ...cafe, definition: { ...cafe.definition, tables } };
}
