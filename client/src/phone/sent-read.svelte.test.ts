import { expect, test } from 'vitest';
import { MemoryDrawers } from '../lib/drawers.ts';
import { Shelf } from '../lib/shelf.ts';
import { sentReadOf } from './sent-read.svelte.ts';

async function after(shelf: Shelf) {
  const read = sentReadOf(shelf);
  await expect.poll(() => read.isNew(-1)).toBe(true);
  return read;
}

test('who has read where to go does not read it again after a reload, but where to go next', async () => {
  const drawers = new MemoryDrawers();
  const shelf = new Shelf('cafe/ana', drawers);
  const read = await after(shelf);
  expect(read.isNew(1_000)).toBe(true);
  read.read(1_000);
  expect([read.isNew(1_000), read.isNew(2_000)]).toEqual([false, true]);
  expect(sentReadOf(shelf)).toBe(read);
  const again = await after(new Shelf('cafe/ana', drawers));
  expect([again.isNew(1_000), again.isNew(2_000)]).toEqual([false, true]);
  const other = await after(new Shelf('cafe/bo', drawers));
  expect(other.isNew(1_000)).toBe(true);
});

test('nothing is new until the shelf has answered, and what is read before stays read', async () => {
  const read = sentReadOf(new Shelf('cafe/ana', new MemoryDrawers()));
  expect(read.isNew(1_000)).toBe(false);
  read.read(1_000);
  await expect.poll(() => read.isNew(2_000)).toBe(true);
  expect(read.isNew(1_000)).toBe(false);
});
