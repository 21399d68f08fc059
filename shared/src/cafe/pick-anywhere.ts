/** Where people pick their tables: a table for somebody who would rather not choose, or has not yet. */
import type { Actor } from './actor.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactBody } from './fact.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { noRound } from './no-seat.ts';
import type { Itinerary, Person } from './person.ts';
import { ownTables, pickedRound } from './picking.ts';
import { roundCount } from './programme.ts';
import { refuse } from './refusal.ts';
import { loads, partnersOf } from './seating.ts';
import { fixedTable, openTables } from './table-mark.ts';

/** "Take me anywhere": whoever has a seat keeps it. */
export function sitAnywhere(
  cafe: Cafe,
  { round: seen }: CommandOf<'sitAnywhere'>,
  by: Actor,
): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const person = by.role === 'person' ? cafe.people[by.person] : undefined;
  if (person === undefined) return refuse('not allowed');
  if (!person.here) return refuse('noted as gone');
  const round = pickedRound(cafe);
  if (round === null) return noRound(cafe);
  if (seen !== undefined && seen !== round) return refuse('step begun');
  if (seatOf(cafe, person, round) !== null) return { facts: [] };
  const movers = withPartners(cafe, person, round);
  const table = anywhere(cafe, movers, round, loads(cafe, round));
  if (table === null) return refuse('all full');
  return {
    facts: movers.map(({ id }): FactBody => ({
      ...{ kind: 'personSeated', person: id, round, table, hosting: false, because: 'picked' },
    })),
  };
}

/** "Seat the rest": everybody who is here and has no seat in the told round, as far as chairs go. */
export function seatRest(cafe: Cafe, { round: seen }: CommandOf<'seatRest'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const round = pickedRound(cafe);
  if (round === null) return noRound(cafe);
  // A press that comes after the bell was meant for those who had not picked before it.
  if (seen !== round) return refuse('step begun');
  const load = loads(cafe, round);
  const seats = new Map<PersonId, TableId>();
  const rest = restIn(cafe, round);
  for (const person of rest) {
    if (seats.has(person.id)) continue;
    const movers = withPartners(cafe, person, round);
    const table = anywhere(cafe, movers, round, load);
    if (table === null) continue;
    for (const { id } of movers) seats.set(id, table);
    load.set(table, (load.get(table) ?? 0) + movers.length);
  }
  if (seats.size === 0) return rest.length === 0 ? { facts: [] } : refuse('all full');
  const count = roundCount(cafe.definition.programme);
  const itineraries = Object.fromEntries(
    [...seats].map(([id, table]): [PersonId, Itinerary] => {
      const before = cafe.itineraries?.[id] ?? {
        tables: Array.from({ length: count }, () => null),
        hosting: Array.from({ length: count }, () => false),
      };
      return [id, { ...before, tables: before.tables.with(round - 1, table) }];
    }),
  );
  return { facts: [{ kind: 'restSeated', itineraries }] };
}

/** Who is here and has no seat in a round. */
function restIn(cafe: Cafe, round: RoundNumber): Person[] {
  return Object.values(cafe.people).filter(
    (person) => person.here && seatOf(cafe, person, round) === null,
  );
}

function seatOf(cafe: Cafe, { id }: Person, round: RoundNumber): TableId | null {
  return cafe.itineraries?.[id]?.tables[round - 1] ?? null;
}

/** Those who go together and have no seat either. */
function withPartners(cafe: Cafe, person: Person, round: RoundNumber): Person[] {
  const partners = partnersOf(cafe, person).filter((one) => seatOf(cafe, one, round) === null);
  return [person, ...partners];
}

/**
 * A table with chairs for all of them: laid ones before such as are pulled up, then a table nobody of
 * them has been at, then few people. Never their own team's. Beside whoever they go with, or where
 * they stay, if that is anywhere.
 */
function anywhere(
  cafe: Cafe,
  movers: readonly Person[],
  round: RoundNumber,
  load: ReadonlyMap<TableId, number>,
): TableId | null {
  const own = ownTables(cafe, movers);
  const seen = new Set(movers.flatMap(({ id }) => cafe.itineraries?.[id]?.tables ?? []));
  const beside = movers.flatMap((one) => [
    fixedTable(cafe, one),
    ...partnersOf(cafe, one).map((other) => seatOf(cafe, other, round)),
  ]);
  let best: { table: TableId; cost: number } | null = null;
  for (const { id: table, chairs } of openTables(cafe)) {
    const sitting = load.get(table) ?? 0;
    const over = sitting + movers.length - chairs;
    if (over > LIMITS.extraChairs || own.has(table)) continue;
    const cost =
      (beside.includes(table) ? 0 : 10_000_000) +
      (over > 0 ? 1_000_000 : 0) +
      (seen.has(table) ? 100_000 : 0) +
      sitting;
    if (best === null || cost < best.cost) best = { table, cost };
  }
  return best?.table ?? null;
}
