import { describe, expect, it } from 'vitest';
import { seeded, shuffled } from '../random.ts';
import { coloured } from './edge-colours.ts';

describe('rounds for visits', () => {
  it('gives nobody two visits in one round, and each table as many in every round', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const dice = seeded(seed);
      const tables = 2 + dice.below(9);
      const rounds = 1 + dice.below(tables);
      const all = Array.from({ length: tables }, (_, table) => table);
      const visits = Array.from({ length: 1 + dice.below(40) }, () =>
        shuffled(all, dice).slice(0, dice.below(rounds + 1)),
      );
      const rows = coloured(visits, rounds);
      const load = new Int32Array(tables * rounds);
      for (const [person, own] of visits.entries()) {
        const row = [...rows.subarray(person * rounds, (person + 1) * rounds)];
        expect(row.filter((table) => table >= 0).sort((a, b) => a - b)).toEqual(
          [...own].sort((a, b) => a - b),
        );
        for (const [round, table] of row.entries())
          if (table >= 0) load[table * rounds + round]! += 1;
      }
      for (const table of all) {
        const loads = load.subarray(table * rounds, (table + 1) * rounds);
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(2);
      }
    }
  });
});
