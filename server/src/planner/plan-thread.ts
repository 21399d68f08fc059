/** The planner's thread: one plan after another, each for as long as its size is worth. */
import {
  isNoPlan,
  planning,
  type Instance,
  type NoPlan,
  type Planned,
} from '@tablecloth/shared/rotation';
import { parentPort } from 'node:worker_threads';
import type { PlanDone, PlanTask } from './planner.ts';

/**
 * Somebody has pressed and waits: a tenth of a second for 100 people, less than one for 2,000. A
 * repair begins near its best, and takes as long as it takes to prove it, up to so much.
 */
const BUDGET_MS = { least: 60, perPerson: 0.35, repair: 140 };

const WARM_UP_MS = { plan: 120, repair: 60 };

// Run once before anybody waits: what was run before is several times as fast.
warmUp();

parentPort?.on('message', ({ id, instance, seed }: PlanTask) => {
  answer({ id, planned: plannedWithin(budgetMsOf(instance), instance, seed) });
});

function budgetMsOf({ people, told }: Instance): number {
  const budgetMs = BUDGET_MS.least + people.length * BUDGET_MS.perPerson;
  return told === undefined ? budgetMs : BUDGET_MS.repair;
}

/**
 * A small relay with pairs, the same when some have left, and a room of which a table is closed: so
 * most of the planner is met.
 */
function warmUp(): void {
  const tables = Array.from({ length: 6 }, (_, i) => ({ id: `t${String(i)}`, cap: 6 }));
  const people = Array.from({ length: 30 }, (_, i) => {
    const team = `t${String(i % 6)}`;
    return { id: `p${String(i)}`, team, home: team };
  });
  const relay: Instance = {
    ...{ rounds: 3, tables, people, relay: 2 },
    together: [['p0', 'p1']],
    objective: { avoidHome: true },
  };
  const planned = plannedWithin(WARM_UP_MS.plan, relay);
  if (isNoPlan(planned)) return;
  const told = planned.schedule.seats;
  const seats = Object.fromEntries(people.map(({ id }) => [id, told[id]?.slice(0, 1) ?? []]));
  const left = people.map((person, i) => (i % 7 === 3 ? { ...person, to: 1 } : person));
  const repair = { ...relay, told, past: { rounds: 1, seats } };
  plannedWithin(WARM_UP_MS.repair, { ...repair, people: left });
  const strangers = people.map(({ id }) => ({ id }));
  const closed = { rounds: 3, tables: tables.slice(1), people: strangers };
  plannedWithin(WARM_UP_MS.repair, { ...closed, told, past: repair.past });
}

function plannedWithin(ms: number, instance: Instance, seed = 1): Planned | NoPlan {
  const until = performance.now() + ms;
  // Live, a relay that cannot be fair is as fair as can be.
  const begun = planning(instance, seed, false);
  while (!isNoPlan(begun) && performance.now() < until && begun.step());
  return isNoPlan(begun) ? begun : begun.result();
}

function answer(done: PlanDone): void {
  parentPort?.postMessage(done);
}
