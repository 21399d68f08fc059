/**
 * How long the first "Seat everyone" of a server takes: 20 teams of five or six and a relay of two
 * hosts, from the press to the plan, in the built planner's thread. `new`: the thread starts with the
 * press; `ready`: it has been started with the server.
 *
 *     node scripts/build.mjs server && node bench/first-plan.mjs
 */
import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

const RUNS = 11;
const script = new URL('../server/dist/plan-thread.js', import.meta.url);
if (!existsSync(script)) {
  console.error('The planner is not built yet. First: node scripts/build.mjs server');
  process.exit(1);
}

const tables = Array.from({ length: 20 }, (_, i) => ({ id: `t${i}`, cap: 6 }));
const people = tables.flatMap(({ id }, t) =>
  Array.from({ length: t % 2 === 0 ? 5 : 6 }, (_, i) => ({ id: `${id}-${i}`, team: id, home: id })),
);
const instance = { rounds: 3, tables, people, relay: 2, objective: { avoidHome: true } };

/**
 * @param {Worker} thread
 * @param {object} asked
 * @returns {Promise<unknown>}
 */
const plan = (thread, asked) =>
  new Promise((resolve) => {
    thread.once('message', resolve);
    thread.postMessage({ id: 1, instance: asked, seed: 1 });
  });

/**
 * @param {boolean} isReady
 * @returns {Promise<number>} ms from the press to the plan
 */
async function firstPlan(isReady) {
  const early = new Worker(script);
  // A room without anybody is answered as soon as the thread listens.
  if (isReady) await plan(early, { ...instance, people: [] });
  else await early.terminate();
  const from = performance.now();
  const thread = isReady ? early : new Worker(script);
  await plan(thread, instance);
  const ms = performance.now() - from;
  await thread.terminate();
  return ms;
}

for (const isReady of [false, true]) {
  const times = [];
  for (let i = 0; i < RUNS; i += 1) times.push(await firstPlan(isReady));
  times.sort((a, b) => a - b);
  const [median, most] = [times[Math.floor(RUNS / 2)], times.at(-1)];
  console.log(
    `${isReady ? 'ready' : 'new  '}: median ${median.toFixed(0)} ms, most ${most.toFixed(0)} ms`,
  );
}
