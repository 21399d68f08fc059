import { describe, expect, it } from 'vitest';
import { seeded } from '../random.ts';
import { turningRounds } from './turning.ts';

/** Pairs that meet again, and the loads there are. */
function counted(
  tableOf: Int32Array,
  people: number,
  rounds: number,
): { again: number; loads: number[] } {
  const met = new Set<number>();
  const loads = new Map<number, number>();
  let again = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (let a = 0; a < people; a += 1) {
      const table = tableOf[a * rounds + round]!;
      loads.set(round * people + table, (loads.get(round * people + table) ?? 0) + 1);
      for (let b = 0; b < a; b += 1) {
        if (tableOf[b * rounds + round] !== table) continue;
        if (met.has(a * people + b)) again += 1;
        met.add(a * people + b);
      }
    }
  }
  return { again, loads: [...new Set(loads.values())].sort((a, b) => a - b) };
}

describe('rounds by turning', () => {
  it.each([
    // Fifteen schoolgirls walk in threes for seven days.
    [15, 5, 7, [3]],
    [24, 6, 7, [4]],
    [23, 6, 7, [3, 4]],
    [30, 6, 6, [5]],
    [24, 8, 11, [3]],
    [10, 5, 9, [2]],
    [40, 10, 9, [4]],
  ])('let nobody meet twice: %i people, %i tables, %i rounds', (people, tables, rounds, loads) => {
    const tableOf = turningRounds(people, tables, rounds, seeded(1))!;
    expect(tableOf).toHaveLength(people * rounds);
    expect(counted(tableOf, people, rounds)).toEqual({ again: 0, loads });
  });

  it('are none where there are too few people to meet, or too many for a search', () => {
    expect(turningRounds(16, 4, 6, seeded(1))).toBeNull();
    expect(turningRounds(400, 40, 7, seeded(1))).toBeNull();
  });
});
