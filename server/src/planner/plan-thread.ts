/** The planner's thread: one plan after another, each for as long as its size is worth. */
import { isNoPlan, planning } from '@tablecloth/shared/rotation';
import { parentPort } from 'node:worker_threads';
import type { PlanDone, PlanTask } from './planner.ts';

/** Somebody has pressed and waits: a tenth of a second for 100 people, less than one for 2,000. */
const BUDGET_MS = { least: 60, perPerson: 0.35 };

parentPort?.on('message', ({ id, instance, seed }: PlanTask) => {
  const until = performance.now() + BUDGET_MS.least + instance.people.length * BUDGET_MS.perPerson;
  // Live, a relay that cannot be fair is as fair as can be.
  const begun = planning(instance, seed, false);
  if (isNoPlan(begun)) {
    answer({ id, planned: begun });
    return;
  }
  while (performance.now() < until && begun.step());
  answer({ id, planned: begun.result() });
});

function answer(done: PlanDone): void {
  parentPort?.postMessage(done);
}
