/**
 * `npm run bench:repairs`: rooms to which the usual things have happened, repaired as
 * `npm run plan` does it, each in a process of its own. Beside the plan its bounds; and how many
 * are within the target: changed seats within two per cent of the bound, waste within 2, in 150 ms.
 * With `--thread` one after the other in the server's built planner, as a café has them.
 * On a busy machine the time in the processor, of all threads and less what a process takes to
 * begin, tells more than the time on the clock.
 */
import {
  isNoPlan,
  judge,
  type Instance,
  type NoPlan,
  type Planned,
  type Schedule,
  type Worth,
} from '@tablecloth/shared/rotation';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { instances } from './instances.ts';

const { values: options } = parseArgs({
  options: {
    'budget-ms': { type: 'string' },
    only: { type: 'string', default: '' },
    thread: { type: 'boolean', default: false },
  },
});

const TARGET = { changed: 1.02, waste: 2, ms: 150 };

type Printed = Schedule & {
  ms: number;
  bounds: Omit<Worth, 'wishes' | 'meetings'> & { wasteAndChanged?: number; wasteInOrder?: number };
};

interface Row {
  room: string;
  mishap: string;
  cells: string[];
  changedAbove: number;
  wasteAbove: number;
  cpu: number;
  changed: boolean;
  waste: boolean;
  /** The same of two other bounds on waste: of all plans; of those that change no more seats either. */
  wasteOfAll: boolean;
  wasteBeside: boolean;
  ms: boolean;
}

/** Written behind whatever a process says of itself. */
const CPU = 'cpu:';

/** Tells the processor's time of a process in milliseconds when it ends. */
const TELL_CPU = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    process.stderr.write('${CPU}' + (user + system) / 1000);
  });`,
)}`;

const folder = mkdtempSync(join(tmpdir(), 'tablecloth-repairs-'));

