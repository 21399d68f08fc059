/**
 * Tables planned ahead, for printing: seats for everybody on the list, made in the days before the
 * doors open. They are a wish of their own beside the itineraries, which are still made from who is
 * here: "Seat everyone" then begins from them. What has been changed since is not worked into them;
 * which of them hold is found out whenever somebody asks (`heldSeats`).
 */
import type { Instance } from '../rotation/index.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { SeatFirst } from './definition.ts';
import { isExpected } from './expected.ts';
import { firstName } from './first-name.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import type { Itinerary, Person, PlannedAhead } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { homeRound, visitingRounds } from './programme.ts';
import { refuse } from './refusal.ts';
import { hostingOf } from './repair.ts';
import { instanceOf, itinerariesOf, type Proposal } from './rotation.ts';
import { seatFirst } from './seat-first.ts';
import { hasChairs, homeSeat, homeTableOf, partnersOf } from './seating.ts';
import { fixedTable, isOpenIn, openTables } from './table-mark.ts';

type Among = (person: Person) => boolean;
const isHere: Among = ({ here }) => here;

/** Seats that still hold: of visiting rounds alone, null where one holds no longer or never was. */
export type Held = Record<PersonId, Itinerary>;

/**
 * Which planned seats hold, among some of the people: at tables that are open and have the chairs, with
 * those they go with, and by what is known of everybody now.
 */
function heldSeats(cafe: Cafe, isAmong: Among = isExpected): Held {
  const { planned, people, definition } = cafe;
  const visits = visitingRounds(definition.programme);
  const held: Held = {};
  if (planned === null) return held;
  const open = new Map(openTables(cafe).map(({ id, chairs }) => [id, chairs]));
  for (const person of Object.values(people)) {
    const own = planned.itineraries[person.id];
    if (own === undefined || !isAmong(person)) continue;
    const home = homeTableOf(cafe, person);
    const { fixedAt } = person;
    const stays = fixedAt !== null && open.has(fixedAt) ? fixedAt : null;
    // Somebody may have had to visit their own team's table; of another team since, they do not.
    const mayBe = (table: TableId, hosting: boolean): boolean =>
      hosting ? table === home : table !== home || planned.homes[person.id] === home;
    held[person.id] = itinerary(visits, (i) => {
      const hosting = own.hosting[i] ?? false;
      const table = own.tables[i] ?? null;
      if (table === null || !open.has(table)) return null;
      const holds = stays === null ? mayBe(table, hosting) : table === stays;
      return holds ? { table, hosting } : null;
    });
  }
  withoutTorn(cafe, held);
  withoutCrowds(held, open, visits);
  return held;
}

function itinerary(
  rounds: number,
  seatAt: (index: number) => { table: TableId | null; hosting: boolean } | null,
): Itinerary {
  const seats = Array.from({ length: rounds }, (_, i) => seatAt(i));
  return {
    tables: seats.map((seat) => seat?.table ?? null),
    hosting: seats.map((seat) => seat?.hosting ?? false),
  };
}

function drop(held: Held, id: PersonId, index: number): void {
  const own = held[id];
  if (own === undefined) return;
  own.tables[index] = null;
  own.hosting[index] = false;
}

/** Two who go together, since the plan or with a table to stay at, and were planned apart. */
function withoutTorn(cafe: Cafe, held: Held): void {
  for (const [id, { tables }] of Object.entries(held)) {
    const person = cafe.people[id];
    const other = person?.goesWith == null ? undefined : cafe.people[person.goesWith];
    const theirs = other === undefined ? undefined : held[other.id];
    if (person === undefined || other === undefined || theirs === undefined) continue;
    const [stays, otherStays] = [fixedTable(cafe, person), fixedTable(cafe, other)];
    for (const i of tables.keys()) {
      const [one, two] = [stays ?? tables[i] ?? null, otherStays ?? theirs.tables[i] ?? null];
      if (one === null || two === null || one === two) continue;
      drop(held, id, i);
      drop(held, other.id, i);
    }
  }
}

