import { describe, expect, it } from 'vitest';
import type { Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { after, walked } from '../repair/mishap.ts';
import { evenlyVisited } from './even-visits.ts';

/** @param homes how many people have each table as their own. */
function judged(homes: number[], rounds: number, cap: number): ReturnType<typeof judge> | null {
  const people = homes.flatMap((count, table) =>
    Array.from({ length: count }, (_, i) => ({ id: `p${table}-${i}`, home: `t${table}` })),
  );
  const tables = homes.map((_, i) => ({ id: `t${i}`, cap }));
  const instance: Instance = { rounds, tables, people, objective: { avoidHome: true } };
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  const seats = evenlyVisited(model);
  return seats === null ? null : judge(instance, seats.schedule());
}

describe('even visits', () => {
  it('are even as long as every table has enough who may come', () => {
    for (const [homes, rounds] of [
      [[10, 4, 3, 3, 0], 2],
      [[5, 5, 5, 5], 3],
      [[9, 9, 9, 3, 0, 0, 0, 0], 6],
    ] as const) {
      expect(judged([...homes], rounds, 6)).toMatchObject({
        broken: [],
        worth: { tableRepeats: 0, imbalance: 0 },
      });
    }
  });

  it('are as even as can be where a table has too few', () => {
    // Nobody may come to the first: its place is taken at the others, a pair in each round.
    expect(judged([3, 0, 0], 2, 3)?.worth).toMatchObject({ tableRepeats: 0, imbalance: 2 });
    // Six visits of seven are possible at each table: one table is empty seven times in all.
    expect(judged([1, 1, 1, 1, 1, 1, 1], 6, 7)?.worth).toMatchObject({ imbalance: 0 });
    expect(judged([2, 2, 2, 1, 0, 0, 0], 6, 7)?.worth).toMatchObject({
      tableRepeats: 0,
      imbalance: 3,
    });
  });

  it('keep to the chairs, and nobody comes back more often than they must', () => {
    expect(judged([3, 0, 0], 2, 1)).toBeNull();
    // With three rounds and two tables that they should visit, each of the three comes back once.
    expect(judged([3, 0, 0], 3, 3)?.worth).toMatchObject({ tableRepeats: 3, imbalance: 0 });
  });

  it('are not looked for in large rooms in the middle of a day', () => {
    const room = (people: number, tables: number) => {
      const model = modelOf(after(walked(people, tables, 5, 9), 1, { gone: 3 }, 1));
      if (isNoPlan(model)) throw new Error(model.reason);
      return evenlyVisited(model);
    };
    expect(room(100, 20)?.tableRepeats).toBe(0);
    expect(room(500, 100)).toBeNull();
  });
});
