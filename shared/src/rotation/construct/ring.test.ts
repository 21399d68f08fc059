import { describe, expect, it } from 'vitest';
import { ringOf } from './ring.ts';

describe('a ring of fields', () => {
  it('has as many points as its smallest field has elements', () => {
    const points = [6, 9, 12, 20, 35, 36, 100].map((order) => ringOf(order).points.length);
    expect(points).toEqual([2, 9, 3, 4, 5, 4, 4]);
  });

  it.each([6, 12, 20, 35, 36])('of order %i never loses a difference of points', (order) => {
    const { points, times, plus } = ringOf(order);
    const all = Array.from({ length: order }, (_, i) => i);
    const minus = (a: number, b: number): number => all.find((c) => plus(b, c) === a)!;
    for (const [i, x] of points.entries()) {
      for (const y of points.slice(0, i)) {
        const difference = minus(x, y);
        expect(all.filter((a) => times(a, difference) === 0)).toEqual([0]);
      }
    }
    for (const a of all) {
      expect(times(a, plus(points[1]!, points[1]!))).toBe(
        plus(times(a, points[1]!), times(a, points[1]!)),
      );
    }
  });
});
