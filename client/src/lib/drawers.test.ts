import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IndexedDrawers } from './drawers.ts';
import { Shelf } from './shelf.ts';
import { settle } from './test/fake-device.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('a database that never opens holds nobody up: the shelf goes on in memory', async () => {
  const silent = { open: () => ({}) } as unknown as IDBFactory;
  const shelf = new Shelf('cafe/ana', new IndexedDrawers(silent));
  const entry = {
    page: 't7.1',
    generation: 1,
    replica: 'r',
    n: 1,
    bytes: new Uint8Array(),
    cards: [],
  };
  let isKept = false;
  const kept = shelf.keepEntry(entry).then(() => (isKept = true));
  await settle();
  expect(isKept).toBe(false);
  vi.advanceTimersByTime(3_000);
  await kept;
  expect(shelf.isDurable).toBe(false);
  expect(await shelf.entries()).toEqual([entry]);
});
