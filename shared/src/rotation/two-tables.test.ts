import { describe, expect, it } from 'vitest';
import { optimum } from './exhaustive.ts';
import type { Instance } from './instance.ts';
import { isNoPlan, modelOf } from './model.ts';
import { plan } from './plan.ts';
import { seeded } from './random.ts';
import { twoTablesBound } from './two-tables.ts';

/** So many people have each table as their own. */
function room(homes: readonly number[], rounds: number): Instance {
  const tables = homes.map((_, i) => ({ id: `t${i}`, cap: 9 }));
  const people = homes.flatMap((count, i) =>
    Array.from({ length: count }, (_, j) => ({ id: `p${i}-${j}`, home: `t${i}` })),
  );
  return { rounds, tables, people, objective: { avoidHome: true } };
}

function boundOf(instance: Instance): number {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return twoTablesBound(model);
}

describe('people who come to all tables but their own', () => {
  it.each([
    [[2, 2, 2], 2, 0],
    // Three who come to two tables choose one of two orders.
    [[3, 1, 1], 2, 1],
    [[5, 0, 0], 2, 4],
    [[6, 3, 6, 4, 1], 4, 9],
    [[6, 3, 6, 4, 1], 3, 0],
    [[11, 6, 6, 9, 6, 5, 10, 11, 7], 8, 16],
  ])('with homes %j in %i rounds meet again at least %i times', (homes, rounds, waste) => {
    expect(boundOf(room(homes, rounds))).toBe(waste);
  });

  it('who must be somewhere, or come late, are not counted', () => {
    const five = room([5, 0, 0], 2);
    const [first, second, ...others] = five.people;
    const people = [{ ...first!, fixed: 't1' }, { ...second!, from: 2 }, ...others];
    expect(boundOf({ ...five, people })).toBe(1);
  });

  it('never meet less than the bound says, in all plans there are', () => {
    let above = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const dice = seeded(seed);
      const small = seed % 3 > 0;
      const homes = Array.from({ length: small ? 3 : 4 }, () => dice.below(small ? 4 : 3));
      const instance = room(homes, small ? 2 : 3);
      if (instance.people.length < 2) continue;
      const found = plan(instance, 1);
      if (isNoPlan(found)) throw new Error(found.reason);
      const best = optimum(instance, found.worth, 2_000_000);
      if (best === null || best === 'unknown' || best.tableRepeats > 0) continue;
      const bound = boundOf(instance);
      expect(best.waste, `seed ${seed}: ${homes.join(' ')}`).toBeGreaterThanOrEqual(bound);
      if (bound > 0) above += 1;
    }
    expect(above).toBeGreaterThan(10);
  });
});
