/** What a café says about itself and asks, as facilitators write it before and on the day. */
import type { About } from './about-body.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { Definition } from './definition.ts';
import type { FactOf } from './fact.ts';
import { refuse } from './refusal.ts';

export function describeCafe(cafe: Cafe, command: CommandOf<'describeCafe'>): Decision {
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
export function askAtTable(cafe: Cafe, command: CommandOf<'askAtTable'>): Decision {
  const { table, question: own, was } = command;
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const before = cafe.definition.tables.find(({ id }) => id === table);
  if (before === undefined) return refuse('no table');
  const { question: now = '' } = before;
  if (now === own) return { facts: [] };
  if (now !== (was ?? now)) return { refusal: { code: 'written since', now: { question: now } } };
  return { facts: [{ kind: 'tableAsked', table, question: own }] };
}

export function withTableQuestion(cafe: Cafe, fact: FactOf<'tableAsked'>): Cafe {
  const tables = cafe.definition.tables.map((table) => {
    if (table.id !== fact.table) return table;
    const { question: _before, ...rest } = table;
    return fact.question === '' ? rest : { ...rest, question: fact.question };
  });
  return { ...cafe, definition: { ...cafe.definition, tables } };
}
