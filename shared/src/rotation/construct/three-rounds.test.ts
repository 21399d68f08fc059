import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { latinCells, threeRounds } from './three-rounds.ts';

describe('three rounds at an even number of tables', () => {
  it.each([6, 10, 14, 22, 30])('lets nobody come back or meet again: %i tables', (tables) => {
    const cells = latinCells(tables);
    expect(cells).toHaveLength(tables * (tables - 1));
    for (const [one, other] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      expect(cells.every((cell) => cell[one] !== cell[other])).toBe(true);
      const pairs = new Set(cells.map((cell) => cell[one] * tables + cell[other]));
      expect(pairs.size).toBe(cells.length);
    }
  });

  it.each([
    [6, 5],
    [10, 5],
    [10, 7],
    [10, 9],
    [10, 12],
    [10, 20],
    [14, 9],
    [14, 12],
    [22, 15],
    [30, 16],
  ])('fills %i tables evenly with %i classes, the last one by itself', (tables, count) => {
    const classes = threeRounds(tables, count, seeded(1))!;
    expect(classes).toHaveLength(count);
    for (const round of [0, 1, 2]) {
      const last = new Set(classes.at(-1)!.map((cell) => cell[round]));
      expect(last.size).toBe(tables);
      const load = new Int32Array(tables);
      for (const cell of classes.flat()) load[cell[round]!]! += 1;
      expect([...load]).toEqual(Array.from({ length: tables }, () => count));
    }
  });
});
