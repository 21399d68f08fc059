import { parseArgs } from 'node:util';

export interface Options {
  /** Simulated phones; people beyond the sample's list join as new names. */
  phones: number;
  /** Divides the programme's durations, 1 to 60. */
  pace: number;
  /** The running server's address. */
  url: string;
  seed: number;
  /** Presses steps that wait as soon as everybody is ready, not at their planned end. */
  hurry: boolean;
  /** People pick their tables instead of being seated. */
  pick?: boolean;
  json: boolean;
}

export const USAGE = `npm run rehearse -- [--phones 110] [--pace 30] [--url http://127.0.0.1:3000] [--seed 1] [--hurry] [--pick] [--json]

Makes the sample café on a running server, lets simulated people live through it, says what went
missing or wrong, and deletes it. --hurry presses Next as soon as everybody is ready;
with --pick people pick their tables instead of being seated.`;

const PHONES_MAX = 500;

/** Reads the command line; every mistake is a sentence. */
export function readOptions(args: string[]): { options: Options } | { mistakes: string[] } {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args,
      options: {
        phones: { type: 'string', default: '110' },
        pace: { type: 'string', default: '30' },
        url: { type: 'string', default: 'http://127.0.0.1:3000' },
        seed: { type: 'string', default: '1' },
        hurry: { type: 'boolean', default: false },
        pick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }));
  } catch (problem) {
    return { mistakes: [problem instanceof Error ? problem.message : String(problem)] };
  }
  const mistakes: string[] = [];
  const url = String(values['url']);
  if (!/^https?:\/\//u.test(url) || !URL.canParse(url)) {
    mistakes.push(`--url must be an address like http://127.0.0.1:3000, but it is “${url}”.`);
  }
  const options: Options = {
    phones: wholeNumber('phones', values['phones'], 1, PHONES_MAX, mistakes),
    pace: wholeNumber('pace', values['pace'], 1, 60, mistakes),
    url: url.replace(/\/+$/u, ''),
    seed: wholeNumber('seed', values['seed'], 0, 2 ** 31 - 1, mistakes),
    hurry: values['hurry'] === true,
    pick: values['pick'] === true,
    json: values['json'] === true,
  };
  return mistakes.length > 0 ? { mistakes } : { options };
}

function wholeNumber(
  name: string,
  given: string | boolean | undefined,
  min: number,
  max: number,
  mistakes: string[],
): number {
  const number = Number(given);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  mistakes.push(
    `--${name} must be a whole number from ${String(min)} to ${String(max)}, but it is “${String(given)}”.`,
  );
  return min;
}
