/**
 * `npm run bench:repairs`: rooms to which the usual things have happened, repaired as
 * `npm run plan` does it, each in a process of its own. Beside the plan its bounds; and how many
 * are within the target: changed seats within two per cent of the bound, waste within 2, in 150 ms.
 */
import { judge, type Instance, type Schedule, type Worth } from '@tablecloth/shared/rotation';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { instances } from './instances.ts';

const { values: options } = parseArgs({
  options: { 'budget-ms': { type: 'string' }, only: { type: 'string', default: '' } },
});

const TARGET = { changed: 1.02, waste: 2, ms: 150 };

type Printed = Schedule & {
  ms: number;
  bounds: Omit<Worth, 'wishes' | 'meetings'> & { wasteInOrder?: number };
};

interface Row {
  cells: string[];
  changed: boolean;
  waste: boolean;
  ms: boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'tablecloth-repairs-'));

function planned(instance: Instance): Printed | string {
  const file = join(folder, 'instance.json');
  writeFileSync(file, JSON.stringify(instance));
  const budget = options['budget-ms'];
  const args = [file, ...(budget === undefined ? [] : ['--budget-ms', budget])];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'plan.js'), ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  return status === 0 ? (JSON.parse(stdout) as Printed) : stderr.trim();
}

function row(name: string, instance: Instance): Row {
  const printed = planned(instance);
  if (typeof printed === 'string') {
    return { cells: [name, printed], changed: false, waste: false, ms: false };
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
  const missed = Object.entries(within).flatMap(([what, isMet]) => (isMet ? [] : [what]));
  const pair = (value: number, bound: number): string => `${value} / ${bound}`;
  const cells = [
    name,
    pair(worth.tableRepeats, bounds.tableRepeats),
    pair(worth.imbalance, bounds.imbalance),
    pair(worth.changed, bounds.changed),
    pair(worth.waste, leastWaste),
    ms.toFixed(0),
    missed.join(', '),
  ];
  return { cells, ...within };
}

const widths = [46, 10, 10, 10, 12, 5, 0];
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, i) => cell.padEnd(widths[i] ?? 0))
    .join(' ')
    .trimEnd();

console.log('Each pair: the plan / what nobody can beat.');
console.log(line(['instance', 'repeats', 'imbalance', 'changed', 'waste', 'ms', 'missed']));
const rows: Row[] = [];
for (const [name, instance] of instances(options.only)) {
  const next = row(name, instance);
  rows.push(next);
  console.log(line(next.cells));
}
rmSync(folder, { recursive: true });

const count = (is: (row: Row) => boolean): string => `${rows.filter(is).length} of ${rows.length}`;
console.log(
  `Within the target: changed ${count(({ changed }) => changed)}, ` +
    `waste ${count(({ waste }) => waste)}, time ${count(({ ms }) => ms)}, ` +
    `all ${count((next) => next.changed && next.waste && next.ms)}.`,
);
