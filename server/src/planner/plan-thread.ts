/** The planner's thread: one plan after another, each for as long as its size is worth. */
import { isNoPlan, planning, type Instance } from '@tablecloth/shared/rotation';
import { parentPort } from 'node:worker_threads';
import type { PlanDone, PlanTask } from './planner.ts';

/** Somebody has pressed and waits: a tenth of a second for 100 people, less than one for 2,000. */
const BUDGET_MS = { least: 60, perPerson: 0.35 };

const WARM_UP_MS = 200;

// Run once before anybody waits: what was run before is several times as fast.
warmUp();

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

/** A small relay with pairs, so that most of the planner is met. */
function warmUp(): void {
  const tables = Array.from({ length: 6 }, (_, i) => ({ id: `t${String(i)}`, cap: 6 }));
  const people = Array.from({ length: 30 }, (_, i) => {
    const team = `t${String(i % 6)}`;
    return { id: `p${String(i)}`, team, home: team };
  });
  const instance: Instance = {
    ...{ rounds: 3, tables, people, relay: 2 },
    together: [['p0', 'p1']],
    objective: { avoidHome: true },
  };
  const begun = planning(instance, 1, false);
  const until = performance.now() + WARM_UP_MS;
  while (!isNoPlan(begun) && performance.now() < until && begun.step());
}

function answer(done: PlanDone): void {
  parentPort?.postMessage(done);
}
