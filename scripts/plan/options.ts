import { parseArgs } from 'node:util';

export interface PlanOptions {
  /** The instance's file. */
  file: string;
  seed: number;
  /** From the start of the process; undefined for a fixed number of chunks. */
  budgetMs: number | undefined;
  /** Sentences instead of JSON. */
  words: boolean;
}

export const USAGE = `npm run --silent plan -- instance.json [--seed 1] [--budget-ms N] [--words]

Plans the rotation in a file (docs/rotation.md says how it is written) and prints it as JSON.
Without --budget-ms the same file and seed give the same seats; with it the plan, and
the proof beside it, is as good as can be had in about N milliseconds once the file is read.
--words says in sentences what the plan is worth, for the room and for everybody in it.

Exit code 1: the command or the file could not be read. 2: there is no valid plan.`;

const SEED_MAX = 2 ** 31 - 1;
const BUDGET_MS_MAX = 3_600_000;

/** Reads the command line; the first mistake is a sentence. */
export function readOptions(
  args: string[],
): { options: PlanOptions } | { help: true } | { mistake: string } {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: '1' },
        'budget-ms': { type: 'string' },
        words: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (problem) {
    return { mistake: problem instanceof Error ? problem.message : String(problem) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { help: true };
  const [file, more] = positionals;
  if (file === undefined || file === '') {
    return { mistake: 'Which file? npm run --silent plan -- instance.json' };
  }
  if (more !== undefined) return { mistake: `One file at a time: “${more}” is a second.` };
  const seed = wholeNumber(values.seed, 0, SEED_MAX);
  if (seed === null) return { mistake: `--seed must be a whole number from 0 to ${SEED_MAX}.` };
  const budget = values['budget-ms'];
  const budgetMs = budget === undefined ? undefined : wholeNumber(budget, 1, BUDGET_MS_MAX);
  if (budgetMs === null) {
    return { mistake: `--budget-ms must be a whole number from 1 to ${BUDGET_MS_MAX}.` };
  }
  return { options: { file, seed, budgetMs, words: values.words } };
}

function wholeNumber(text: string, least: number, most: number): number | null {
  const number = /^\d{1,10}$/u.test(text) ? Number(text) : NaN;
  return number >= least && number <= most ? number : null;
}
