import type { PageNotes } from '@tablecloth/shared/harvest';
import { sampleCafe } from '@tablecloth/shared/sample';
import { beforeEach, expect, it, vi } from 'vitest';
import { MemoryStore } from '../../test/memory-store.ts';
import { makeCafe } from '../cafes/make-cafe.ts';
import { CountedPages } from './counted-pages.ts';
import { seedNotes } from './seed-notes.ts';

const store = new MemoryStore();
const read = vi.spyOn(store, 'page');
let cafe: { id: string; factNumber: number };
let counted: CountedPages;
beforeEach(async () => {
  ({ cafe } = await makeCafe({ store, key: new Uint8Array(32), now: 1 }, sampleCafe(null)));
  await seedNotes(store, cafe, [written('t1', 'a'), written('t2', 'b', 'c')], 1);
  cafe = { id: cafe.id, factNumber: (await store.cafe(cafe.id))?.number ?? 0 };
  counted = new CountedPages(store);
  read.mockClear();
});

function written(table: string, ...texts: string[]): PageNotes {
  const cards = texts.map((text, order) => ({
    ...{ id: `0190f3c2-0000-7000-8000-00000000000${text}`, kind: 'note', text, order },
    ...{ removed: false, author: 'p1-1' },
  }));
  return { table, round: 1, cards, late: [] };
}

const pagesRead = (): string[] => read.mock.calls.map(([, page]) => page);

it('reads a page once, however many ask for its notes to be counted', async () => {
  const expected = [
    { table: 't1', round: 1, notes: 1 },
    { table: 't2', round: 1, notes: 2 },
  ];
  const both = await Promise.all([counted.of(cafe), counted.of(cafe)]);
  expect(both).toEqual([expected, expected]);
  expect(await counted.of(cafe)).toEqual(expected);
  expect(pagesRead()).toEqual(['t1.1', 't2.1']);
});

it('reads a page again once more is stored of it, and no other', async () => {
  await counted.of(cafe);
  read.mockClear();
  await seedNotes(store, cafe, [written('t2', 'd')], 2);
  expect(await counted.of(cafe)).toContainEqual({ table: 't2', round: 1, notes: 3 });
  expect(pagesRead()).toEqual(['t2.1']);
});

it('does not keep a reading that failed', async () => {
  read.mockRejectedValueOnce(new Error('disk'));
  await expect(counted.of(cafe)).rejects.toThrow('disk');
  expect(await counted.of(cafe)).toHaveLength(2);
});
