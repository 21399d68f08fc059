import { describe, expect, it } from 'vitest';
import { pairs } from './even.ts';
import { leastOverlap, type Range } from './overlap.ts';
import { seeded } from './random.ts';

const exactly = (...loads: number[]): Range => ({
  least: Int32Array.from(loads),
  most: Int32Array.from(loads),
});

/** By looking at every way in which people can go from tables to tables. */
function leastOfAll(from: Range, to: Range, people: number, stayPrice: number): number | null {
  const tables = from.most.length;
  const leaving = new Array<number>(tables).fill(0);
  const coming = new Array<number>(tables).fill(0);
  let least: number | null = null;
  const fits = (range: Range, counts: readonly number[]): boolean =>
    counts.every((count, t) => count >= range.least[t]! && count <= range.most[t]!);
  const go = (cell: number, left: number, cost: number): void => {
    if (cell === tables * tables) {
      if (left > 0 || !fits(from, leaving) || !fits(to, coming)) return;
      least = least === null ? cost : Math.min(least, cost);
      return;
    }
    const i = Math.floor(cell / tables);
    const j = cell % tables;
    for (let count = 0; count <= (i === j && stayPrice === Infinity ? 0 : left); count += 1) {
      leaving[i]! += count;
      coming[j]! += count;
      go(
        cell + 1,
        left - count,
        cost + pairs(count) + (i === j && count > 0 ? count * stayPrice : 0),
      );
      leaving[i]! -= count;
      coming[j]! -= count;
    }
  };
  go(0, people, 0);
  return least;
}

describe('overlap of two rounds', () => {
  it('spreads a table over the others', () => {
    expect(leastOverlap(exactly(3, 3, 3), exactly(3, 3, 3), 9, 0)).toBe(0);
    expect(leastOverlap(exactly(3, 3, 3), exactly(3, 3, 3), 9, Infinity)).toBe(3);
  });

  it('keeps people together who have one table to go to', () => {
    expect(leastOverlap(exactly(1, 4), exactly(4, 1), 5, Infinity)).toBe(6);
    expect(leastOverlap(exactly(4, 1), exactly(4, 1), 5, Infinity)).toBeNull();
  });

  it('is the least of all ways', () => {
    const random = seeded(5);
    for (let round = 0; round < 60; round += 1) {
      const range = (): Range => {
        const least = Int32Array.from({ length: 3 }, () => random.below(3));
        return { least, most: least.map((load) => load + random.below(3)) };
      };
      const from = range();
      const to = range();
      const people = random.below(8);
      const price = [0, Infinity, 1, 2][round % 4]!;
      const least = leastOfAll(from, to, people, price);
      expect(leastOverlap(from, to, people, price), `round ${round}`).toBe(least);
    }
  });
});
