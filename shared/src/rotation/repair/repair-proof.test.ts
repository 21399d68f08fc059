import { expect, test } from 'vitest';
import { lowerBounds, tighterBounds } from '../bounds.ts';
import { optimum } from '../exhaustive.ts';
import { anyInstance } from '../fixture.ts';
import type { Instance } from '../instance.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { plan, planning } from '../plan.ts';
import type { Planned } from '../planned.ts';
import { seeded } from '../random.ts';
import { after, walked, type Mishaps } from './mishap.ts';
import { amongOf, isFull } from './repair-bound.ts';
import { RepairProof } from './repair-proof.ts';
import { repairStart } from './repair-start.ts';

const FULL = { distinct: true, even: true };

test('what is proven early and late is beaten by no rotation of a small room', () => {
  let tried = 0;
  let tight = 0;
  for (let seed = 1; seed <= 150; seed += 1) {
    const whole = anyInstance(seed, { people: 5, tables: 3, rounds: 3 });
    const first = plan(whole, 1);
    if (isNoPlan(first) || whole.past !== undefined || (whole.relay ?? 0) > 0) continue;
    const told = { ...whole, told: first.schedule.seats };
    const instance = after(told, seed % 2, { gone: 1, moved: seed % 3, late: seed % 2 }, seed);
    const model = modelOf(instance);
    if (isNoPlan(model) || model.hasWishes) continue;
    const found = repairStart(model, seeded(1));
    const simple = lowerBounds(model);
    if (isNoPlan(found) || !isFull(amongOf(found, simple))) continue;
    const best = optimum(instance, found.worth());
    if (best === 'unknown' || best === null || !isFull(amongOf(best, simple))) continue;
    tried += 1;
    const proof = new RepairProof(model, FULL, false, true);
    const looser = tighterBounds(found, simple, FULL);
    for (const isEarly of [true, false]) {
      for (const _chunk of proof.tighten(found, looser, isEarly)) {
        // Whatever is proven in the middle holds as well.
        const { wasteAndChanged = 0, wasteInOrder = 0 } = proof.beside(found, looser);
        expect(best.waste + best.changed, `seed ${seed}`).toBeGreaterThanOrEqual(wasteAndChanged);
        expect(best.waste, `seed ${seed}`).toBeGreaterThanOrEqual(wasteInOrder);
      }
      const bounds = proof.beside(found, looser);
      const { wasteAndChanged = 0, wasteInOrder = bounds.waste } = bounds;
      expect(best.waste + best.changed, `seed ${seed}`).toBeGreaterThanOrEqual(wasteAndChanged);
      expect(best.waste, `seed ${seed}`).toBeGreaterThanOrEqual(wasteInOrder);
      if (best.waste + best.changed === wasteAndChanged) tight += 1;
    }
  }
  expect(tried).toBeGreaterThan(20);
  expect(tight).toBeGreaterThan(tried);
});

test('a repair that is proven to be as good as can be takes no annealing', () => {
  const begun = planning(after(walked(60, 15, 4, 5), 1, { moved: 6 }, 1), 1);
  if (isNoPlan(begun)) throw new Error(begun.reason);
  while (begun.step());
  const { worth, bounds } = begun.result();
  expect(worth.waste).toBeGreaterThan(bounds.waste);
  expect(worth.waste + worth.changed).toBe(bounds.wasteAndChanged);
  expect(worth.waste).toBe(bounds.wasteInOrder);
  expect(begun.isEnough).toBe(false);
});

test('what full tables waste is proven beside what must change', () => {
  const { worth, bounds } = repaired(room(40, 5, 3), { moved: 3 }, 1);
  expect(worth.waste).toBeGreaterThan(bounds.waste);
  expect(worth.waste + worth.changed).toBe(bounds.wasteAndChanged);
});

test('that no more changes would waste less is proven where much is wasted', () => {
  const { worth, bounds } = repaired(room(36, 6, 4), { gone: 2 }, 2);
  expect(worth.waste + worth.changed).toBe(bounds.wasteAndChanged);
  expect(worth.waste).toBeGreaterThan(bounds.waste);
  expect(worth.waste).toBe(bounds.wasteInOrder);
});

test('as many changed seats and wasted meetings waste no more than they must', () => {
  const { worth, bounds } = repaired(room(40, 5, 3), { moved: 1 }, 2);
  expect(worth.waste + worth.changed).toBe(bounds.wasteAndChanged);
  expect(worth.waste).toBeLessThanOrEqual(bounds.wasteInOrder! + 1);
});

/** A room as it was planned, repaired after its first round. */
function repaired(whole: Instance, mishaps: Mishaps, seed: number): Planned {
  const told = plan(whole, 1);
  if (isNoPlan(told)) throw new Error(told.reason);
  const found = plan(after({ ...whole, told: told.schedule.seats }, 1, mishaps, seed), 1);
  if (isNoPlan(found)) throw new Error(found.reason);
  return found;
}

function room(people: number, tables: number, rounds: number): Instance {
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap: people / tables + 1 })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}` })),
  };
}
