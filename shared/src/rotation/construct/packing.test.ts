import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../random.ts';
import { packed, SPLIT } from './packing.ts';

function places(teams: readonly number[], classOf: Int32Array, classes: number): number[] {
  return Array.from({ length: classes }, (_, own) =>
    teams.reduce((sum, size, team) => sum + (classOf[team] === own ? size : 0), 0),
  );
}

describe('packing teams into classes', () => {
  it('finds what the largest first would miss', () => {
    // 6 + 3 in one class would leave no place for both fours.
    const teams = [6, 4, 4, 3, 3];
    const classOf = packed(teams, [10, 10]);
    expect(places(teams, classOf, 2)).toEqual([10, 10]);
  });

  it('leaves out a team larger than any class', () => {
    expect([...packed([8, 5], [7, 7])]).toEqual([SPLIT, 0]);
  });

  it('packs most rooms that were packed before', () => {
    const random = seeded(5);
    let whole = 0;
    for (let i = 0; i < 200; i += 1) {
      const classes = Array.from({ length: 1 + random.below(8) }, () => 5 + random.below(20));
      const teams = classes.flatMap((size) => {
        const cut = 1 + random.below(size - 1);
        const other = random.below(size - cut + 1);
        return [cut, other, size - cut - other].filter((n) => n > 0);
      });
      const classOf = packed(shuffled(teams, random), classes);
      if (!classOf.includes(SPLIT)) whole += 1;
    }
    expect(whole).toBeGreaterThan(150);
  });

  it('never puts more into a class than it holds', () => {
    const random = seeded(9);
    for (let i = 0; i < 100; i += 1) {
      const classes = Array.from({ length: 1 + random.below(6) }, () => random.below(12));
      const teams = Array.from({ length: random.below(15) }, () => 1 + random.below(9));
      for (const [own, taken] of places(teams, packed(teams, classes), classes.length).entries()) {
        expect(taken).toBeLessThanOrEqual(classes[own]!);
      }
    }
  });
});
