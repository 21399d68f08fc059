/** The coming rounds anew, when people have left or come or sat elsewhere: what was told is kept. */
import { hostNumbers, isNoPlan, type Instance } from '../rotation/index.ts';
import type { Cafe } from './cafe.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import type { Itinerary, Person, RotationQuality } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { toldRound } from './position.ts';
import { visitingRounds } from './programme.ts';
import { instanceOf, qualityOf, type Proposal } from './rotation.ts';
import { homeTableOf } from './seating.ts';
import { isOpenIn, openTables } from './table-mark.ts';

/** One seat that a repair changes; a null table is no seat (any more). */
export interface SeatChange {
  person: PersonId;
  round: RoundNumber;
  from: TableId | null;
  to: TableId | null;
  /** Whether this person hosts there. */
  hosting: boolean;
}

/**
 * What to plan for the rounds after the told one: the told round and those before it have been, as
 * people sat (or sit) in them. Whoever is told to host goes on hosting, but for one who was alone with
 * the own team's table and now has somebody to hand a round over to; where hosts have left team-mates
 * who have hosted least take over. Null while nobody is seated or no visit comes any more.
 */
export function repairInstance(cafe: Cafe): Instance | null;
/** As above, with the seats of `kept` rounds as they are, told or not. */
export function repairInstance(cafe: Cafe, kept: RoundNumber): Instance | null;
export function repairInstance(cafe: Cafe, kept?: RoundNumber): Instance | null {
  const { itineraries } = cafe;
  const told = kept ?? toldRound(cafe.definition.programme, cafe.stage);
  const rounds = visitingRounds(cafe.definition.programme);
  if (picksTables(cafe.definition)) return null;
  if (itineraries === null || told === null) return null;
  if (kept === undefined && told >= rounds) return null;
  const whole = instanceOf(cafe);
  const hosting = hostingOf(cafe, whole, told);
  relieve(cafe, hosting, told);
  const { people, ...room } = whole;
  const seats = (id: PersonId, count: number): (TableId | null)[] =>
    Array.from({ length: count }, (_, i) => itineraries[id]?.tables[i] ?? null);
  return {
    ...room,
    relay: 0,
    people: people.map((person) => {
      const hosts = hosting.get(person.id);
      if (hosts === undefined) return person;
      const been = seats(person.id, told);
      return { ...person, hosting: hosts.map((_, i) => hostedIn(person, hosts, been, i)) };
    }),
    past: {
      rounds: told,
      seats: Object.fromEntries(people.map(({ id }) => [id, seats(id, told)])),
    },
    told: Object.fromEntries(people.map(({ id }) => [id, seats(id, rounds)])),
  };
}

/**
 * The table somebody hosts in the round at `index`, as the planner is to see it. To it hosting is no
 * visit; but who has hosted a table that is not their team's knows it, and is not sent there again. So
 * the first time there counts as the visit it was, once, and what they were told stays theirs.
 */
function hostedIn(
  { home }: Instance['people'][number],
  hosts: readonly (TableId | null)[],
  been: readonly (TableId | null)[],
  index: number,
): TableId | null {
  const table = hosts[index] ?? null;
  if (table === null || table === home || index >= been.length) return table;
  const visited = been.some((seat, i) => seat === table && hosts[i] !== table);
  return visited || been.indexOf(table) < index ? table : null;
}

/**
 * The table everybody hosts in each round, of those who host at all and are here.
 *
 * @param room who is to be planned for: a table has as many hosts as its team can spare.
 * @param mayTakeOver whether somebody may be made a host in a round where one is wanting.
 */
