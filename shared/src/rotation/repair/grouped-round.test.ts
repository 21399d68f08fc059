import { expect, test } from 'vitest';
import { NOWHERE } from '../model.ts';
import { seeded } from '../random.ts';
import { GroupedRound, type Groups } from './grouped-round.ts';
import { NEVER, type Relaxed } from './relaxed-seats.ts';

/** A round of up to six people and three tables, of whom some have met; some seats cannot be had. */
function anyRound(seed: number): { round: Relaxed; groups: Groups } {
  const random = seeded(Math.imul(seed, 0x9e3779b1));
  const tables = 2 + random.below(2);
  const people = 3 + random.below(4);
  const cap = Int32Array.from({ length: tables }, () => people - random.below(3));
  const count = 1 + random.below(2);
  const met = new Int32Array(count * tables).map(() => (random.below(4) === 0 ? 1 : 0));
  const bound = Int32Array.from({ length: tables }, (_, table) => {
    let all = random.below(2);
    for (let group = 0; group < count; group += 1) all += met[group * tables + table]!;
    return all;
  });
  const told = Int32Array.from({ length: people }, () => random.below(tables + 1) - 1);
  const price = new Int32Array(people * tables).map((_, i) => {
    const person = Math.floor(i / tables);
    if (i - person * tables === told[person]) return 0;
    return random.below(6) === 0 ? NEVER : random.below(3);
  });
  const of = Int32Array.from({ length: people }, () => random.below(count + 1) - 1);
  const isEven = random.below(2) === 0;
  const round = { tables, cap, bound, told, price, isEven };
  return { round, groups: { count, of, bound: met, unit: 1 + random.below(3) } };
}

/** The cheapest of all seatings, of the evenest ones only where the round asks for it. */
function cheapest({ tables, cap, bound, told, price, isEven }: Relaxed, groups: Groups): number {
  let best = { uneven: Infinity, cost: Infinity };
  const load = bound.slice();
  const met = groups.bound.slice();
  const seat = (person: number, cost: number): void => {
    if (person === told.length) {
      const uneven = isEven ? load.reduce((sum, n) => sum + n * n, 0) : 0;
      if (uneven < best.uneven || (uneven === best.uneven && cost < best.cost)) {
        best = { uneven, cost };
      }
      return;
    }
    const group = groups.of[person]!;
    for (let table = 0; table < tables; table += 1) {
      const costs = price[person * tables + table]!;
      if (costs === NEVER || load[table]! >= cap[table]!) continue;
      const cell = group * tables + table;
      const meets = group === NOWHERE ? 0 : groups.unit * met[cell]!;
      load[table]! += 1;
      if (group !== NOWHERE) met[cell]! += 1;
      seat(person + 1, cost + costs + meets);
      load[table]! -= 1;
      if (group !== NOWHERE) met[cell]! -= 1;
    }
  };
  seat(0, 0);
  return best.cost;
}

test('is the cheapest seating there is, and is again each time prices have changed', () => {
  let tried = 0;
  let moved = 0;
  for (let seed = 1; seed <= 600; seed += 1) {
    const { round, groups } = anyRound(seed);
    if (cheapest(round, groups) === Infinity) continue;
    const random = seeded(seed);
    const grouped = new GroupedRound(round, groups);
    expect(grouped.cost, `seed ${seed}`).toBe(cheapest(round, groups));
    tried += 1;
    const people = round.told.length;
    for (let time = 0; time < 4; time += 1) {
      for (let i = 0; i < 4; i += 1) {
        const person = random.below(people);
        const seat = person * round.tables + random.below(round.tables);
        if (round.price[seat] === NEVER) continue;
        round.price[seat]! += random.below(5) - 2;
        grouped.reprice(person);
      }
      const before = Array.from({ length: people }, (_, person) => grouped.at(person));
      grouped.solve();
      if (before.some((at, person) => grouped.at(person) !== at)) moved += 1;
      expect(grouped.cost, `seed ${seed}, time ${time}`).toBe(cheapest(round, groups));
    }
  }
  expect(tried).toBeGreaterThan(300);
  expect(moved).toBeGreaterThan(300);
});
