import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestOf, slipsBetween } from './near.ts';

const teams = ['Oak Ward', 'Elm Ward', 'Ward 1', 'Ward 2', 'Team A', 'Łódź Outreach', 'Bay'].map(
  (name) => ({ name }),
);
const meant = (wish: string) => nearestOf(teams)(wish)?.name ?? null;

it('a slip or two leads to the name that was meant', () => {
  expect(
    ['Oak Wrad', 'oak wardd', 'Oka Ward', 'Oak-Wrd', 'Lodz Outreech', 'Wrad 1'].map(meant),
  ).toEqual(['Oak Ward', 'Oak Ward', 'Oak Ward', 'Oak Ward', 'Łódź Outreach', 'Ward 1']);
});

it('nothing is made out of another name, another number or a short one', () => {
  expect(['Ash Ward', 'Ward 3', 'Team B', 'Day', '', 'Crisis Line'].map(meant)).toEqual(
    Array(6).fill(null),
  );
});

it('two that are as near are none', () => {
  const two = [{ name: 'Oak Wards' }, { name: 'Oak Warden' }, { name: 'Oak Warder' }];
  expect(nearestOf(two)('Oak Warde')?.name ?? null).toBeNull();
  expect(nearestOf(two)('Oak Wardss')?.name).toBe('Oak Wards');
});

it('slips are the same both ways, and no more than letters', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, fc.nat(8), (one, other, most) => {
      const slips = slipsBetween(one, other, 99);
      expect(slipsBetween(other, one, 99)).toBe(slips);
      expect(slips).toBeLessThanOrEqual(Math.max(one.length, other.length));
      expect(slips === 0).toBe(one === other);
      const bounded = slipsBetween(one, other, most);
      expect(slips <= most ? bounded : bounded > most).toBe(slips <= most ? slips : true);
    }),
  );
});