function run(args: readonly string[]): { status: number | null; out: string; cpu: number } {
  const script = join(import.meta.dirname, 'plan.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TELL_CPU, script, ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  const [said = '', cpu = '0'] = stderr.split(CPU);
  return { status, out: status === 0 ? stdout : said.trim(), cpu: Number(cpu) };
}

interface Timed {
  printed: Printed | string;
  cpu: number;
}

const thread = options.thread
  ? new Worker(new URL('../../server/dist/plan-thread.js', import.meta.url))
  : null;

/** What a process takes to begin and end. */
const idle = Math.min(...Array.from({ length: 5 }, () => run(['--help']).cpu));

function planned(instance: Instance): Timed | Promise<Timed> {
  return thread === null ? inProcess(instance) : inThread(thread, instance);
}

async function inThread(worker: Worker, instance: Instance): Promise<Timed> {
  const begun = performance.now();
  const used = process.cpuUsage();
  worker.postMessage({ id: 1, instance, seed: 1 });
  const [done] = (await once(worker, 'message')) as [{ planned: Planned | NoPlan }];
  const ms = performance.now() - begun;
  const { user, system } = process.cpuUsage(used);
  const cpu = (user + system) / 1000;
  if (isNoPlan(done.planned)) return { printed: done.planned.reason, cpu };
  const { schedule, bounds } = done.planned;
  return { printed: { ...schedule, ms, bounds }, cpu };
}

function inProcess(instance: Instance): Timed {
  const file = join(folder, 'instance.json');
  writeFileSync(file, JSON.stringify(instance));
  const budget = options['budget-ms'];
  const args = [file, ...(budget === undefined ? [] : ['--budget-ms', budget])];
  const { status, out, cpu } = run(args);
  return { printed: status === 0 ? (JSON.parse(out) as Printed) : out, cpu: cpu - idle };
}

async function row(name: string, instance: Instance): Promise<Row> {
  const { printed, cpu } = await planned(instance);
  const [where = '', mishap = ''] = name.split(', ');
  const kind = { room: where, mishap, cpu };
  if (typeof printed === 'string') {
    const none = { changed: false, waste: false, wasteOfAll: false, wasteBeside: false, ms: false };
    return { ...kind, ...none, changedAbove: 0, wasteAbove: 0, cells: [name, printed] };
  }
  const { bounds, ms, seats, hosting = {} } = printed;
  const { worth, broken } = judge(instance, { seats, hosting });
  // Hosts who left can make a fair relay impossible; then it is as fair as can be.
  const fault = broken.find((sentence) => !sentence.endsWith('is hosted unfairly'));
  if (fault !== undefined) throw new Error(`${name}: ${fault}`);
  // The target speaks of repairs that are as good in what stands above waste.
  const leastWaste = bounds.wasteInOrder ?? bounds.waste;
  const within = {
    changed: worth.changed <= bounds.changed * TARGET.changed,
    waste: worth.waste <= leastWaste + TARGET.waste,
    ms: ms <= TARGET.ms,
  };
  const beside = Math.max(leastWaste, (bounds.wasteAndChanged ?? 0) - worth.changed);
  const wasteOfAll = worth.waste <= bounds.waste + TARGET.waste;
  const wasteBeside = worth.waste <= beside + TARGET.waste;
  const missed = Object.entries(within).flatMap(([what, isMet]) => (isMet ? [] : [what]));
  const pair = (value: number, bound: number): string => `${value} / ${bound}`;
  const cells = [
    name,
    pair(worth.tableRepeats, bounds.tableRepeats),
    pair(worth.imbalance, bounds.imbalance),
    pair(worth.changed, bounds.changed),
    pair(worth.waste, leastWaste),
    ms.toFixed(0),
    cpu.toFixed(0),
    missed.join(', '),
  ];
  const changedAbove = worth.changed - bounds.changed;
  const wasteAbove = worth.waste - leastWaste;
  return { ...kind, ...within, wasteOfAll, wasteBeside, cells, changedAbove, wasteAbove };
}

const widths = [46, 10, 10, 10, 12, 5, 5, 0];
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join(' ')
    .trimEnd();

console.log('Each pair: the plan / what nobody can beat.');
console.log(line(['instance', 'repeats', 'imbalance', 'changed', 'waste', 'ms', 'cpu', 'missed']));
const rows: Row[] = [];
for (const [name, instance] of instances(options.only)) {
  const next = await row(name, instance);
  rows.push(next);
  console.log(line(next.cells));
}
rmSync(folder, { recursive: true });
await thread?.terminate();

/** Rows of a kind: how many miss each part of the target, how far they are above, and how long. */
function summed(kind: string, some: readonly Row[]): string[] {
  const missing = (is: (row: Row) => boolean): number => some.filter((one) => !is(one)).length;
  const sum = (of: (row: Row) => number): number => some.reduce((all, one) => all + of(one), 0);
  const most = Math.max(...some.map(({ cpu }) => cpu)).toFixed(0);
  return [
    kind,
    `${missing(({ changed }) => changed)} (+${sum(({ changedAbove }) => changedAbove)})`,
    `${missing(({ waste }) => waste)} (+${sum(({ wasteAbove }) => wasteAbove)})`,
    `${missing(({ ms }) => ms)}`,
    `${missing(({ cpu }) => cpu <= TARGET.ms)} (${most})`,
  ];
}

for (const by of ['room', 'mishap'] as const) {
  console.log(
    `\nBy ${by}: misses, and by how many above the bounds; on the clock and in the processor.`,
  );
  console.log(line([by, 'changed', 'waste', 'ms', 'cpu (most)']));
  for (const kind of new Set(rows.map((one) => one[by]))) {
    console.log(
      line(
        summed(
          kind,
          rows.filter((one) => one[by] === kind),
        ),
      ),
    );
  }
}

const count = (is: (row: Row) => boolean): string => `${rows.filter(is).length} of ${rows.length}`;
console.log(
  `\nWithin the target: changed ${count(({ changed }) => changed)}, ` +
    `waste ${count(({ waste }) => waste)}, time ${count(({ ms }) => ms)}, ` +
    `time in the processor ${count(({ cpu }) => cpu <= TARGET.ms)}, all ${count((next) => next.changed && next.waste && next.ms)}.`,
);
console.log(
  `Changed and waste: ${count(({ changed, waste }) => changed && waste)}; ` +
    `waste against all plans, ${count(({ changed, wasteOfAll }) => changed && wasteOfAll)}; ` +
    `against plans that change no more seats, ${count(({ changed, wasteBeside }) => changed && wasteBeside)}.`,
);
