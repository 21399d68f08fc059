/** "Seat everyone": the rotation from who is here. */
import {
  isNoPlan,
  outcomeOf,
  planning,
  seedOf,
  type Instance,
  type NoPlan,
  type Planned,
} from '../rotation/index.ts';
import { alwaysAt } from './always-at.ts';
import type { Cafe } from './cafe.ts';
import type { SeatFirst } from './definition.ts';
import type { PersonId, TableId } from './ids.ts';
import type { Itinerary, Person, RotationQuality } from './person.ts';
import { visitingRounds, homeRound } from './programme.ts';
import { seatFirst } from './seat-first.ts';
import { homeSeat, homeTableOf } from './seating.ts';
import { fixedTable, openTables } from './table-mark.ts';

/** A plan made beside the café's queue, and what it was made for. */
export interface Proposal {
  instance: Instance;
  planned: Planned | NoPlan;
}

/**
 * The instance that the people who are here make, or others; `first` as was chosen, or to compare.
 */
export function instanceOf(
  cafe: Cafe,
  first: SeatFirst = seatFirst(cafe),
  isAmong: (person: Person) => boolean = (person) => person.here,
): Instance {
  const here = Object.values(cafe.people).filter(isAmong);
  const present = new Set(here.map((person) => person.id));
  const open = new Set(openTables(cafe).map(({ id }) => id));
  const staying = new Map<TableId, number>();
  for (const at of alwaysAt(here).values()) staying.set(at, (staying.get(at) ?? 0) + 1);
  return {
    rounds: visitingRounds(cafe.definition.programme),
    // Somebody comes after all whose chair was given away for good: one is pulled up for them.
    tables: openTables(cafe).map(({ id, chairs }) => ({
      id,
      cap: Math.max(chairs, staying.get(id) ?? 0),
    })),
    people: here.map((person) => {
      const home = homeTableOf(cafe, person);
      const fixed = fixedTable(cafe, person);
      return {
        id: person.id,
        ...(person.team === null ? {} : { team: person.team }),
        ...(home === null || !open.has(home) ? {} : { home }),
        ...(fixed === null ? {} : { fixed }),
        ...(person.hostsIn === undefined ? {} : { hostsIn: person.hostsIn }),
      };
    }),
    together: here.flatMap((person): [string, string][] =>
      person.goesWith !== null && present.has(person.goesWith)
        ? [[person.id, person.goesWith]]
        : [],
    ),
    relay: cafe.definition.hostsPerTable,
    everybodyVisits: true,
    objective: { avoidHome: true, ...(first === 'people' ? { tables: false } : {}) },
  };
}

/** The seed of every plan of a café. */
export function seedOfCafe({ id }: Pick<Cafe, 'id'>): number {
  return seedOf(id);
}

/** Whether a plan was made for just these people and tables. */
export function fits({ instance }: Proposal, now: Instance): boolean {
  return instance === now || JSON.stringify(instance) === JSON.stringify(now);
}

/**
 * Itineraries for all in an instance; null where the tables cannot hold them. A proposal that does not
 * fit them (any more) is left aside, and a first valid rotation taken: quick, and good enough.
 */
export function itinerariesOf(
  cafe: Cafe,
  wanted: Instance,
  proposal: Proposal | null,
): { itineraries: Record<PersonId, Itinerary>; quality: RotationQuality } | null {
  let instance = wanted;
  let planned =
    proposal !== null && fits(proposal, instance) ? proposal.planned : quickPlan(cafe, instance);
  const { kept, ...room } = wanted;
  if (isNoPlan(planned) && kept !== undefined) {
    // Not everybody finds a chair beside what was planned ahead: then as much of it as can be.
    instance = { ...room, told: kept };
    planned = quickPlan(cafe, instance);
  }
  if (isNoPlan(planned)) return null;
  const home = homeRound(cafe.definition.programme);
  // Where the planner does not choose the hosts it was told them.
  const told = new Map(wanted.people.map(({ id, hosting }) => [id, hosting]));
  const itineraries: Record<PersonId, Itinerary> = {};
  for (const [id, seats] of Object.entries(planned.schedule.seats)) {
    const person = cafe.people[id];
    if (person === undefined) continue;
    const hosted = planned.schedule.hosting[id] ?? told.get(id) ?? [];
    const hosting = seats.map((table, round) => table !== null && hosted[round] === table);
    itineraries[id] =
      home === null
        ? { tables: seats, hosting }
        : { tables: [...seats, homeSeat(cafe, person)], hosting: [...hosting, false] };
  }
  const quality = qualityOf(instance, planned);
  if (kept === undefined) return { itineraries, quality };
  const keeping = Object.entries(kept).filter(([id, own]) =>
    own.every((table, i) => table === null || itineraries[id]?.tables[i] === table),
  );
  return { itineraries, quality: { ...quality, kept: keeping.length } };
}

/** Bounds that take the past or kept seats as given are left out: these could have been others. */
export function qualityOf(instance: Instance, planned: Planned): RotationQuality {
  const { people, tables, objective = {}, past, kept } = instance;
  const { worth, bounds } = planned;
  const isFree = objective.tables === false;
  const isOfAllPlans = past === undefined && kept === undefined;
  return {
    people: people.length,
    tables: tables.length,
    // Where new people come first nothing is proven of tables, and the planner does not count them.
    tableRepeats: isFree ? outcomeOf(instance, planned).returns : worth.tableRepeats,
    waste: worth.waste,
    wasteBound: isOfAllPlans ? bounds.waste : 0,
    ...(isOfAllPlans && !isFree ? { tableRepeatsBound: bounds.tableRepeats } : {}),
  };
}

/** The first valid plan that is found: quick, and good enough. */
export function quickPlan(cafe: Cafe, instance: Instance): Planned | NoPlan {
  const begun = planning(instance, seedOfCafe(cafe), false);
  return isNoPlan(begun) ? begun : begun.result();
}
