import type { Random } from '../random.ts';
import { differenceRows } from './difference.ts';
import { groupsOf } from './group.ts';
import { letterPlan } from './letter-plan.ts';
import { ringOf } from './ring.ts';

/**
 * Itineraries by classes: class c begins with one walker at each table, and all of a class walk the
 * same steps, so that in every round they are at all the tables, one at each.
 */
export interface Walks {
  /** Steps by class and round, the first of each class 0. */
  readonly rows: readonly (readonly number[])[];
  /** Steps beyond the rounds wanted: of rounds that could be held, and nobody would meet again. */
  readonly spare: number;
  /** The table that is `step` on from where somebody began. */
  on(start: number, step: number): number;
  /** Whether people of different classes meet at most once. */
  readonly isPerfect: boolean;
}

/** Rounds that could be held after those that are: more do not help. */
const SPARE_MAX = 8;

/** Rows for the classes that move, as long as the rounds or longer. */
type Found = Omit<Walks, 'spare'>;

/**
 * The itineraries of so many classes at `tables` tables (from two), for no more rounds than tables.
 *
 * - Over a ring of fields class a is at a·x + b in round x, where the x of any two rounds differ in
 *   every field. Two classes meet where (a − a′)·x = b′ − b: once.
 * - Else class c moves by one shift for all rounds, where there are enough shifts for that.
 * - Else rows whose differences are all different, over a group; see `differenceRows`.
 *
 * Where there are more classes than such rows, rows come again: their people are buddies who walk
 * together.
 *
 * @param distinct whether nobody may come back to a table; else one class stays where it is.
 */
export function walksOf(
  tables: number,
  classes: number,
  rounds: number,
  distinct: boolean,
  random: Random,
): Walks {
  const staying = distinct ? [] : [Array.from({ length: tables }, () => 0)];
  const wanted = Math.max(1, Math.min(tables - 1, classes - staying.length));
  const found =
    overRing(tables, wanted, rounds) ??
    byShifts(tables, wanted, rounds) ??
    overGroup(tables, wanted, rounds, random);
  const all = [...staying, ...found.rows];
  const isPerfect = found.isPerfect && classes <= all.length;
  return {
    rows: Array.from({ length: classes }, (_, i) => all[i % all.length]!),
    spare: isPerfect ? found.rows[0]!.length - rounds : 0,
    on: found.on,
    isPerfect,
  };
}

function overRing(tables: number, wanted: number, rounds: number): Found | null {
  const { points, times, plus } = ringOf(tables);
  if (rounds > points.length) return null;
  const rows = Array.from({ length: wanted }, (_, i) => points.map((point) => times(i + 1, point)));
  return { rows, on: plus, isPerfect: true };
}

function byShifts(tables: number, wanted: number, rounds: number): Found | null {
  let plan = letterPlan(tables, wanted, rounds);
  if (plan === null) return null;
  let held = rounds;
  while (held < rounds + SPARE_MAX) {
    const longer = letterPlan(tables, wanted, held + 1);
    if (longer === null) break;
    plan = longer;
    held += 1;
  }
  const rows = plan.shifts.map((shift) =>
    Array.from({ length: held }, (_, round) => (shift * round) % tables),
  );
  return { rows, on: (start, step) => (start + step) % tables, isPerfect: true };
}

function overGroup(tables: number, wanted: number, rounds: number, random: Random): Found {
  const { rows, group, again } = differenceRows(groupsOf(tables), wanted, rounds, random);
  return { rows, on: group.plus, isPerfect: again === 0 };
}
