import { expect, it } from 'vitest';
import { fitting, pickTiles } from './pick-tiles.ts';

const tables = [1, 2, 3, 4].map((number) => ({ id: `t${number}`, number, place: '', chairs: 6 }));
const chairs = { round: 1, extra: 2, lateMinutes: 5, left: [-2, 3, -1, null] };

it('shows open tables by number, with chairs that are laid and left', () => {
  const { shown, more } = pickTiles(tables, chairs, 24);
  expect(shown.map(({ table, left }) => [table.number, left])).toEqual([
    [1, 'full'],
    [2, 3],
    [3, 0],
  ]);
  expect(more).toBe(0);
});

it('shows those with most chairs where all would be too small', () => {
  const { shown, more } = pickTiles(tables, chairs, 2);
  expect(shown.map(({ table }) => table.number)).toEqual([2, 3]);
  expect(more).toBe(1);
});

it('holds as many as a projector shows in words one can read', () => {
  expect(fitting(1_766, 650, 1_080)).toBe(30);
  expect(fitting(942, 470, 768)).toBe(18);
  expect(fitting(0, 0, 0)).toBe(8);
});
