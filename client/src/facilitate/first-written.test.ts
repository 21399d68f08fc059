import { expect, it } from 'vitest';
import { cafe } from './fixture.ts';
import { firstWritten, notesWhere } from './first-written.ts';

const counts = [
  { table: 't2', round: 2, notes: 3 },
  { table: 't2', round: 1, notes: 1 },
  { table: 't3', round: 2, notes: 2 },
];

it('the first page with notes is shown, by table and then by round', () => {
  expect(firstWritten(cafe, counts, null)).toEqual({ table: 't2', round: 1 });
  expect(firstWritten(cafe, [], null)).toBeNull();
});

it('while pages are open it is one of those', () => {
  expect(firstWritten(cafe, counts, 2)).toEqual({ table: 't2', round: 2 });
  expect(firstWritten(cafe, counts, 3)).toBeNull();
});

it('notes are counted for a table and for a page', () => {
  expect(notesWhere(counts, ({ table }) => table === 't2')).toBe(4);
  expect(notesWhere(counts, ({ table, round }) => table === 't2' && round === 2)).toBe(3);
  expect(notesWhere(counts, ({ table }) => table === 't1')).toBe(0);
});
