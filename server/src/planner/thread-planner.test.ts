import { isNoPlan, judge, type Instance } from '@tablecloth/shared/rotation';
import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { FakeTime } from '../../test/fake-time.ts';
import { makeLog } from '../log.ts';
import { realTime, type Time } from '../time.ts';
import { ThreadPlanner } from './thread-planner.ts';

const instance: Instance = {
  rounds: 3,
  tables: Array.from({ length: 5 }, (_, i) => ({ id: `t${i}`, cap: 4 })),
  people: Array.from({ length: 18 }, (_, i) => ({ id: `p${i}` })),
};

function planner(script: URL, time: Time = realTime): ThreadPlanner {
  const thread = new ThreadPlanner(script, time, makeLog('silent'));
  onTestFinished(() => thread.close());
  return thread;
}

/** A thread's script, as an address of its own. */
function script(text: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

const broken = script(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => { throw new Error('no'); });
`);
const silent = script(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', () => {});
`);
/** Breaks at the first seed, answers all others. */
const moody = script(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ id, seed }) => {
    if (seed === 1) process.exit(3);
    parentPort.postMessage({ id, planned: { reason: 'noSeating', round: seed } });
  });
`);

/** Says nothing to the first seed, answers all others. */
const pensive = script(`
  import { parentPort } from 'node:worker_threads';
  parentPort.on('message', ({ id, seed }) => {
    if (seed !== 1) parentPort.postMessage({ id, planned: { reason: 'noSeating', round: seed } });
  });
`);

test('the built thread plans a valid rotation', async () => {
  const built = new URL('../../dist/plan-thread.js', import.meta.url);
  if (!existsSync(built)) {
    throw new Error('server/dist is missing: run `node scripts/build.mjs server`, or `npm test`.');
  }
  const planned = await planner(built).plan(instance, 1, 'c');
  if (planned === null || isNoPlan(planned)) throw new Error('there is no plan');
  expect(judge(instance, planned.schedule)).toMatchObject({
    broken: [],
    worth: { tableRepeats: 0, imbalance: 0, waste: 0 },
  });
});

describe('gives up', () => {
  test('a thread that breaks, and starts another for the next plan', async () => {
    const thread = planner(moody);
    expect(await thread.plan(instance, 1, 'c')).toBeNull();
    expect(await thread.plan(instance, 2, 'c')).toEqual({ reason: 'noSeating', round: 2 });
  });

  test('everything that waits for a thread that throws', async () => {
    const thread = planner(broken);
    const plans = [thread.plan(instance, 1, 'c'), thread.plan(instance, 2, 'c')];
    expect(await Promise.all(plans)).toEqual([null, null]);
  });

  test('a thread that does not answer in time', async () => {
    const time = new FakeTime(0);
    const waiting = planner(silent, time).plan(instance, 1, 'c');
    await time.pass(6_000);
    expect(await waiting).toBeNull();
    expect(time.waits).toEqual([]);
  });

  test('one plan that takes too long, and makes the others in their turn', async () => {
    const time = new FakeTime(0);
    const thread = planner(pensive, time);
    const plans = [1, 2, 3].map((seed) => thread.plan(instance, seed, 'c'));
    await time.pass(6_000);
    expect(await Promise.all(plans)).toEqual([
      null,
      { reason: 'noSeating', round: 2 },
      { reason: 'noSeating', round: 3 },
    ]);
  });
});

test('a café that asks for many plans has another wait for one of them alone', async () => {
  const thread = planner(moody);
  const made: string[] = [];
  const ask = async (cafe: string, seed: number): Promise<void> => {
    await thread.plan(instance, seed, cafe);
    made.push(`${cafe}${String(seed)}`);
  };
  await Promise.all([ask('a', 2), ask('a', 3), ask('a', 4), ask('b', 5), ask('c', 6), ask('b', 7)]);
  expect(made).toEqual(['a2', 'b5', 'a3', 'c6', 'b7', 'a4']);
});
