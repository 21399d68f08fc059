import { basename } from 'node:path';
import {
  dayOf,
  english,
  isNoPlan,
  outcomeOf,
  planning,
  plan,
  readInstance,
  type Instance,
  type NoPlan,
  type Planned,
} from '@tablecloth/shared/rotation';
import type { PlanOptions } from './options.ts';

/** What the command prints, or the sentence with which it ends. */
export type Printed = { text: string } | { noPlan: string };

/** A clock: milliseconds since the process began. */
export type Clock = () => number;

/** Of the budget so much is for planning; printing the result needs some too. */
const FOR_PLANNING = 0.95;

/** A chunk may take as long as the longest one, the less likely the longer ago that was. */
const LESS_LIKELY = 0.8;

/** Plans an instance that was read from a file, within the budget if there is one. */
export function planned(json: unknown, options: PlanOptions, clock: Clock): Printed {
  const read = readInstance(json);
  if ('problems' in read) return { noPlan: read.problems[0] ?? '' };
  const { instance } = read;
  const began = clock();
  const found = withinBudget(instance, options, began, clock);
  if (isNoPlan(found)) return { noPlan: english.noPlan(found) };
  const ms = Math.round((clock() - began) * 10) / 10;
  return { text: options.words ? inWords(instance, found) : inJson(instance, found, options, ms) };
}

function withinBudget(
  instance: Instance,
  { seed, budgetMs }: PlanOptions,
  began: number,
  clock: Clock,
): Planned | NoPlan {
  if (budgetMs === undefined) return plan(instance, seed);
  const begun = planning(instance, seed);
  if (isNoPlan(begun)) return begun;
  // A chunk that would most likely end after the budget is not begun.
  const until = began + budgetMs * FOR_PLANNING;
  let likely = 0;
  for (let now = clock(); now + likely < until;) {
    const isOpen = begun.step();
    const then = clock();
    likely = Math.max(then - now, likely * LESS_LIKELY);
    now = then;
    if (!isOpen) break;
  }
  return begun.result();
}

function inJson(
  instance: Instance,
  { schedule, bounds }: Planned,
  { file }: PlanOptions,
  ms: number,
): string {
  const isRelay = (instance.relay ?? 0) > 0;
  return JSON.stringify({
    instance: instance.id ?? basename(file, '.json'),
    seats: schedule.seats,
    ...(isRelay ? { hosting: schedule.hosting } : {}),
    ms,
    bounds,
  });
}

function inWords(instance: Instance, found: Planned): string {
  const days = instance.people.flatMap(({ id }) => {
    const day = dayOf(instance, found.schedule, id);
    return day === undefined ? [] : [`${id}: ${english.day(day)}.`];
  });
  return [english.plan(outcomeOf(instance, found)), ...days].join('\n');
}
