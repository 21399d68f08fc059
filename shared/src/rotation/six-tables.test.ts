import { expect, it } from 'vitest';
import { isNoPlan, modelOf } from './model.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { plan } from './plan.ts';
import { sixTablesBound } from './six-tables.ts';

function room(
  people: number,
  rounds: number,
  write: (i: number) => Partial<RotationPerson> = () => ({}),
): Instance {
  return {
    rounds,
    tables: Array.from({ length: 6 }, (_, i) => ({ id: `t${i}`, cap: 7 })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, ...write(i) })),
  };
}

function boundOf(instance: Instance): number {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return sixTablesBound(model);
}

it.each([
  [28, 4, 0],
  [29, 4, 1],
  [30, 4, 2],
  [30, 5, 3],
  [30, 6, 4],
  [30, 3, 0],
])('of %i visitors at six tables in %i rounds at least so many meet again', (people, rounds, n) => {
  expect(boundOf(room(people, rounds))).toBe(n);
});

it('counts those who walk alone in every round', () => {
  const staying = (i: number) => (i < 6 ? { host: `t${i}` } : {});
  expect(boundOf(room(36, 4, staying))).toBe(2);
  expect(boundOf(room(30, 4, (i) => (i === 7 ? { from: 2 } : {})))).toBe(1);
  expect(boundOf({ ...room(30, 4), together: [['p1', 'p2']] })).toBe(0);
});

it('is beside the plan of such a room, and not where people come back to tables anyhow', () => {
  const planned = plan(room(30, 4), 1);
  if (isNoPlan(planned)) throw new Error(planned.reason);
  const { worth, bounds } = planned;
  expect(bounds.waste).toBe(2);
  expect(worth.waste).toBeGreaterThanOrEqual(2);
  const free = plan({ ...room(30, 4), objective: { tables: false } }, 1);
  if (isNoPlan(free)) throw new Error(free.reason);
  expect(free.bounds.waste).toBe(0);
});
