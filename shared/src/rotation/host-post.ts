/** A home table whose hosts a relay chooses: its team, and who of it could host when. */
import { companyOf } from './host-company.ts';
import { hostNumbers } from './host-numbers.ts';
import type { Instance } from './instance.ts';
import { seeded, shuffled } from './random.ts';
import type { Units } from './units.ts';

/** A seat as told weighs more than all the wishes of those who host together. */
const TOLD = 100;

/** Choices of hosts that are worth a look in a repair, and what chance adds to some of them. */
export const REPAIR_CHOICES = 4;
const CHANCE = 150;

/** Who should host if that is fair, by round (0-based) and index in the instance; weighed in told seats. */
export type Leaning = readonly ReadonlySet<number>[];
const LEANING = 3;

/** Those of one unit who can host at a table in one round: together or not at all. */
export interface Turn {
  readonly unit: number;
  /** Team members, by their place in the post's team. */
  readonly hosts: readonly number[];
  /** Everybody of the unit who is here and comes along, by index in the instance. */
  readonly people: readonly number[];
  /** They sit at this table anyhow. */
  readonly must: boolean;
  /**
   * How dear this is to them: seats as told and people met again, against not hosting; then rounds
   * wished for.
   */
  readonly gain: number;
}

export interface Post {
  readonly table: string;
  /** By index in the instance. */
  readonly team: readonly number[];
  /** Members by their place in the team: who comes first among equals. */
  readonly order: readonly number[];
  readonly first: number;
  readonly rounds: number;
  /** Rounds hosted in the past, by team member. */
  readonly before: readonly number[];
  /** How often two of the team hosted side by side in the past, at `member * team.length + member`. */
  readonly beside: readonly number[];
  /** By round (0-based), none in the past. */
  readonly turns: readonly (readonly Turn[])[];
  /** Hosts by round. */
  readonly wanted: readonly number[];
  /** Chairs by round that hosts and who comes with them may take. */
  readonly chairs: readonly number[];
  /** Whether two turns' people may not meet. */
  areApart(one: Turn, other: Turn): boolean;
}

/**
 * The posts of a relay, in the order of the tables. Among equals whoever is listed first hosts first,
 * as a team would expect it; with a source of chance anybody.
 *
 * @param choice 0 where the order of the list counts, and who was told to host; any other number for
 *   any order. In a repair those below REPAIR_CHOICES keep to what was told: even ones also heed how
 *   crowded the tables are that people leave to host, and from 2 on chance decides what is close.
 */
