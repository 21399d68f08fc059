import { expect, test } from 'vitest';
import { NOWHERE } from '../model.ts';
import { seeded } from '../random.ts';
import { RelaxedRound } from './relaxed-round.ts';
import { NEVER, type Relaxed } from './relaxed-seats.ts';

/** A round of up to five people and three tables, in which some seats cannot be had. */
function anyRound(seed: number): Relaxed {
  const random = seeded(Math.imul(seed, 0x9e3779b1));
  const tables = 2 + random.below(2);
  const people = 2 + random.below(4);
  const cap = Int32Array.from({ length: tables }, () => people - random.below(2));
  const bound = Int32Array.from({ length: tables }, () => (random.below(4) === 0 ? 1 : 0));
  const told = Int32Array.from({ length: people }, () => random.below(tables + 1) - 1);
  const price = new Int32Array(people * tables).map((_, i) => {
    const person = Math.floor(i / tables);
    if (i - person * tables === told[person]) return 0;
    return random.below(5) === 0 ? NEVER : random.below(3);
  });
  for (const [person, table] of told.entries()) {
    // Whoever keeps nothing pays to sit anywhere.
    for (let at = 0; at < tables && table === NOWHERE; at += 1) {
      if (price[person * tables + at] !== NEVER) price[person * tables + at] = 1;
    }
  }
  return { tables, cap, bound, told, price, isEven: random.below(2) === 0 };
}

/** The cheapest of all seatings, of the evenest ones only where the round asks for it. */
function cheapest({ tables, cap, bound, told, price, isEven }: Relaxed): number {
  let best = { uneven: Infinity, cost: Infinity };
  const load = bound.slice();
  const seat = (person: number, cost: number): void => {
    if (person === told.length) {
      const uneven = isEven ? load.reduce((sum, n) => sum + n * n, 0) : 0;
      if (uneven < best.uneven || (uneven === best.uneven && cost < best.cost)) {
        best = { uneven, cost };
      }
      return;
    }
    for (let table = 0; table < tables; table += 1) {
      const costs = price[person * tables + table]!;
      if (costs === NEVER || load[table]! >= cap[table]!) continue;
      load[table]! += 1;
      seat(person + 1, cost + costs);
      load[table]! -= 1;
    }
  };
  seat(0, 0);
  return best.cost;
}

test('is the cheapest seating there is, and stays so where idle people move for nothing', () => {
  let idle = 0;
  for (let seed = 1; seed <= 600; seed += 1) {
    const round = anyRound(seed);
    const least = cheapest(round);
    if (least === Infinity) continue;
    const relaxed = new RelaxedRound(round);
    expect(relaxed.cost, `seed ${seed}`).toBe(least);
    const price = round.price.slice();
    for (const person of round.told.keys()) {
      if (!relaxed.isIdle(person)) continue;
      idle += 1;
      for (let table = 0; table < round.tables; table += 1) {
        const at = person * round.tables + table;
        if (price[at] !== NEVER) price[at] = 0;
      }
    }
    expect(cheapest({ ...round, price }), `seed ${seed}, idle`).toBe(least);
  }
  expect(idle).toBeGreaterThan(300);
});

test('is the cheapest again each time prices have changed', () => {
  let moved = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const round = anyRound(seed);
    if (cheapest(round) === Infinity) continue;
    const random = seeded(seed);
    const relaxed = new RelaxedRound(round);
    const people = round.told.length;
    for (let time = 0; time < 4; time += 1) {
      for (let i = 0; i < 3; i += 1) {
        const person = random.below(people);
        const seat = person * round.tables + random.below(round.tables);
        if (round.price[seat] === NEVER) continue;
        round.price[seat]! += random.below(4) - 1;
        relaxed.reprice(person);
      }
      const before = Array.from({ length: people }, (_, person) => relaxed.at(person));
      relaxed.solve();
      if (before.some((at, person) => relaxed.at(person) !== at)) moved += 1;
      expect(relaxed.cost, `seed ${seed}, time ${time}`).toBe(cheapest(round));
    }
  }
  expect(moved).toBeGreaterThan(200);
});
