import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { differenceRows } from './difference.ts';
import { groupsOf } from './group.ts';

describe('difference rows', () => {
  it('work over groups', () => {
    for (const group of [...groupsOf(12), ...groupsOf(18), ...groupsOf(7)]) {
      const all = Array.from({ length: group.order }, (_, i) => i);
      for (const a of all) {
        expect(new Set(all.map((b) => group.plus(a, b))).size).toBe(group.order);
        for (const b of all) expect(group.plus(group.minus(a, b), b)).toBe(a);
      }
    }
  });

  it.each([
    [6, 4, 5],
    [10, 6, 5],
    [12, 7, 6],
    [15, 8, 6],
    [18, 8, 6],
    [22, 12, 6],
    [30, 15, 6],
  ])('of %i elements: %i rows for %i rounds', (order, wanted, rounds) => {
    const { rows, again, group } = differenceRows(groupsOf(order), wanted, rounds, seeded(3));
    expect({ rows: rows.length, again }).toEqual({ rows: wanted, again: 0 });
    const all = [Array.from({ length: rounds }, () => 0), ...rows];
    for (const [i, one] of all.entries()) {
      for (const other of all.slice(0, i)) {
        const differences = one.map((step, round) => group.minus(step, other[round]!));
        expect(new Set(differences).size).toBe(rounds);
      }
    }
  });

  it('with few that come again where there can be no more rows', () => {
    // Over the cyclic group of ten there are not even two rows for ten rounds.
    const { rows, again, group } = differenceRows(groupsOf(10), 4, 9, seeded(1));
    expect(rows.length).toBeGreaterThan(0);
    let counted = 0;
    for (const [i, one] of rows.entries()) {
      expect(new Set(one).size).toBe(9);
      for (const other of rows.slice(0, i)) {
        const differences = one.map((step, round) => group.minus(step, other[round]!));
        for (const [at, difference] of differences.entries()) {
          counted += differences.slice(0, at).filter((earlier) => earlier === difference).length;
        }
      }
    }
    expect(again).toBe(counted);
    expect(again + (4 - rows.length) * 8).toBeLessThan(24);
  });
});