export function postsOf(
  instance: Instance,
  units: Units,
  choice: number,
  leaning?: Leaning,
): Post[] {
  const { people, rounds } = instance;
  const first = Math.min(instance.past?.rounds ?? 0, rounds);
  const index = new Map(people.map(({ id }, i) => [id, i]));
  const apart = people.map(() => new Set<number>());
  for (const [one, other] of instance.apart ?? []) {
    apart[index.get(one)!]!.add(index.get(other)!);
    apart[index.get(other)!]!.add(index.get(one)!);
  }
  const areApart = (some: readonly number[], others: readonly number[]): boolean =>
    some.some((a) => others.some((b) => apart[a]!.has(b)));
  const fixedAt = units.list.map((unit) =>
    unit.map((i) => people[i]!.fixed).find((table) => table !== undefined),
  );
  const around = units.inRound.map((numbers) => unitsByTable(instance, units, fixedAt, numbers));
  const numbers = hostNumbers(instance, units);
  const teams = new Map<string, number[]>();
  for (const [i, { home }] of people.entries()) {
    if (home !== undefined) teams.set(home, [...(teams.get(home) ?? []), i]);
  }
  const pastSeat = (i: number, round: number): string | null =>
    instance.past?.seats[people[i]!.id]?.[round] ?? null;
  const wishesOf = (hosts: readonly number[], round: number): number =>
    hosts.filter((i) => people[i]!.hostsIn?.includes(round + 1) === true).length;
  const isRepair = instance.told !== undefined;
  const isListed = choice === 0 || (isRepair && choice < REPAIR_CHOICES);
  const tie = isListed && choice > 1 ? seeded(choice) : null;
  const random = isListed ? null : seeded(choice);
  const company = isRepair && isListed ? companyOf(instance) : null;
  const toldOf = (here: readonly number[], round: number, table: string): number => {
    if (company === null) return 0;
    let gain = 0;
    for (const i of here) {
      const at = instance.told?.[people[i]!.id]?.[round] ?? null;
      if (at === table) gain += 1;
      else if (at !== null)
        gain += company.known(i, round, at) + ((choice + 1) % 2) * company.crowd(round, at) - 1;
      gain -= company.known(i, round, table);
    }
    return gain;
  };

  const leaningOf = (hosts: readonly number[], round: number): number =>
    leaning === undefined ? 0 : LEANING * hosts.filter((i) => leaning[round]!.has(i)).length;

  const mixed = <T>(list: readonly T[]): T[] =>
    random === null ? [...list] : shuffled(list, random);

  return instance.tables.flatMap(({ id: table, cap }): Post[] => {
    const team = teams.get(table) ?? [];
    if (team.length === 0) return [];
    const member = new Map(team.map((i, m) => [i, m]));
    const before = team.map(() => 0);
    const beside = team.map(() => 0).flatMap(() => team.map(() => 0));
    for (let round = 0; round < first; round += 1) {
      const hosts = team.flatMap((i, m) => (pastSeat(i, round) === table ? [m] : []));
      for (const a of hosts) {
        before[a]! += 1;
        for (const b of hosts) if (a !== b) beside[a * team.length + b]! += 1;
      }
    }
    const turns: Turn[][] = [];
    const wanted: number[] = [];
    const chairs: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const { home = [], guests = [] } = around[round]!.get(table) ?? {};
      const sitting = guests.flatMap((u) => units.list[u]!);
      const turnOf = (unit: number): Turn[] => {
        const all = units.list[unit]!;
        const must = fixedAt[unit] === table;
        if ((fixedAt[unit] !== undefined && !must) || areApart(all, sitting)) return [];
        const hosts = all.filter((i) => member.has(i));
        const chance = tie?.below(CHANCE) ?? 0;
        const gain =
          TOLD * (toldOf(all, round, table) + leaningOf(hosts, round)) +
          wishesOf(hosts, round) +
          chance;
        const places = hosts.map((i) => member.get(i)!);
        return [{ unit, hosts: places, people: all, must, gain }];
      };
      chairs.push(cap - sitting.length);
      wanted.push(numbers.get(table)?.[round] ?? 0);
      turns.push(mixed(home).flatMap(turnOf));
    }
    const order = mixed([...team.keys()]);
    const post = { table, team, order, first, rounds, before, beside, turns, wanted, chairs };
    return [{ ...post, areApart: (one, other) => areApart(one.people, other.people) }];
  });
}

/** Of the units in a round, by table: those with somebody at home there, and others fixed there. */
function unitsByTable(
  { people }: Instance,
  units: Units,
  fixedAt: readonly (string | undefined)[],
  numbers: readonly number[],
): Map<string, { home: number[]; guests: number[] }> {
  const tables = new Map<string, { home: number[]; guests: number[] }>();
  const at = (table: string): { home: number[]; guests: number[] } => {
    const found = tables.get(table) ?? { home: [], guests: [] };
    tables.set(table, found);
    return found;
  };
  for (const u of numbers) {
    const homes = new Set(units.list[u]!.map((i) => people[i]!.home));
    for (const home of homes) if (home !== undefined) at(home).home.push(u);
    const fixed = fixedAt[u];
    if (fixed !== undefined && !homes.has(fixed)) at(fixed).guests.push(u);
  }
  return tables;
}