export function hostingOf(
  cafe: Cafe,
  room: Instance,
  told: RoundNumber,
  mayTakeOver: (person: PersonId, round: RoundNumber) => boolean = () => true,
): Map<PersonId, (TableId | null)[]> {
  const { rounds } = room;
  const here = Object.values(cafe.people).filter((person) => person.here);
  const hosting = new Map<PersonId, (TableId | null)[]>();
  const counts = new Map<string, number>();
  const hostsAt = (person: Person, round: RoundNumber, table: TableId): void => {
    const own = hosting.get(person.id) ?? Array.from({ length: rounds }, () => null);
    own[round - 1] = table;
    hosting.set(person.id, own);
    const place = `${table}.${String(round)}`;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  for (const person of here) {
    const itinerary = cafe.itineraries?.[person.id];
    for (let round = 1; round <= rounds; round += 1) {
      const table = itinerary?.tables[round - 1] ?? null;
      if (table === null || itinerary?.hosting[round - 1] !== true) continue;
      if (round <= told || isOpenIn(cafe, table, round)) hostsAt(person, round, table);
    }
  }
  const open = new Set(openTables(cafe).map(({ id }) => id));
  const numbers = hostNumbers(room);
  const isFree = freeAmong(here);
  for (const { homeTable } of cafe.definition.teams.filter((team) => open.has(team.homeTable))) {
    let team: Person[] | null = null;
    for (let round = told + 1; round <= rounds; round += 1) {
      const count = counts.get(`${homeTable}.${String(round)}`) ?? 0;
      const wanted = numbers.get(homeTable)?.[round - 1] ?? 0;
      if (count >= wanted) continue;
      team ??= here.filter((person) => homeTableOf(cafe, person) === homeTable);
      const times = ({ id }: Person): number =>
        hosting.get(id)?.filter((table) => table !== null).length ?? 0;
      const free = team
        .filter(({ id }) => hosting.get(id)?.[round - 1] == null && mayTakeOver(id, round))
        .filter(isFree)
        .sort((a, b) => times(a) - times(b));
      for (const person of free.slice(0, wanted - count)) {
        hostsAt(person, round, homeTable);
      }
    }
  }
  return hosting;
}

/** Who can take over or hand over: nobody who is bound, or goes with somebody. */
function freeAmong(here: readonly Person[]): (person: Person) => boolean {
  const led = new Set(here.map(({ goesWith }) => goesWith));
  return ({ id, fixedAt, goesWith }) => fixedAt === null && goesWith === null && !led.has(id);
}

/**
 * Whoever was alone with their team's table, and so hosts it in every round, hands over the last one in
 * which they would not rather host, once somebody of the team has come who does not host. Where others
 * who could take turns were told to host there too, a facilitator wanted them there in every round.
 */
function relieve(cafe: Cafe, hosting: Map<PersonId, (TableId | null)[]>, told: RoundNumber): void {
  const here = Object.values(cafe.people).filter((person) => person.here);
  const isFree = freeAmong(here);
  for (const [id, tables] of hosting) {
    const person = cafe.people[id];
    const home = tables[0] ?? null;
    if (person === undefined || home === null || !isFree(person)) continue;
    if (home !== homeTableOf(cafe, person) || tables.some((table) => table !== home)) continue;
    const over = tables.findLastIndex((_, i) => person.hostsIn?.includes(i + 1) !== true);
    if (over < Math.max(told, 1)) continue;
    const mates = here.filter(
      (other) => other !== person && isFree(other) && homeTableOf(cafe, other) === home,
    );
    if (mates.some(({ id: mate }) => isToldToHost(cafe, mate, home))) continue;
    const next = mates.find((other) => !hosting.has(other.id));
    if (next === undefined) continue;
    hosting.set(
      next.id,
      tables.map((table, i) => (i === over ? table : null)),
    );
    hosting.set(id, tables.with(over, null));
  }
}

function isToldToHost(cafe: Cafe, person: PersonId, at: TableId): boolean {
  const { tables = [], hosting = [] } = cafe.itineraries?.[person] ?? {};
  return tables.some((table, i) => table === at && hosting[i] === true);
}

/** What a planned repair changes, in the order of rounds; null where there is no plan. */
export function changesOf(
  cafe: Cafe,
  { instance, planned }: Proposal,
): { changes: SeatChange[]; quality: RotationQuality } | null {
  if (isNoPlan(planned)) return null;
  const hosting = new Map(instance.people.map((person) => [person.id, person.hosting]));
  const changes: SeatChange[] = [];
  for (let round = (instance.past?.rounds ?? 0) + 1; round <= instance.rounds; round += 1) {
    for (const person of Object.keys(cafe.people)) {
      const before = cafe.itineraries?.[person];
      const from = before?.tables[round - 1] ?? null;
      const to = planned.schedule.seats[person]?.[round - 1] ?? null;
      const hosts = to !== null && hosting.get(person)?.[round - 1] === to;
      if (from === to && hosts === (before?.hosting[round - 1] ?? false)) continue;
      changes.push({ person, round, from, to, hosting: hosts });
    }
  }
  return { changes, quality: qualityOf(instance, planned) };
}

/** The itineraries of those whom changes concern, with the changes made. */
export function changedItineraries(
  cafe: Cafe,
  changes: readonly SeatChange[],
  rounds: number,
): Record<PersonId, Itinerary> {
  const changed: Record<PersonId, Itinerary> = {};
  for (const { person, round, to, hosting } of changes) {
    const before = changed[person] ??
      cafe.itineraries?.[person] ?? {
        tables: Array.from({ length: rounds }, () => null),
        hosting: Array.from({ length: rounds }, () => false),
      };
    changed[person] = {
      tables: before.tables.with(round - 1, to),
      hosting: before.hosting.with(round - 1, hosting),
    };
  }
  return changed;
}
