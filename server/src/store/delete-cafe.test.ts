import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openScratchStore } from '../../test/scratch-store.ts';
import { hashSecret } from '../capabilities/secret.ts';
import type { Store } from './store.ts';
import { append, createdAt, opening, row, session } from './suite/made-up.ts';

/** More than go in one slice. */
const ROWS = 1_200;
const mine = hashSecret('c1');

const scratch = openScratchStore();
let store: Store;
beforeEach(async () => {
  store = await scratch.open();
  await store.commit(opening);
  const rows = Array.from({ length: ROWS }, (_, n) => row({ first: n + 1, last: n + 1 }));
  await store.commit({ rows, sessions: [session()] });
});
afterEach(() => scratch.end());

const total = async () => Object.values(await store.counts()).reduce((sum, rows) => sum + rows, 0);

/** Until some of the rows are gone and others are not. */
async function halfWay(): Promise<void> {
  const all = await total();
  while ((await total()) === all) await turn();
  expect(await total()).toBeGreaterThan(0);
}

test('while a large café is deleted others have their turn, and nobody finds it any more', async () => {
  const deletion = store.deleteCafe('c1', 9);
  await halfWay();
  expect([await store.cafe('c1'), await store.cafeIdByCode('ABC234')]).toEqual([null, null]);
  const other = { id: 'c2', code: 'TWO222', createdAt };
  const late = await store.commit({
    newCafes: [other],
    appends: [append({ expect: 1, facts: [] }), append({ cafe: 'c2' })],
    rows: [row({ leaf: 'p1', first: ROWS + 1, last: ROWS + 1 })],
    sessions: [session({ hash: 's2' })],
  });
  expect(late).toMatchObject({
    appends: ['stale', 'appended'],
    rows: ['gone'],
    sessions: ['gone'],
  });
  // It is not said to be deleted before it is.
  expect(await store.receipt(mine)).toBeNull();
  const { deleted, left } = await deletion;
  expect(deleted).toMatchObject({ page_rows: ROWS, sessions: 1, facts: 1, cafes: 1 });
  expect(new Set(Object.values(left))).toEqual(new Set([0]));
  expect(await store.counts()).toMatchObject({ cafes: 1, facts: 1, page_rows: 0, sessions: 0 });
});

test('a deletion that was broken off goes on, and its receipt counts what went before', async () => {
  const all = await total();
  const broken = store.deleteCafe('c1', 9).catch(() => 'broken off');
  await halfWay();
  store = await scratch.reopen();
  expect(await broken).toBe('broken off');
  expect(await store.cafe('c1')).toBeNull();
  expect(await store.dueCafes()).toEqual([{ id: 'c1', due: null, number: 0 }]);
  await store.deleteCafe('c1', 10);
  expect(await total()).toBe(0);
  expect(await store.receipt(mine)).toEqual({ deletedAt: 10, rows: all });
});
