import type { Instance, Schedule } from './instance.ts';

/** What a schedule is worth; smaller is better, in this order. */
export interface Worth {
  /** Rounds seated − distinct tables, hosting aside; the home table counts as visited. */
  tableRepeats: number;
  /** Σ C(load, 2) above its least. */
  imbalance: number;
  /** Pair-seatings that make no new acquaintance: team-mates, or a pair that has met. */
  waste: number;
}

export function judge(instance: Instance, schedule: Schedule): Worth {
  return {
    tableRepeats: tableRepeats(instance, schedule),
    imbalance: imbalance(instance, schedule),
    waste: waste(instance, schedule),
  };
}

/** Below zero where `a` is better than `b`. */
export function compareWorth(a: Worth, b: Worth): number {
  return a.tableRepeats - b.tableRepeats || a.imbalance - b.imbalance || a.waste - b.waste;
}

function tableRepeats(instance: Instance, { seats, hosting }: Schedule): number {
  let repeats = 0;
  for (const person of instance.people) {
    if (person.fixed !== undefined) continue;
    const visited = (seats[person.id] ?? []).filter(
      (table, round): table is string => table !== null && hosting[person.id]?.[round] !== true,
    );
    const distinct = new Set(visited);
    repeats += visited.length - distinct.size;
    if (person.home !== undefined && distinct.has(person.home)) repeats += 1;
  }
  return repeats;
}

function imbalance(instance: Instance, { seats }: Schedule): number {
  let total = 0;
  for (let round = 0; round < instance.rounds; round += 1) {
    const loads = new Map(instance.tables.map((table) => [table.id, 0]));
    let people = 0;
    for (const places of Object.values(seats)) {
      const table = places[round];
      if (table == null) continue;
      loads.set(table, (loads.get(table) ?? 0) + 1);
      people += 1;
    }
    const low = Math.floor(people / instance.tables.length);
    const high = people - low * instance.tables.length;
    const least = high * pairs(low + 1) + (instance.tables.length - high) * pairs(low);
    let sum = 0;
    for (const load of loads.values()) sum += pairs(load);
    total += sum - least;
  }
  return total;
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function waste(instance: Instance, { seats }: Schedule): number {
  const index = new Map(instance.people.map((person, i) => [person.id, i]));
  const aside = new Set(
    instance.together.map(([a, b]) => pairKey(index.get(a) ?? -1, index.get(b) ?? -1)),
  );
  const met = new Set<number>();
  let wasted = 0;
  for (let round = 0; round < instance.rounds; round += 1) {
    const at = new Map<string, number[]>();
    for (const [i, person] of instance.people.entries()) {
      const table = seats[person.id]?.[round];
      if (table == null) continue;
      const here = at.get(table) ?? [];
      for (const other of here) {
        const key = pairKey(other, i);
        if (aside.has(key)) continue;
        const mates = person.team !== undefined && instance.people[other]?.team === person.team;
        if (mates || met.has(key)) wasted += 1;
        met.add(key);
      }
      here.push(i);
      at.set(table, here);
    }
  }
  return wasted;
}

function pairKey(a: number, b: number): number {
  return a < b ? a * 65_536 + b : b * 65_536 + a;
}
