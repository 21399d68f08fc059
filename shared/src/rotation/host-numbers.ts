import type { Instance } from './instance.ts';
import { unitsOf, type Units } from './units.ts';

/** Those of one unit who are at home at a table; `fixed` where one of the unit stays somewhere. */
interface Group {
  members: number;
  fixed: string | undefined;
}

/**
 * How many of its team host each home table in each round (0-based; 0 in the past): the relay's
 * number, or everybody where fewer are here. Where everybody is to visit too, no more than half of
 * those who could change places: then nobody hosts in every round who has somebody to take turns
 * with. A team of one, or of those who go together, has nobody.
 */
export function hostNumbers(
  instance: Instance,
  units: Units = unitsOf(instance),
): ReadonlyMap<string, readonly number[]> {
  const { people, rounds } = instance;
  const numbers = new Map<string, number[]>();
  for (const [round, inRound] of units.inRound.entries()) {
    const groups = new Map<string, Group[]>();
    for (const unit of inRound.map((u) => units.list[u]!)) {
      const fixed = unit.map((i) => people[i]!.fixed).find((table) => table !== undefined);
      const members = new Map<string, number>();
      for (const i of unit) {
        const { home } = people[i]!;
        if (home !== undefined) members.set(home, (members.get(home) ?? 0) + 1);
      }
      for (const [home, count] of members) {
        const own = groups.get(home) ?? [];
        own.push({ members: count, fixed });
        groups.set(home, own);
      }
    }
    for (const [table, own] of groups) {
      const inRounds = numbers.get(table) ?? Array.from({ length: rounds }, () => 0);
      inRounds[round] = numberOf(instance, table, own, round);
      numbers.set(table, inRounds);
    }
  }
  return numbers;
}

/** How many of a team host at once, so that everybody of it visits too: half of it, and one at least. */
export function hostsAmong(relay: number, people: number): number {
  return Math.min(relay, people, Math.max(1, Math.floor(people / 2)));
}

function numberOf(
  { relay = 0, everybodyVisits = false }: Instance,
  table: string,
  groups: readonly Group[],
  round: number,
): number {
  const most = Math.min(relay, count(groups));
  if (!everybodyVisits) return most;
  const staying = count(groups.filter(({ fixed }) => fixed === table));
  const free = groups.filter(({ fixed }) => fixed === undefined);
  if (free.length < 2) return Math.min(most, staying > 0 ? staying : Math.max(1, count(free)));
  const half = staying + Math.floor(count(free) / 2);
  // Who goes together and is more than all others of the team takes turns with them.
  const largest = staying + Math.max(...free.map(({ members }) => members));
  return Math.min(most, round % 2 === 1 && largest <= relay ? Math.max(half, largest) : half);
}

function count(groups: readonly Group[]): number {
  return groups.reduce((sum, { members }) => sum + members, 0);
}
