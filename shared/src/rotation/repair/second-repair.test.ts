import { expect, test } from 'vitest';
import { lowerBounds } from '../bounds.ts';
import { compareWorth, type Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { plan } from '../plan.ts';
import { seeded } from '../random.ts';
import { after, walked } from './mishap.ts';
import { RepairProof } from './repair-proof.ts';
import { repairStart } from './repair-start.ts';
import { begunFrom } from './second-repair.ts';

/** The first repair of a room, and what came of beginning from its proof; its first chunks. */
function both(instance: Instance) {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  const bounds = lowerBounds(model);
  const first = repairStart(model, seeded(1), bounds);
  if (isNoPlan(first)) throw new Error(first.reason);
  const proof = new RepairProof(model, { distinct: true, even: true }, false, true);
  finished(proof.tighten(first, bounds, true));
  const seatings = proof.seatings();
  let second = first;
  for (const other of begunFrom(seatings, first, proof.beside(first, bounds), 1)) {
    if (!isNoPlan(other) && compareWorth(other.worth(), second.worth()) < 0) second = other;
  }
  return { first, second };
}

function finished(work: Generator<void, void>): void {
  while (work.next().done !== true);
}

test('begun from its proof a repair keeps every rule, is never worse and often better', () => {
  let better = 0;
  for (let seed = 1; seed <= 12; seed += 1) {
    const instance = after(walked(100, 20, 5, 6), 2, { moved: 25 }, seed);
    const { first, second } = both(instance);
    const judged = judge(instance, second.schedule());
    expect(judged, `seed ${seed}`).toEqual({ worth: second.worth(), broken: [] });
    const change = compareWorth(judged.worth, first.worth());
    expect(change, `seed ${seed}`).toBeLessThanOrEqual(0);
    if (change < 0) better += 1;
  }
  expect(better).toBeGreaterThan(3);
});

test('looking at cases proves that no repair is better, or finds one that is', () => {
  let better = 0;
  let best = 0;
  for (let seed = 1; seed <= 12; seed += 1) {
    const instance = after(walked(60, 12, 4, 6), 1, { gone: 12, moved: 4 }, seed);
    const { second } = both(instance);
    const last = plan(instance, 1);
    if (isNoPlan(last)) throw new Error(last.reason);
    const judged = judge(instance, last.schedule);
    expect(judged, `seed ${seed}`).toEqual({ worth: last.worth, broken: [] });
    const { waste, changed } = judged.worth;
    const { wasteAndChanged = 0 } = last.bounds;
    expect(waste + changed, `seed ${seed}`).toBeGreaterThanOrEqual(wasteAndChanged);
    if (compareWorth(judged.worth, second.worth()) < 0) better += 1;
    if (waste + changed === wasteAndChanged) best += 1;
  }
  expect(better).toBeGreaterThan(0);
  expect(best).toBeGreaterThan(9);
});
