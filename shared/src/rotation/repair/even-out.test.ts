import { expect, test } from 'vitest';
import { lowerBounds } from '../bounds.ts';
import { evenlyVisited } from '../construct/even-visits.ts';
import { anyInstance } from '../fixture.ts';
import type { Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { plan } from '../plan.ts';
import { seeded } from '../random.ts';
import type { Seats } from '../seats.ts';
import { start } from '../start.ts';
import { evenedOut } from './even-out.ts';
import { after, walked } from './mishap.ts';
import { repairStart } from './repair-start.ts';

/** Rooms in which everybody sees all tables, and some left or sat elsewhere. */
function* tightRooms(change: Partial<Instance> = {}): Generator<[number, Instance]> {
  for (let seed = 1; seed <= 60; seed += 1) {
    const tables = 3 + (seed % 3);
    const people = 4 * tables + (seed % 5);
    const whole = { ...walked(people, tables, tables, 9), ...change };
    const past = 1 + (seed % 2);
    yield [seed, after(whole, past, { gone: seed % 7, moved: seed % 4 }, seed)];
  }
}

function firstRepair(instance: Instance): Seats {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  const seats = repairStart(model, seeded(1));
  if (isNoPlan(seats)) throw new Error(seats.reason);
  return seats;
}

test('nothing is more even without that more come back, and few seats are changed', () => {
  let uneven = 0;
  for (const [seed, instance] of tightRooms()) {
    const first = firstRepair(instance);
    const { model, tableRepeats, imbalance, changed } = first;
    const evenest = evenlyVisited(model);
    const bounds = lowerBounds(model, undefined, evenest);
    if (evenest === null || tableRepeats > bounds.tableRepeats) continue;
    if (imbalance > bounds.imbalance) uneven += 1;
    const seats = evenedOut(first);
    const { worth, broken } = judge(instance, seats.schedule());
    expect({ worth, broken }, `seed ${seed}`).toEqual({ worth: seats.worth(), broken: [] });
    expect(worth.imbalance, `seed ${seed}`).toBe(bounds.imbalance);
    expect(worth.tableRepeats, `seed ${seed}`).toBe(tableRepeats);
    // Each pair of people at one table that need not be is gone with a few seats.
    expect(worth.changed - changed, `seed ${seed}`).toBeLessThanOrEqual(8 * imbalance);
  }
  expect(uneven).toBeGreaterThan(10);
});

test('who comes back though they need not goes to a new table, where one has a chair', () => {
  let back = 0;
  let mended = 0;
  for (let seed = 1; seed <= 40; seed += 1) {
    const instance = after(walked(36 + (seed % 9), 5, 5, 9), 1, { moved: 4 }, seed);
    const first = firstRepair(instance);
    const { model, tableRepeats } = first;
    const least = lowerBounds(model).tableRepeats;
    const seats = evenedOut(first);
    const { worth, broken } = judge(instance, seats.schedule());
    expect({ worth, broken }, `seed ${seed}`).toEqual({ worth: seats.worth(), broken: [] });
    expect(worth.tableRepeats, `seed ${seed}`).toBeLessThanOrEqual(tableRepeats);
    if (tableRepeats > least) back += 1;
    if (tableRepeats > least && worth.tableRepeats === least) mended += 1;
  }
  // For the others every table they have not seen is full in the rounds in which they come back.
  expect(back).toBeGreaterThan(5);
  expect(mended).toBeGreaterThan(3);
});

test('people who must not meet do not', () => {
  const apart = [
    ['p0', 'p1'],
    ['p2', 'p5'],
    ['p3', 'p9'],
  ] as const;
  let evened = 0;
  for (const [seed, instance] of tightRooms({ apart })) {
    const first = firstRepair(instance);
    const { tableRepeats, imbalance } = first;
    const seats = evenedOut(first);
    expect(judge(instance, seats.schedule()).broken, `seed ${seed}`).toEqual([]);
    expect(seats.tableRepeats, `seed ${seed}`).toBeLessThanOrEqual(tableRepeats);
    if (seats.tableRepeats < tableRepeats) continue;
    expect(seats.imbalance, `seed ${seed}`).toBeLessThanOrEqual(imbalance);
    if (seats.imbalance < imbalance) evened += 1;
  }
  expect(evened).toBeGreaterThan(10);
});

test('with groups in the way and anything else nothing is less even, nor do more come back', () => {
  let evened = 0;
  for (let seed = 1; seed <= 400; seed += 1) {
    const instance = anyInstance(seed, { people: 16, tables: 5, rounds: 4 });
    const model = modelOf(instance);
    const first = isNoPlan(model) ? model : start(model, seeded(1));
    if (isNoPlan(first)) continue;
    const seats = evenedOut(first);
    expect(judge(instance, seats.schedule()), `seed ${seed}`).toEqual({
      worth: seats.worth(),
      broken: [],
    });
    const more = seats.tableRepeats - first.tableRepeats || seats.imbalance - first.imbalance;
    expect(more, `seed ${seed}`).toBeLessThanOrEqual(0);
    if (more < 0) evened += 1;
  }
  expect(evened).toBeGreaterThan(10);
});

test('repairs of such rooms are as even as is proven to be possible', () => {
  let uneven = 0;
  for (const [seed, instance] of tightRooms()) {
    const found = plan(instance, 1);
    if (isNoPlan(found)) throw new Error(found.reason);
    const { worth, bounds } = found;
    if (worth.tableRepeats > bounds.tableRepeats) continue;
    expect(worth.imbalance, `seed ${seed}`).toBe(bounds.imbalance);
    if (worth.imbalance > 0) uneven += 1;
  }
  expect(uneven).toBeGreaterThan(3);
});
