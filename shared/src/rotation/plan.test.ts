import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instance, RotationPerson } from './instance.ts';
import { judge } from './judge.ts';
import { plan, wasteBound } from './plan.ts';

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
    together: [],
    relay: 0,
    ...change,
  };
}

const crowd = (count: number): RotationPerson[] =>
  Array.from({ length: count }, (_, i) => ({ id: `p${i}` }));

/** Every team hosts its own table. */
const teams = (count: number, size: number): RotationPerson[] =>
  Array.from({ length: count * size }, (_, i) => {
    const team = Math.floor(i / size) + 1;
    return { id: `p${i}`, team: `team${team}`, home: `t${team}` };
  });

describe('a plan', () => {
  it('is perfect where the shift rule is: 60 people at 20 tables', () => {
    const instance = room(20, 4, crowd(60));
    expect(plan(instance, 1)?.worth).toEqual({ tableRepeats: 0, imbalance: 0, waste: 0 });
  });

  it('lets everybody in teams of six host once and visit two other tables', () => {
    const instance = room(10, 8, teams(10, 6), { relay: 2 });
    const { schedule, worth } = plan(instance, 1) ?? {};
    for (const person of instance.people) {
      const hosting = schedule?.hosting[person.id] ?? [];
      expect(hosting.filter(Boolean)).toHaveLength(1);
      for (const [round, table] of (schedule?.seats[person.id] ?? []).entries()) {
        expect(table === person.home).toBe(hosting[round]);
      }
    }
    expect(worth).toMatchObject({ tableRepeats: 0, imbalance: 0 });
    expect(worth?.waste).toBeGreaterThanOrEqual(wasteBound(instance));
  });

  it('gives a team with a pair no third host', () => {
    const people = teams(8, 5);
    const instance = room(8, 8, people, { relay: 2, together: [['p1', 'p2']] });
    const { schedule } = plan(instance, 1) ?? {};
    for (const round of [0, 1, 2]) {
      const hosts = people.filter(({ id }) => schedule?.hosting[id]?.[round] === true);
      expect(hosts).toHaveLength(16);
    }
    expect(schedule?.hosting['p1']).toEqual(schedule?.hosting['p2']);
  });

  it('is null where the tables cannot hold the people', () => {
    expect(plan(room(2, 3, crowd(7)), 1)).toBeNull();
  });

  it('is the same for the same seed', () => {
    const instance = room(10, 8, teams(10, 5), { relay: 2 });
    expect(plan(instance, 7)).toEqual(plan(instance, 7));
  });

  it('holds its hard rules for any room', () => {
    fc.assert(
      fc.property(
        fc.record({
          tables: fc.integer({ min: 1, max: 7 }),
          rounds: fc.integer({ min: 1, max: 4 }),
          people: fc.integer({ min: 0, max: 40 }),
          relay: fc.integer({ min: 0, max: 2 }),
          pairs: fc.integer({ min: 0, max: 4 }),
          fixed: fc.integer({ min: 0, max: 3 }),
        }),
        ({ tables, rounds, people, relay, pairs, fixed }) => {
          const list = crowd(people).map((person, i): RotationPerson => {
            const team = (i % tables) + 1;
            const at = i >= people - fixed ? { fixed: `t${team}` } : {};
            return { ...person, team: `team${team}`, home: `t${team}`, ...at };
          });
          const together = Array.from({ length: pairs }, (_, i): [string, string] => [
            `p${i * 2}`,
            `p${i * 2 + 1}`,
          ]).filter(([, b]) => Number(b.slice(1)) < people - fixed);
          const instance = room(tables, 40, list, { rounds, relay, together });
          const { schedule, worth } = plan(instance, 3) ?? {};
          expect(worth?.waste).toBeGreaterThanOrEqual(wasteBound(instance));
          for (const person of list) {
            const seats = schedule?.seats[person.id] ?? [];
            expect(seats).toHaveLength(rounds);
            for (const seat of seats) expect(instance.tables.map(({ id }) => id)).toContain(seat);
            if (person.fixed !== undefined) expect(new Set(seats)).toEqual(new Set([person.fixed]));
          }
          for (const [a, b] of together) {
            expect(schedule?.seats[a]).toEqual(schedule?.seats[b]);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('the judge', () => {
  const instance = room(
    2,
    4,
    [
      { id: 'a', team: 'x', home: 't1' },
      { id: 'b', team: 'x', home: 't1' },
      { id: 'c' },
      { id: 'd' },
    ],
    { rounds: 2 },
  );

  it('counts repeats, the home table as visited, uneven tables and meetings that are not new', () => {
    const hosting = Object.fromEntries(instance.people.map(({ id }) => [id, [false, false]]));
    const seats = { a: ['t1', 't2'], b: ['t1', 't2'], c: ['t1', 't2'], d: ['t2', 't2'] };
    expect(judge(instance, { seats, hosting })).toEqual({
      // a and b visit their own team's table, d stays
      tableRepeats: 3,
      // three and one instead of two and two, then four and none
      imbalance: 1 + 4,
      // a and b are team-mates twice; a–c and b–c meet again
      waste: 4,
    });
  });
});