/** Hosts first, then in the order of the list: who was planned for a chair that is not there any more. */
function withoutCrowds(held: Held, chairs: ReadonlyMap<TableId, number>, visits: number): void {
  for (let i = 0; i < visits; i += 1) {
    const left = new Map(chairs);
    const seated = Object.entries(held).filter(([, { tables }]) => tables[i] != null);
    const hosts = seated.filter(([, { hosting }]) => hosting[i]);
    const others = seated.filter(([, { hosting }]) => hosting[i] !== true);
    for (const [id, { tables }] of [...hosts, ...others]) {
      const table = tables[i] ?? '';
      const free = left.get(table) ?? 0;
      if (free > 0) left.set(table, free - 1);
      else drop(held, id, i);
    }
  }
}

/** Among all who are expected, and who hosts by place; asked for by every person's view, so found out once. */
interface Known {
  people: Cafe['people'];
  definition: Cafe['definition'];
  held: Held;
  hosts: Map<string, PersonId[]>;
}
const known = new WeakMap<PlannedAhead, Known>();

function ofAll({ people, definition, ...cafe }: Cafe, planned: PlannedAhead): Known {
  const before = known.get(planned);
  if (before?.people === people && before.definition === definition) return before;
  const held = heldSeats({ ...cafe, people, definition });
  const hosts = new Map<string, PersonId[]>();
  for (const [id, { tables, hosting }] of Object.entries(held)) {
    for (const [i, table] of tables.entries()) {
      if (table === null || hosting[i] !== true) continue;
      const place = placeIn(table, i);
      hosts.set(place, [...(hosts.get(place) ?? []), id]);
    }
  }
  const now = { people, definition, held, hosts };
  known.set(planned, now);
  return now;
}

/** Which seats of a plan hold, of all who are expected. */
export function plannedSeats(cafe: Cafe, planned: PlannedAhead): Held {
  return ofAll(cafe, planned).held;
}

function placeIn(table: TableId, index: number): string {
  return `${table}.${String(index + 1)}`;
}

/** What somebody is told before there are seats, the home round included; undefined for nothing. */
export function plannedFor(cafe: Cafe, id: PersonId): Itinerary | undefined {
  const { planned, itineraries, people } = cafe;
  if (planned === null || itineraries !== null) return undefined;
  const own = ofAll(cafe, planned).held[id];
  const person = people[id];
  if (own === undefined || person === undefined) return undefined;
  if (homeRound(cafe.definition.programme) === null) return own;
  return { tables: [...own.tables, homeSeat(cafe, person)], hosting: [...own.hosting, false] };
}

/** Who hosts beside somebody in each round they are planned to, by first name; for those who host together. */
export function hostsBeside(cafe: Cafe, id: PersonId): string[][] {
  const { planned } = cafe;
  const own = plannedFor(cafe, id);
  if (planned === null || own === undefined || !own.hosting.includes(true)) return [];
  const { hosts } = ofAll(cafe, planned);
  return own.tables.map((table, i) =>
    table === null || own.hosting[i] !== true
      ? []
      : (hosts.get(placeIn(table, i)) ?? [])
          .filter((other) => other !== id)
          .map((other) => firstName(cafe.names[other] ?? '')),
  );
}

/** How well a plan still fits who is on the list; null where nothing is planned ahead, or people sit. */
export interface AheadView {
  /** How many have all their seats. */
  people: number;
  /** On the list, without any. */
  without: number;
  /** Planned, but with a seat that holds no longer, or none in some round. */
  changed: number;
  quality: PlannedAhead['quality'];
}

export function aheadView(cafe: Cafe): AheadView | null {
  const { planned } = cafe;
  if (planned === null || cafe.itineraries !== null) return null;
  const { held } = ofAll(cafe, planned);
  const expected = Object.values(cafe.people).filter(isExpected);
  const without = expected.filter(({ id }) => held[id] === undefined).length;
  const changed = Object.values(held).filter(({ tables }) => tables.includes(null)).length;
  const { quality } = planned;
  return { people: expected.length - without - changed, without, changed, quality };
}

/**
 * What is to be planned for some of the people: with seats planned ahead those that hold are kept, and
 * only the others are free.
 */
