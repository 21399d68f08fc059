import { describe, expect, it } from 'vitest';
import { fieldOf, primePower } from './field.ts';

describe('a finite field', () => {
  it('exists for prime powers only', () => {
    const orders = Array.from({ length: 40 }, (_, n) => n).filter((n) => fieldOf(n) !== null);
    expect(orders).toEqual([2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 17, 19, 23, 25, 27, 29, 31, 32, 37]);
    expect(primePower(1024)).toEqual({ prime: 2, exponent: 10 });
    expect(primePower(1)).toBeNull();
  });

  it.each([2, 3, 4, 5, 7, 8, 9, 16, 25, 27, 32, 49])(
    'of order %i can add and multiply back',
    (order) => {
      const field = fieldOf(order)!;
      const all = Array.from({ length: order }, (_, i) => i);
      for (const a of all) {
        expect(new Set(all.map((b) => field.plus(a, b))).size).toBe(order);
        if (a > 0) expect(new Set(all.map((b) => field.times(a, b))).size).toBe(order);
        expect(field.times(a, 1)).toBe(a);
        const [b, c] = [(a * 7 + 3) % order, (a * 5 + 1) % order];
        expect(field.times(a, field.plus(b, c))).toBe(
          field.plus(field.times(a, b), field.times(a, c)),
        );
      }
    },
  );
});
