/**
 * `npm run plan:try -- --count 10000`: plans random instances and checks each plan with the judge,
 * with its bounds, and, in rooms of up to 6 people, 3 tables and 3 rounds, with every other plan.
 * Exit code 1 when anything is wrong.
 */
import { parseArgs } from 'node:util';
import { anyInstance, trial, type Extent } from '@tablecloth/shared/rotation';

/** Nine in ten are small enough to look through every plan. */
const SMALL: Extent = { people: 6, tables: 3, rounds: 3 };
const MEDIUM: Extent = { people: 24, tables: 6, rounds: 5 };

const NAMED_FAULTS = 40;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    from: { type: 'string', default: '1' },
  },
});
const first = Number(values.from);
const end = first + Number(values.count);

const totals = { planned: 0, impossible: 0, optimal: 0, atBounds: 0, wrong: 0 };
const gaps = { tableRepeats: 0, imbalance: 0, waste: 0 };
for (let seed = first; seed < end; seed += 1) {
  const { faults, worth, gap, isOptimum } = trial(
    anyInstance(seed, seed % 10 === 0 ? MEDIUM : SMALL),
    seed,
  );
  totals[worth === null ? 'impossible' : 'planned'] += 1;
  if (isOptimum && worth !== null) totals.optimal += 1;
  if (gap !== null) {
    gaps.tableRepeats += gap.tableRepeats;
    gaps.imbalance += gap.imbalance;
    gaps.waste += gap.waste;
    if (gap.tableRepeats + gap.imbalance + gap.waste === 0) totals.atBounds += 1;
  }
  if (faults.length === 0) continue;
  totals.wrong += 1;
  if (totals.wrong <= NAMED_FAULTS) console.log(`seed ${seed}: ${faults.join('; ')}`);
}
console.log(
  `${end - first} instances: ${totals.planned} planned, ${totals.impossible} impossible. Of the ` +
    `plans ${totals.optimal} are proven best by looking through all others, and ` +
    `${totals.atBounds} reach every bound.\n` +
    `Above the bounds, over all plans: ${gaps.tableRepeats} repeated tables, ${gaps.imbalance} ` +
    `imbalance, ${gaps.waste} waste.\n` +
    (totals.wrong === 0 ? 'Nothing is wrong.' : `${totals.wrong} are wrong.`),
);
if (totals.wrong > 0) process.exitCode = 1;
