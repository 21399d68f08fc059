import { expect, test } from 'vitest';
import { optimum } from './exhaustive.ts';
import { anyInstance } from './fixture.ts';
import type { Instance } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan } from './model.ts';
import { plan } from './plan.ts';

/** Rotations looked through before an optimum stays unknown. */
const STEPS = 1_000_000;

/** Rooms in which another fair choice of hosts goes below what the first choice alone would prove. */
const SEEDS = [16_757, 21_025, 23_124, 26_246, 29_136];

test('a relay claims no bound that other fair hosts go below', () => {
  let known = 0;
  for (const seed of SEEDS) {
    const instance = anyInstance(seed, { people: 8, tables: 4, rounds: 3 });
    const planned = plan(instance, seed);
    if (isNoPlan(planned)) continue;
    const best = optimum(instance, planned.worth, STEPS);
    if (typeof best === 'string' || best === null) continue;
    known += 1;
    const { tableRepeats, imbalance, waste } = planned.bounds;
    expect(best.tableRepeats, `seed ${seed}`).toBeGreaterThanOrEqual(tableRepeats);
    expect(best.imbalance, `seed ${seed}`).toBeGreaterThanOrEqual(imbalance);
    if (best.tableRepeats === tableRepeats && best.imbalance === imbalance) {
      expect(best.waste, `seed ${seed}`).toBeGreaterThanOrEqual(waste);
    }
  }
  expect(known).toBeGreaterThan(2);
});

test('a relay is not given up where only a few of many choices of hosts leave everybody a seat', () => {
  const members = {
    t1: ['a', 'b', 'c', 'd', 'e', 'f'],
    t2: ['g', 'h', 'i', 'j'],
    t3: ['k', 'l', 'm'],
  };
  const instance: Instance = {
    rounds: 1,
    relay: 2,
    tables: [
      { id: 't1', cap: 2 },
      { id: 't2', cap: 9 },
      { id: 't3', cap: 4 },
    ],
    people: [
      ...Object.entries(members).flatMap(([home, ids]) =>
        ids.map((id) => ({ id, home, team: home })),
      ),
      { id: 'n', home: 't3', team: 't3', fixed: 't2' },
      { id: 'o' },
    ],
    apart: [
      ['i', 'n'],
      ['i', 'o'],
      ['j', 'o'],
      ['i', 'k'],
      ['k', 'f'],
    ],
  };
  for (let seed = 1; seed <= 3; seed += 1) {
    const planned = plan(instance, seed);
    if (isNoPlan(planned)) throw new Error(planned.reason);
    expect(judge(instance, planned.schedule).broken).toEqual([]);
  }
});
