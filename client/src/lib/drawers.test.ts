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

it('what is put away is committed at once: a page that goes would abort what waits for its request', async () => {
  const done: string[] = [];
  const transaction = {
    oncomplete: null as (() => void) | null,
    objectStore: () => ({ put: () => (done.push('put'), {}) }),
    commit() {
      done.push('commit');
      this.oncomplete?.();
    },
  };
  const opening = {
    onsuccess: null as (() => void) | null,
    result: { transaction: () => transaction },
  };
  const indexed = { open: () => opening } as unknown as IDBFactory;
  const put = new IndexedDrawers(indexed).put('outbox', ['cafe/ana', 'r', 1], {});
  opening.onsuccess?.();
  await put;
  expect(done).toEqual(['put', 'commit']);
});
