/**
 * People pick their tables: nobody is assigned. What stands from the beginning are the seats of
 * hosts, who stay at their own table, of whoever stays at one, and everybody's in the home round.
 */
import { hostsInTurns } from '../rotation/index.ts';
import type { Cafe } from './cafe.ts';
import type { PersonId, TableId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Itinerary, Person } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { toldRound } from './position.ts';
import { homeRound, visitingRounds } from './programme.ts';
import { instanceOf } from './rotation.ts';
import { homeSeat, homeTableOf, loads, partnersOf } from './seating.ts';
import { fixedTable } from './table-mark.ts';
import type { ChairsView, SubjectsView } from './view.ts';

/** The seats that are nobody's choice, of all who are here; elsewhere null. */
export function firstSeats(cafe: Cafe): Record<PersonId, Itinerary> {
  const { programme } = cafe.definition;
  const visits = visitingRounds(programme);
  const home = homeRound(programme);
  const hosts = hostsInTurns(instanceOf(cafe));
  const here = Object.values(cafe.people).filter((person) => person.here);
  const itineraries: Record<PersonId, Itinerary> = {};
  for (const person of here) {
    const own = homeTableOf(cafe, person);
    const stays = fixedTable(cafe, person);
    const hosting = rounds(visits, (round) => hosts[round - 1]?.has(person.id) === true);
    const tables = rounds(visits, (round) => (hosting[round - 1] === true ? own : stays));
    itineraries[person.id] =
      home === null
        ? { tables, hosting }
        : { tables: [...tables, homeSeat(cafe, person)], hosting: [...hosting, false] };
  }
  // Whoever goes with somebody who has a seat sits beside them.
  for (const person of here) {
    const own = itineraries[person.id];
    for (const { id } of partnersOf(cafe, person)) {
      const beside = itineraries[id]?.tables ?? [];
      if (own === undefined) continue;
      own.tables = own.tables.map((table, i) => table ?? (i < visits ? (beside[i] ?? null) : null));
    }
  }
  return itineraries;
}

function rounds<T>(count: number, of: (round: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => of(i + 1));
}

/** Whether the told round is one for which people pick now. */
export function pickedRound(cafe: Cafe): number | null {
  const { definition, itineraries, stage } = cafe;
  const told = toldRound(definition.programme, stage);
  const isPicked = picksTables(definition) && itineraries !== null && stage.at !== 'closed';
  return isPicked && told !== homeRound(definition.programme) ? told : null;
}

/** Chairs not taken, for all at once: a number a table, whatever the café's size. */
export function chairsView(cafe: Cafe): ChairsView | null {
  const round = pickedRound(cafe);
  if (round === null) return null;
  const load = loads(cafe, round);
  const left = cafe.definition.tables.map(({ id, chairs, closed }) =>
    closed === undefined ? chairs - (load.get(id) ?? 0) : null,
  );
  return { round, extra: LIMITS.extraChairs, lateMinutes: LIMITS.lateSeatMinutes, left };
}

/** Topics and questions of all tables; what seldom changes is told apart from what always does. */
export function subjectsView({ definition }: Cafe): SubjectsView {
  return {
    subjects: definition.teams.flatMap(({ homeTable: table, topic, question }) =>
      topic + question === '' ? [] : [{ table, topic, question }],
    ),
  };
}

/** The tables that these people, who move as one, visit never: their own teams'. */
export function ownTables(cafe: Cafe, movers: readonly Person[]): Set<TableId> {
  return new Set(movers.map((one) => homeTableOf(cafe, one)).filter((table) => table !== null));
}
