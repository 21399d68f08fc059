/** Homes, partners and chairs, and a table for one person more. */
import type { Cafe } from './cafe.ts';
import type { Team } from './definition.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Person } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { visitingRounds } from './programme.ts';
import { seatFirst } from './seat-first.ts';
import { fixedTable, isOpenIn, openTables } from './table-mark.ts';

/** Worked out once for all who ask: in a large room everybody does, again and again. */
const homesOf = new WeakMap<readonly Team[], ReadonlyMap<TeamId, TableId>>();
const partners = new WeakMap<Cafe['people'], ReadonlyMap<PersonId, Person[]>>();

/** The own team's table, or null without a team. */
export function homeTableOf({ definition: { teams } }: Cafe, person: Person): TableId | null {
  const homes =
    homesOf.get(teams) ?? new Map(teams.map(({ id, homeTable }) => [id, homeTable] as const));
  homesOf.set(teams, homes);
  return person.team === null ? null : (homes.get(person.team) ?? null);
}

/** Where a person sits in the home round. */
export function homeSeat(cafe: Cafe, person: Person): TableId | null {
  return fixedTable(cafe, person) ?? homeTableOf(cafe, person);
}

/** Who is here and moves together with this person: whoever either of the two names. */
export function partnersOf(cafe: Cafe, person: Person): Person[] {
  const known = partners.get(cafe.people) ?? pairsAmong(cafe.people);
  partners.set(cafe.people, known);
  return known.get(person.id) ?? [];
}

function pairsAmong(people: Cafe['people']): Map<PersonId, Person[]> {
  const pairs = new Map<PersonId, Person[]>();
  const add = (person: Person, other: Person): void => {
    const known = pairs.get(person.id) ?? [];
    if (other.here && !known.includes(other)) pairs.set(person.id, [...known, other]);
  };
  for (const person of Object.values(people)) {
    const other = person.goesWith === null ? undefined : people[person.goesWith];
    if (other === undefined || other === person) continue;
    add(person, other);
    add(other, person);
  }
  return pairs;
}

/** How many sit at each table in a round. */
export function loads(cafe: Cafe, round: RoundNumber): Map<TableId, number> {
  const counts = new Map(cafe.definition.tables.map((table) => [table.id, 0]));
  for (const [id, { tables }] of Object.entries(cafe.itineraries ?? {})) {
    // The chairs of whoever has left are free.
    const table = cafe.people[id]?.here === true ? tables[round - 1] : null;
    if (table != null) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return counts;
}

/** Whether a table has `more` chairs left in a round; at the table itself chairs may be pulled up. */
export function hasChairs(cafe: Cafe, table: TableId, round: RoundNumber, more: number): boolean {
  const chairs = cafe.definition.tables.find(({ id }) => id === table)?.chairs ?? 0;
  return (loads(cafe, round).get(table) ?? 0) + more <= chairs + LIMITS.extraChairs;
}

/**
 * The best table for one more person in a round: the one they stay at, or beside whoever they go
 * with; else with a chair, not the own team's, with a host where teams host. Then, where tables come
 * first, not seen in another round, few people, few of them known; where people come first few known
 * ones, few people, not seen. Null where every chair is taken, and where people pick their tables
 * themselves.
 */
export function bestTable(cafe: Cafe, person: Person, round: RoundNumber): TableId | null {
  const fixed = fixedTable(cafe, person);
  if (fixed !== null) return fixed;
  for (const { id } of partnersOf(cafe, person)) {
    const beside = cafe.itineraries?.[id]?.tables[round - 1];
    if (beside != null && isOpenIn(cafe, beside, round)) return beside;
  }
  if (picksTables(cafe.definition)) return null;
  return freeTable(cafe, person, round);
}

/** What counts against a table for one more person: been there, people sitting there, known ones. */
const WEIGHTS = {
  tables: { seen: 100_000, sitting: 100, met: 1 },
  people: { seen: 1, sitting: 100, met: 1_000 },
} as const;

/** The best table with `chairs` free for somebody, or for those who move as one with them. */
export function freeTable(
  cafe: Cafe,
  person: Person,
  round: RoundNumber,
  chairs = 1,
): TableId | null {
  const own = cafe.itineraries?.[person.id]?.tables ?? [];
  const visits = visitingRounds(cafe.definition.programme);
  const seen = new Set(own.filter((_, i) => i !== round - 1 && i < visits));
  const home = homeTableOf(cafe, person);
  const weigh = WEIGHTS[seatFirst(cafe)];
  const load = loads(cafe, round);
  const isHosted = hostedIn(cafe, round);
  const metAt = acquaintances(cafe, person, round);
  let best: { table: TableId; cost: number } | null = null;
  for (const { id, chairs: laid } of openTables(cafe)) {
    const here = load.get(id) ?? 0;
    if (here + chairs > laid + LIMITS.extraChairs) continue;
    const cost =
      (here + chairs > laid ? 10_000_000 : 0) +
      (id === home ? 1_000_000 : 0) +
      (isHosted(id) ? 0 : 300_000) +
      (seen.has(id) ? weigh.seen : 0) +
      here * weigh.sitting +
      (metAt.get(id) ?? 0) * weigh.met;
    if (best === null || cost < best.cost) best = { table: id, cost };
  }
  return best?.table ?? null;
}

/** Whether somebody tells the story at a table: a host, or at no team's who stays there; elsewhere all do. */
function hostedIn(cafe: Cafe, round: RoundNumber): (table: TableId) => boolean {
  const { teams, hostsPerTable } = cafe.definition;
  if (hostsPerTable === 0 || teams.length === 0) return () => true;
  const hosted = new Set<TableId | null>();
  const homes = new Set(teams.map(({ homeTable }) => homeTable));
  for (const person of Object.values(cafe.people)) {
    if (!person.here) continue;
    const { tables, hosting } = cafe.itineraries?.[person.id] ?? {};
    if (hosting?.[round - 1] === true) hosted.add(tables?.[round - 1] ?? null);
    const stays = fixedTable(cafe, person);
    if (stays !== null && !homes.has(stays)) hosted.add(stays);
  }
  return (table) => hosted.has(table);
}

/** Per table, how many people there in this round the person knows or meets in another round. */
function acquaintances(cafe: Cafe, person: Person, round: RoundNumber): Map<TableId, number> {
  const own = cafe.itineraries?.[person.id]?.tables ?? [];
  const met = new Map<TableId, number>();
  for (const [id, { tables }] of Object.entries(cafe.itineraries ?? {})) {
    const there = tables[round - 1];
    if (id === person.id || there == null) continue;
    const knows =
      (person.team !== null && cafe.people[id]?.team === person.team) ||
      tables.some((table, i) => i !== round - 1 && table !== null && table === own[i]);
    if (knows) met.set(there, (met.get(there) ?? 0) + 1);
  }
  return met;
}
