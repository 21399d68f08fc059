import { expect, it } from 'vitest';
import { MemoryDrawers, type Drawers } from './drawers.ts';
import { Shelf, type KeptEntry } from './shelf.ts';

const entry = (replica: string, n: number): KeptEntry => ({
  page: 't7.1',
  generation: 1,
  replica,
  n,
  bytes: Uint8Array.of(n),
  cards: ['a'],
});

it('keeps entries by replica and number, also for the page that opens next', async () => {
  const drawers = new MemoryDrawers();
  const shelf = new Shelf('cafe/ana', drawers);
  for (const n of [2, 10, 1]) await shelf.keepEntry(entry('r1', n));
  await shelf.keepEntry(entry('r2', 1));
  const next = new Shelf('cafe/ana', drawers);
  expect((await next.entries()).map(({ replica, n }) => `${replica}.${String(n)}`)).toEqual([
    'r1.1',
    'r1.2',
    'r1.10',
    'r2.1',
  ]);
  await next.dropEntries('r1', 1, 2);
  expect(await shelf.entries()).toEqual([entry('r1', 10), entry('r2', 1)]);
});

it('keeps the people of one device apart', async () => {
  const drawers = new MemoryDrawers();
  await new Shelf('cafe/ana', drawers).keepEntry(entry('r1', 1));
  const other = new Shelf('cafe/bo', drawers);
  expect(await other.entries()).toEqual([]);
  expect(await other.day()).toBeNull();
});

it('keeps pages and the day', async () => {
  const shelf = new Shelf('cafe/ana', new MemoryDrawers());
  const page = { page: 't7.1', generation: 2, bytes: Uint8Array.of(1, 2) };
  await shelf.keepPage(page);
  await shelf.keepDay({ views: {}, skewMs: 5 });
  expect(await shelf.page('t7.1')).toEqual(page);
  expect(await shelf.page('t7.10')).toBeNull();
  expect(await shelf.day()).toEqual({ views: {}, skewMs: 5 });
});

it('goes on in memory where the browser refuses storage, and says so once', async () => {
  const no = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
  const refusing: Drawers = { put: no, all: no, remove: no };
  const shelf = new Shelf('cafe/ana', refusing);
  let told = 0;
  shelf.onRefused(() => {
    told += 1;
  });
  expect(shelf.isDurable).toBe(true);
  await shelf.keepEntry(entry('r1', 1));
  await shelf.keepEntry(entry('r1', 2));
  expect(shelf.isDurable).toBe(false);
  expect(told).toBe(1);
  expect(await shelf.entries()).toEqual([entry('r1', 1), entry('r1', 2)]);
});

it('says at once that a browser without storage keeps nothing', () => {
  const shelf = new Shelf('cafe/ana', null);
  let told = 0;
  shelf.onRefused(() => {
    told += 1;
  });
  expect(told).toBe(1);
});
