import { describe, expect, it } from 'vitest';
import { lowerBounds } from './bounds.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { isNoPlan, modelOf } from './model.ts';

function wasteBound(
  caps: number[],
  people: number,
  rounds: number,
  person: (i: number) => Partial<RotationPerson> = () => ({}),
): number {
  const instance: Instance = {
    rounds,
    tables: caps.map((cap, i) => ({ id: `t${i + 1}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i + 1}`, ...person(i + 1) })),
    objective: { avoidHome: true },
  };
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return lowerBounds(model).waste;
}

describe('the bound by spreading', () => {
  it('is what the square rooms reach', () => {
    expect(wasteBound([3, 3, 3], 9, 3)).toBe(6);
    expect(wasteBound([4, 4, 4, 4], 16, 4)).toBe(12);
  });

  it('knows that everybody visits a large table, and whom they met there', () => {
    // Twelve of the first large table visit the other one, three in each of four rounds, and every
    // other table six times: 12 pairs and 12 more, in each of five rounds.
    expect(wasteBound([4, 4, 6, 6, 8, 8, 12, 12], 60, 5)).toBe(120);
  });

  it('looks at the loads of single tables', () => {
    // Four sit at table 2 and have only table 1 to go to, and the other way round.
    expect(wasteBound([4, 4], 8, 2)).toBe(12);
    // Best go 3 and 2, 3 and 1, 2 and 1: 3 + 1 + 3 + 1 pairs.
    expect(wasteBound([5, 4, 3], 12, 2)).toBe(8);
  });

  it('is nothing where chairs leave a choice', () => {
    expect(wasteBound([12, 12, 12, 12], 8, 2)).toBe(0);
  });

  it('knows that a team does not go to its own table', () => {
    // Five of a team have four tables to go to: a pair in each of two rounds.
    const five = [3, 3, 3, 3, 3];
    const home = (i: number): Partial<RotationPerson> => (i > 5 ? {} : { team: 'T', home: 't1' });
    expect(wasteBound(five, 10, 2, home)).toBe(2);
    // In five rounds they come back, and may to their own table.
    expect(wasteBound(five, 10, 5, home)).toBe(0);
  });

  it('knows that a team meets its own host', () => {
    // Three walk over three tables, at one of which a mate stays.
    const host = (i: number): Partial<RotationPerson> =>
      i > 3 ? { host: `t${i - 3}`, ...(i === 4 ? { team: 'T' } : {}) } : { team: 'T' };
    expect(wasteBound([2, 2, 2], 6, 2, host)).toBe(2);
    // Two of them have two other tables; but one stranger comes to the first only once.
    const two = (i: number): Partial<RotationPerson> => (i === 3 ? {} : host(i));
    expect(wasteBound([2, 2, 2], 6, 2, two)).toBe(1);
  });
});
