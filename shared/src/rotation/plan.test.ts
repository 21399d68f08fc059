import { describe, expect, it } from 'vitest';
import { anyInstance } from './fixture.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan } from './model.ts';
import { plan as planOrNot, planning } from './plan.ts';
import type { Planned } from './planned.ts';

function room(
  tables: number,
  cap: number,
  people: RotationPerson[],
  change: Partial<Instance> = {},
): Instance {
  return {
    rounds: 3,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i + 1}`, cap })),
    people,
    ...change,
  };
}

function plan(instance: Instance, seed: number): Planned {
  const planned = planOrNot(instance, seed);
  if (isNoPlan(planned)) throw new Error(planned.reason);
  return planned;
}

/** Every team hosts its own table. */
const teams = (count: number, size: number): RotationPerson[] =>
  Array.from({ length: count * size }, (_, i) => {
    const team = Math.floor(i / size) + 1;
    return { id: `p${i}`, team: `team${team}`, home: `t${team}` };
  });

describe('a plan', () => {
  it('that is perfect needs no further chunk and proves itself', () => {
    const perfect = room(5, 5, teams(5, 4));
    const begun = planning(perfect, 1);
    if (isNoPlan(begun)) throw new Error(begun.reason);
    expect(begun.step()).toBe(false);
    const { worth, bounds } = begun.result();
    expect([worth.tableRepeats, worth.imbalance, worth.waste]).toEqual([0, 0, 0]);
    expect(bounds).toEqual({ tableRepeats: 0, imbalance: 0, waste: 0, changed: 0 });
  });

  it('keeps seats that are to stay where a better plan would move them', () => {
    const people = Array.from({ length: 9 }, (_, i) => ({ id: `p${i}` }));
    const seats = { p0: ['t1', 't1', null], p1: ['t1', 't1', 't2'] };
    const { schedule, worth } = plan(room(3, 3, people, { kept: seats }), 1);
    expect(schedule.seats.p0?.slice(0, 2)).toEqual(['t1', 't1']);
    expect(schedule.seats.p1).toEqual(['t1', 't1', 't2']);
    // Two come back to their table, and two others because they are in the way there.
    expect(worth).toMatchObject({ tableRepeats: 4, imbalance: 0 });
  });

  // Ten rooms at a time, far below what a test may take, however busy the machine is.
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'keeps every hard rule and counts as the judge counts, for any room (%i…)',
    (ten) => {
      let planned = 0;
      for (let seed = 10 * ten + 1; seed <= 10 * ten + 10; seed += 1) {
        const instance = anyInstance(seed, { people: 24, tables: 6, rounds: 5 });
        const result = planOrNot(instance, seed);
        if (isNoPlan(result)) continue;
        planned += 1;
        const { worth, broken } = judge(instance, result.schedule);
        expect(broken, `seed ${seed}`).toEqual([]);
        expect(result.worth, `seed ${seed}`).toEqual(worth);
        expect(worth.waste, `seed ${seed}`).toBeGreaterThanOrEqual(result.bounds.waste);
        expect(worth.tableRepeats, `seed ${seed}`).toBeGreaterThanOrEqual(
          result.bounds.tableRepeats,
        );
      }
      expect(planned).toBeGreaterThan(5);
    },
  );

  it('lets everybody in teams of six host once and visit two other tables', () => {
    const instance = room(10, 8, teams(10, 6), { relay: 2 });
    const { schedule, worth } = plan(instance, 1);
    for (const person of instance.people) {
      const hosting = schedule.hosting[person.id] ?? [];
      expect(hosting.filter((table) => table !== null)).toHaveLength(1);
    }
    expect(judge(instance, schedule).broken).toEqual([]);
    expect(worth).toMatchObject({ tableRepeats: 0, imbalance: 0 });
  });

  it('gives a team with a pair no third host', () => {
    const people = teams(8, 6);
    const instance = room(8, 8, people, { relay: 2, together: [['p1', 'p2']] });
    const { schedule } = plan(instance, 1);
    expect(judge(instance, schedule).broken).toEqual([]);
    expect(schedule.hosting['p1']).toEqual(schedule.hosting['p2']);
  });

  it('repeats no table and is as even as can be where most avoid the same one', () => {
    const home = (i: number): string => `t${i < 6 ? 1 : 2 + (i % 4)}`;
    const people = Array.from({ length: 15 }, (_, i) => ({
      id: `p${i}`,
      team: `T${i % 5}`,
      home: home(i),
    }));
    const instance = room(5, 4, people, { rounds: 4, objective: { avoidHome: true } });
    const { worth, bounds } = plan(instance, 1);
    expect(worth).toMatchObject({ tableRepeats: 0, imbalance: bounds.imbalance });
    expect(bounds.imbalance).toBeGreaterThan(0);
  });

  it.each([
    ['wishes', { wishes: ['t1'] }, {}],
    ['told seats', {}, { told: { p1: ['t1', 't1', 't1'] } }],
  ])('of a room where more must sit at a table than can is none: %s', (_what, write, change) => {
    for (const chairs of [0, 1]) {
      const people = [
        { id: 'p1', host: 't1', ...write },
        { id: 'p2', host: 't1', ...write },
        { id: 'p3', ...write },
      ];
      for (const tables of [1, 4]) {
        const instance = room(tables, chairs, people, change);
        expect(planOrNot(instance, 1)).toMatchObject({ round: 1 });
      }
    }
  });

  it('is the same for the same seed', () => {
    const instance = room(10, 8, teams(10, 6), { relay: 2 });
    expect(plan(instance, 7)).toEqual(plan(instance, 7));
  });

  it('is refused where more host a table than it has chairs, also in a repair', () => {
    const hosts = [1, 2, 3].map((i) => ({ id: `p${i}`, host: 't1' }));
    const told = Object.fromEntries(hosts.map(({ id }) => [id, ['t1', 't1', 't1']]));
    const crowded = room(2, 1, hosts, { told });
    expect(planOrNot({ ...crowded, tables: [{ id: 't1', cap: 0 }] }, 1)).toMatchObject({
      reason: 'chairs',
    });
    expect(planOrNot(room(4, 1, hosts, { told }), 1)).toMatchObject({ reason: 'tableFull' });
  });
});
