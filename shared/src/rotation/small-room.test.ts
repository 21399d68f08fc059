import { expect, it } from 'vitest';
import type { Instance } from './instance.ts';
import { judge } from './judge.ts';
import type { Planned, Planning } from './planned.ts';
import { isSmallRoom, throughAll } from './small-room.ts';

const instance: Instance = {
  rounds: 3,
  tables: [1, 2, 3].map((i) => ({ id: `t${i}`, cap: 2 })),
  // Six people in pairs: somebody must sit with their team-mate, or meet somebody twice.
  people: [1, 2, 3, 4, 5, 6].map((i) => ({ id: `p${i}`, team: `T${i % 3}` })),
};

/** Everybody keeps their first table, and nothing better is ever found. */
function stubborn(): Planning & { steps: number } {
  const seats = Object.fromEntries(
    instance.people.map(({ id }, i) => [id, [1, 1, 1].map(() => `t${1 + (i % 3)}`)]),
  );
  const schedule = { seats, hosting: {} };
  const { worth } = judge(instance, schedule);
  const planned: Planned = {
    schedule,
    worth,
    bounds: { tableRepeats: 0, imbalance: 0, waste: 0, changed: 0 },
  };
  const planning = {
    isEnough: false,
    steps: 0,
    step: () => (planning.steps += 1) < 3,
    result: () => planned,
  };
  return planning;
}

it('a small room has the best plan there is, and then there is nothing more to do', () => {
  const begun = stubborn();
  const planning = throughAll(instance, begun);
  expect(planning.result().worth.tableRepeats).toBe(12);
  while (planning.step());
  const { schedule, worth, bounds } = planning.result();
  expect(bounds).toMatchObject({ tableRepeats: 0, waste: 1 });
  expect(judge(instance, schedule)).toEqual({ worth, broken: [] });
  expect(worth).toMatchObject({ tableRepeats: 0, imbalance: 0, waste: 1 });
  expect(begun.steps).toBe(0);
});

it.each([
  [{}, true],
  [{ rounds: 4 }, false],
  [{ people: [...instance.people, { id: 'p7' }] }, false],
  [{ tables: [...instance.tables, { id: 't4', cap: 1 }] }, false],
])('a room is small or not: %#', (change, isSmall) => {
  expect(isSmallRoom({ ...instance, ...change })).toBe(isSmall);
});
