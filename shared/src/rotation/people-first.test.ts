import { expect, it } from 'vitest';
import { fewerReturns } from './fewer-returns.ts';
import { anyInstance } from './fixture.ts';
import { compareWorth, type Instance, type Schedule } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan } from './model.ts';
import { plan, planning } from './plan.ts';
import type { Planned } from './planned.ts';

function room(people: number, tables: number, rounds: number, cap: number): Instance {
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}` })),
    objective: { tables: false },
  };
}

const countingTables = (instance: Instance): Instance => ({
  ...instance,
  objective: { ...instance.objective, tables: true },
});

function returns(instance: Instance, schedule: Schedule): number {
  return judge(countingTables(instance), schedule).worth.tableRepeats;
}

function planOf(instance: Instance, seed = 1): Planned {
  const planned = plan(instance, seed);
  if (isNoPlan(planned)) throw new Error(planned.reason);
  return planned;
}

it.each([
  [12, 4, 2, 4],
  [40, 8, 5, 5],
  [100, 20, 4, 6],
])('%i people at %i tables in %i rounds meet new people and see new tables', (...size) => {
  const instance = room(...size);
  const { schedule, worth } = planOf(instance);
  expect([worth.waste, returns(instance, schedule)]).toEqual([0, 0]);
});

it('people come back to fewer tables where new people at new tables cannot be had', () => {
  const instance = room(24, 6, 7, 4);
  const { schedule, worth } = planOf(instance);
  expect(worth.waste).toBe(0);
  expect(returns(instance, schedule)).toBeLessThan(48);
});

it('is never beaten by the plan that has other tables first', () => {
  for (let seed = 1; seed <= 16; seed += 1) {
    const any = anyInstance(seed, { people: 14, tables: 4, rounds: 3 });
    const { told: _, ...instance } = { ...any, objective: { ...any.objective, tables: false } };
    const people = plan(instance, seed);
    const tables = plan(countingTables(instance), seed);
    if (isNoPlan(people) || isNoPlan(tables)) continue;
    const other = { ...tables.worth, tableRepeats: 0 };
    const both = [people.worth, other] as const;
    if (compareWorth(...both) < 0) continue;
    expect(compareWorth(...both), `seed ${seed}`).toBe(0);
    const [own, its] = [people, tables].map(({ schedule }) => returns(instance, schedule));
    expect(own, `seed ${seed}`).toBeLessThanOrEqual(its ?? 0);
  }
});

it('changes only which table a group sits at, and breaks no rule by it', () => {
  for (let seed = 1; seed <= 80; seed += 1) {
    const any = anyInstance(seed, { people: 20, tables: 6, rounds: 4 });
    const instance = { ...any, objective: { ...any.objective, tables: false } };
    delete instance.told;
    const begun = planning(countingTables(instance), seed);
    if (isNoPlan(begun)) continue;
    const { schedule } = begun.result();
    const better = fewerReturns(instance, schedule);
    expect(judge(instance, better), `seed ${seed}`).toEqual(judge(instance, schedule));
    expect(returns(instance, better)).toBeLessThanOrEqual(returns(instance, schedule));
  }
});