function instanceAmong(cafe: Cafe, first: SeatFirst, isAmong: Among): Instance {
  const instance = instanceOf(cafe, first, isAmong);
  const held = heldSeats(cafe, isAmong);
  if (Object.keys(held).length === 0) return instance;
  const people = Object.fromEntries(
    Object.values(cafe.people)
      .filter(isAmong)
      .map((person) => [person.id, { ...person, here: true }]),
  );
  const hosting = hostingOf(
    { ...cafe, people, itineraries: held },
    instance,
    0,
    (id, round) => held[id]?.tables[round - 1] == null,
  );
  return {
    ...instance,
    relay: 0,
    people: instance.people.map((person) => {
      const hosts = hosting.get(person.id);
      return hosts === undefined ? person : { ...person, hosting: hosts };
    }),
    kept: Object.fromEntries(Object.entries(held).map(([id, { tables }]) => [id, tables])),
  };
}

/** A room of thousands takes a while to be built, and is asked for several times for one press. */
const built = new WeakMap<Cafe, Map<string, Instance>>();

function builtOnce(cafe: Cafe, what: string, build: () => Instance): Instance {
  const ofCafe = built.get(cafe) ?? new Map<string, Instance>();
  built.set(cafe, ofCafe);
  const instance = ofCafe.get(what) ?? build();
  ofCafe.set(what, instance);
  return instance;
}

/** "Seat everyone": who is here, in the seats planned for them ahead. */
export function seatingInstance(cafe: Cafe, first: SeatFirst = seatFirst(cafe)): Instance {
  return builtOnce(cafe, `here, ${first} first`, () => instanceAmong(cafe, first, isHere));
}

type PlanAhead = CommandOf<'planAhead'>;

function mayPlan({ stage, definition, itineraries }: Cafe): ReturnType<typeof refuse> | null {
  if (stage.at === 'closed') return refuse('cafe closed');
  if (picksTables(definition)) return refuse('people pick');
  return itineraries === null ? null : refuse('plan made');
}

/** What a press plans: everybody on the list, from scratch or with the seats kept that were planned. */
export function aheadNeeded(cafe: Cafe, { how }: PlanAhead): Instance | null {
  if (how === 'drop' || mayPlan(cafe) !== null) return null;
  const before = how === 'anew' ? { ...cafe, planned: null } : cafe;
  const build = (): Instance => instanceAmong(before, seatFirst(cafe), isExpected);
  const instance = builtOnce(cafe, how, build);
  return instance.people.length === 0 ? null : instance;
}

export function planAhead(cafe: Cafe, command: PlanAhead, proposal: Proposal | null): Decision {
  const no = mayPlan(cafe);
  if (no !== null) return no;
  if (command.how === 'drop') {
    return { facts: cafe.planned === null ? [] : [{ kind: 'tablesPlanned', planned: null }] };
  }
  const instance = aheadNeeded(cafe, command);
  if (instance === null) return refuse('nobody listed');
  const made = itinerariesOf(cafe, instance, proposal);
  if (made === null) return refuse('cannot plan');
  const homes = Object.fromEntries(
    instance.people.flatMap(({ id, home }) => (home === undefined ? [] : [[id, home]])),
  );
  const itineraries = Object.fromEntries(
    Object.entries(made.itineraries).map(([id, { tables, hosting }]) => [
      id,
      { tables: tables.slice(0, instance.rounds), hosting: hosting.slice(0, instance.rounds) },
    ]),
  );
  const { quality } = made;
  return { facts: [{ kind: 'tablesPlanned', planned: { itineraries, homes, quality } }] };
}

/**
 * The seat somebody who comes late was planned for, if it still holds and has a chair, and unless
 * they go with somebody who sits elsewhere by now.
 */
export function promisedSeat(
  cafe: Cafe,
  person: Person,
  round: RoundNumber,
): { table: TableId; hosting: boolean } | null {
  const alone = { ...cafe, people: { [person.id]: person } };
  const own = cafe.planned === null ? undefined : heldSeats(alone, () => true)[person.id];
  const table = own?.tables[round - 1] ?? null;
  if (table === null || own === undefined) return null;
  const isTorn = partnersOf(cafe, person).some(({ id }) => {
    const beside = cafe.itineraries?.[id]?.tables[round - 1] ?? null;
    return beside !== null && beside !== table && isOpenIn(cafe, beside, round);
  });
  if (isTorn || !hasChairs(cafe, table, round, 1)) return null;
  return { table, hosting: own.hosting[round - 1] ?? false };
}
