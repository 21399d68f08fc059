/**
 * `npm run bench:rotation`: every instance planned within a budget, beside the proven bound, the
 * best of 50 random rotations and the shift rule.
 */
import {
  compareWorth,
  isNoPlan,
  judge,
  planning,
  type Instance,
  type Worth,
} from '@tablecloth/shared/rotation';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { randomBestOf, shiftRule } from './baselines.ts';
import { instances } from './instances.ts';

const { values: options } = parseArgs({
  options: {
    'budget-ms': { type: 'string', default: '1000' },
    only: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
  },
});

const RANDOM_TRIES = 50;

/** Repeated tables, imbalance, waste (with what changed); what is 0 throughout stays legible. */
function shown({ tableRepeats, imbalance, waste, changed }: Worth): string {
  return [tableRepeats, imbalance, changed === 0 ? waste : `${waste}+${changed}`].join(' ');
}

function row(name: string, instance: Instance): string[] {
  const began = performance.now();
  const begun = planning(instance, Number(options.seed));
  if (isNoPlan(begun)) return [name, begun.reason];
  const first = performance.now() - began;
  // When the best plan was there; what came after it only looked for better ones.
  let foundAt = first;
  let best = begun.result();
  let goesOn = true;
  while (goesOn && performance.now() - began < Number(options['budget-ms'])) {
    goesOn = begun.step();
    const next = begun.result();
    if (compareWorth(next.worth, best.worth) < 0) foundAt = performance.now() - began;
    best = next;
  }
  const { worth, broken } = judge(instance, best.schedule);
  if (broken.length > 0) throw new Error(`${name}: ${broken[0]}`);
  const imbalance = best.bounds.imbalanceInOrder ?? best.bounds.imbalance;
  const bounds = { ...best.bounds, imbalance };
  const gap =
    worth.tableRepeats +
    worth.imbalance +
    worth.changed +
    worth.waste -
    (bounds.tableRepeats + bounds.imbalance + bounds.changed + bounds.waste);
  const random = randomBestOf(instance, RANDOM_TRIES);
  const shift = shiftRule(instance);
  return [
    name,
    shown(worth),
    shown({ ...worth, ...bounds }),
    String(gap),
    first.toFixed(0),
    foundAt.toFixed(0),
    random === null ? '–' : shown(random),
    shift === null ? '–' : shown(shift),
  ];
}

const head = ['instance', 'plan', 'bound', 'gap', 'first ms', 'best ms', 'random', 'shift rule'];
const GAP = head.indexOf('gap');
const widths = [38, 14, 12, 5, 9, 8, 14, 14];
const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' ');

console.log('Each cell: repeated tables, imbalance, waste (+ changed seats).');
console.log(line(head));
let planned = 0;
let atBound = 0;
for (const [name, instance] of Object.entries(instances)) {
  if (!name.includes(options.only)) continue;
  const cells = row(name, instance);
  planned += 1;
  if (cells[GAP] === '0') atBound += 1;
  console.log(line(cells));
}
console.log(`At the bound: ${atBound} of ${planned}.`);
