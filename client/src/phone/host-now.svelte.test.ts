import { expect, test } from 'vitest';
import { MemoryDrawers } from '../lib/drawers.ts';
import { Shelf } from '../lib/shelf.ts';
import { hostNowOf } from './host-now.svelte.ts';

const of = (drawers: MemoryDrawers) => hostNowOf(new Shelf('cafe/amy', drawers));

test('who visits and is handed the table hosts now, until they have read it', async () => {
  const host = of(new MemoryDrawers());
  await host.sees('t7.1', false, true);
  expect(host.isNew('t7.1')).toBe(false);
  await host.sees('t7.1', true, true);
  await host.sees('t7.1', true, true);
  expect([host.isNew('t7.1'), host.isNew('t9.2')]).toEqual([true, false]);
  host.read();
  await host.sees('t7.1', true, true);
  expect(host.isNew('t7.1')).toBe(false);
});

test('a phone that is opened again says what happened meanwhile, and what was not read', async () => {
  const drawers = new MemoryDrawers();
  await of(drawers).sees('t7.1', false, true);
  const again = of(drawers);
  await again.sees('t7.1', true, true);
  expect(again.isNew('t7.1')).toBe(true);
  const later = of(drawers);
  await later.sees('t7.1', true, true);
  expect(later.isNew('t7.1')).toBe(true);
  later.read();
  const last = of(drawers);
  await last.sees('t7.1', true, true);
  expect(last.isNew('t7.1')).toBe(false);
});

test('it is not said of a seat told as a host’s, of hosting given back, nor before people sit', async () => {
  const host = of(new MemoryDrawers());
  await host.sees('t7.1', true, true);
  expect(host.isNew('t7.1')).toBe(false);
  await host.sees('t7.1', false, true);
  await host.sees('t7.1', true, true);
  await host.sees('t7.1', false, true);
  expect(host.isNew('t7.1')).toBe(false);
  await host.sees('t9.2', false, false);
  await host.sees('t9.2', true, false);
  await host.sees('t9.2', true, true);
  expect(host.isNew('t9.2')).toBe(false);
});
