import { expect, test } from 'vitest';
import { boundsBeside, lowerBounds, tighterBounds } from '../bounds.ts';
import { optimum } from '../exhaustive.ts';
import { anyInstance } from '../fixture.ts';
import type { Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf, type Model } from '../model.ts';
import { plan } from '../plan.ts';
import { seeded } from '../random.ts';
import { Seats } from '../seats.ts';
import { after, walked } from './mishap.ts';
import { repairStart } from './repair-start.ts';

const full = { distinct: true, even: true };

function modelled(instance: Instance): Model {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return model;
}

function startOf(model: Model): Seats {
  const seats = repairStart(model, seeded(1));
  if (!(seats instanceof Seats)) throw new Error(seats.reason);
  return seats;
}

test('no rotation at all goes below it, in small rooms after a mishap', () => {
  let tried = 0;
  let tight = 0;
  for (let seed = 1; seed <= 220; seed += 1) {
    const whole = anyInstance(seed, { people: 5, tables: 3, rounds: 3 });
    if (whole.relay !== undefined || whole.past !== undefined || whole.rounds < 2) continue;
    const first = plan(whole, 1);
    if (isNoPlan(first)) continue;
    const mishaps = { gone: seed % 2, moved: seed % 3, late: seed % 5 === 0 ? 1 : 0 };
    const instance = after({ ...whole, told: first.schedule.seats }, 1, mishaps, seed);
    const model = modelOf(instance);
    if (isNoPlan(model)) continue;
    const found = plan(instance, 1);
    if (isNoPlan(found)) continue;
    const best = optimum(instance, found.worth);
    if (best === 'unknown' || best === null) continue;
    const among = {
      distinct: best.tableRepeats === lowerBounds(model).tableRepeats,
      even: best.imbalance === lowerBounds(model).imbalance,
    };
    const bounds = tighterBounds(new Seats(model), lowerBounds(model, among), among, Infinity);
    tried += 1;
    const together = best.waste + best.changed;
    expect(together, `seed ${seed}`).toBeGreaterThanOrEqual(bounds.wasteAndChanged ?? 0);
    if (together === bounds.wasteAndChanged) tight += 1;
  }
  expect(tried).toBeGreaterThan(40);
  expect(tight).toBeGreaterThan(tried / 2);
});

test('who sat elsewhere has met people: each is met again, or one of two seats changes', () => {
  const instance = after(walked(200, 25, 4, 9), 1, { moved: 40 }, 3);
  const model = modelled(instance);
  const seats = startOf(model);
  expect(judge(instance, seats.schedule()).broken).toEqual([]);
  const simple = lowerBounds(model);
  const bounds = boundsBeside(tighterBounds(seats, simple, full), seats.worth());
  expect(seats.changed).toBeGreaterThan(simple.changed);
  expect(seats.changed - bounds.changed).toBeLessThanOrEqual(1);
});

test('500 people to whom all of it happens are repaired to the bound', () => {
  const mishaps = { gone: 60, late: 20, closed: 1, added: 1, moved: 20 };
  const model = modelled(after(walked(500, 100, 5, 6), 1, mishaps, 5));
  const seats = startOf(model);
  const { changed, waste } = boundsBeside(
    tighterBounds(seats, lowerBounds(model), full),
    seats.worth(),
  );
  expect(seats.worth()).toMatchObject({ tableRepeats: 0, imbalance: 0 });
  expect(seats.changed).toBeLessThanOrEqual(changed * 1.02);
  expect(seats.waste).toBeLessThanOrEqual(waste + 2);
});
