/** What somebody's visits come to: tables seen, people met. */
import type { Cafe } from './cafe.ts';
import type { PersonId, TableId } from './ids.ts';
import type { Itinerary } from './person.ts';
import { visitingRounds } from './programme.ts';

export interface OwnDay {
  /** Different tables of the visiting rounds, those hosted included. */
  tables: number;
  /** People met there, team-mates and those they go with aside. */
  newPeople: number;
  /** Of them, those met more than once. */
  twice: number;
}

type Seats = ReadonlyMap<string, readonly PersonId[]>;

/** Who sits at each table in each round, worked out once for all who ask. */
const seatsOf = new WeakMap<
  Record<PersonId, Itinerary>,
  { people: Cafe['people']; seats: Seats }
>();

/** Null before there are seats, and for somebody who has none. */
export function ownDay(cafe: Cafe, id: PersonId): OwnDay | null {
  const { itineraries, people } = cafe;
  const person = people[id];
  const own = itineraries?.[id];
  if (itineraries === null || person === undefined || own === undefined) return null;
  const seats = seatsIn(itineraries, people);
  const visits = own.tables.slice(0, visitingRounds(cafe.definition.programme));
  const met = new Map<PersonId, number>();
  for (const [i, table] of visits.entries()) {
    for (const other of table === null ? [] : (seats.get(at(table, i)) ?? [])) {
      const them = people[other];
      const isKnown =
        other === id ||
        (person.team !== null && them?.team === person.team) ||
        person.goesWith === other ||
        them?.goesWith === id;
      if (!isKnown) met.set(other, (met.get(other) ?? 0) + 1);
    }
  }
  return {
    tables: new Set(visits.filter((table) => table !== null)).size,
    newPeople: met.size,
    twice: [...met.values()].filter((times) => times > 1).length,
  };
}

/** Who is here and sits at a table in a round, always in the same order. */
export function sittingAt(
  { itineraries, people }: Cafe,
  table: TableId,
  round: number,
): PersonId[] {
  if (itineraries === null) return [];
  return [...(seatsIn(itineraries, people).get(at(table, round - 1)) ?? [])];
}

function seatsIn(itineraries: Record<PersonId, Itinerary>, people: Cafe['people']): Seats {
  const known = seatsOf.get(itineraries);
  if (known?.people === people) return known.seats;
  const seats = new Map<string, PersonId[]>();
  for (const [id, { tables }] of Object.entries(itineraries)) {
    if (people[id]?.here !== true) continue;
    for (const [i, table] of tables.entries()) {
      if (table === null) continue;
      const here = seats.get(at(table, i));
      if (here === undefined) seats.set(at(table, i), [id]);
      else here.push(id);
    }
  }
  seatsOf.set(itineraries, { people, seats });
  return seats;
}

function at(table: TableId, index: number): string {
  return `${table}.${index + 1}`;
}
