/**
 * Removing a note for good, because it names somebody. The words go from the page, from everything
 * the store ever kept of it and from every phone; what stays in the café is that it was, and at which
 * table.
 */
import type { Actor } from './actor.ts';
import { pageRight } from './audience.ts';
import type { Cafe } from './cafe.ts';
import { placeOf } from './cards.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactOf } from './fact.ts';
import { homeRound } from './programme.ts';
import type { Refusal } from './refusal.ts';

/** Facilitators at any time; hosts, a table's device, and in the home round the team, while the page is open. */
export function mayErase(cafe: Cafe, actor: Actor, page: string): boolean {
  const right = pageRight(cafe, actor, page);
  if (actor.role === 'facilitator') return right === 'write' || right === 'late';
  if (actor.role === 'table') return right === 'write';
  if (actor.role !== 'person' || right !== 'write') return false;
  const { table, round } = placeOf(page);
  const { programme, teams } = cafe.definition;
  if (round === homeRound(programme)) {
    const team = cafe.people[actor.person]?.team;
    return teams.some(({ id, homeTable }) => id === team && homeTable === table);
  }
  const own = cafe.itineraries?.[actor.person];
  return own?.tables[round - 1] === table && own.hosting[round - 1] === true;
}

/** Why a note of a page cannot be removed for good; null where it can. */
export function eraseFault(cafe: Cafe, actor: Actor, page: string): Refusal | null {
  if (mayErase(cafe, actor, page)) return null;
  switch (pageRight(cafe, actor, page)) {
    case 'none':
      return { code: 'no page' };
    case 'read':
      return { code: 'not your page' };
    case 'early':
      return { code: 'no note' };
    case 'write':
    case 'late':
      return { code: 'hosts remove' };
  }
}

export function eraseNote(
  cafe: Cafe,
  { page, card, generation }: CommandOf<'eraseNote'>,
  by: Actor,
): Decision {
  const refusal = eraseFault(cafe, by, page);
  if (refusal !== null) return { refusal };
  return { facts: [{ kind: 'noteErased', page, card, generation }] };
}

/** Nothing points to the note any more, and phones know that their copy of the page is an old one. */
export function withErased(cafe: Cafe, { page, card, generation }: FactOf<'noteErased'>): Cafe {
  const generations = { ...cafe.generations, [page]: generation };
  if (card === null) return { ...cafe, generations };
  const isIt = (one: { page: string; card: string }): boolean =>
    one.page === page && one.card === card;
  const picked = cafe.passedOn[page] ?? [];
  const { [card]: _, ...signed } = cafe.signed[page] ?? {};
  return {
    ...cafe,
    generations,
    passedOn: picked.includes(card)
      ? { ...cafe.passedOn, [page]: picked.filter((one) => one !== card) }
      : cafe.passedOn,
    signed: page in cafe.signed ? { ...cafe.signed, [page]: signed } : cafe.signed,
    panel: cafe.panel.filter((question) => !isIt(question)),
    spotlight: cafe.spotlight !== null && isIt(cafe.spotlight) ? null : cafe.spotlight,
  };
}
