import type { Random } from '../random.ts';
import { differenceRows, groupsOf, sumIn } from './difference.ts';
import { fieldOf } from './field.ts';

/**
 * Itineraries by classes: class c begins with one walker at each table, and all of a class walk the
 * same steps, so that in every round they are at all the tables, one at each.
 */
export interface Walks {
  readonly tables: number;
  /** Steps by class and round, the first of each class 0. */
  readonly rows: readonly (readonly number[])[];
  /** The table that is `step` on from where somebody began. */
  on(start: number, step: number): number;
  /** Whether people of different classes meet at most once. */
  readonly isPerfect: boolean;
}

/**
 * The itineraries of so many classes at `tables` tables, or null where rounds are too many.
 *
 * - Over a field: class a is at a·x + b in round x. Two classes meet where (a − a′)·x = b′ − b: once.
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
): Walks | null {
  if (tables < 2 || rounds > tables) return null;
  const field = fieldOf(tables);
  const staying = distinct ? [] : [Array.from({ length: rounds }, () => 0)];
  const wanted = Math.max(1, classes - staying.length);
  let on = (start: number, step: number): number => (start + step) % tables;
  let rows: number[][] = [];
  if (field !== null) {
    on = field.plus;
    rows = Array.from({ length: Math.min(wanted, tables - 1) }, (_, i) =>
      Array.from({ length: rounds }, (__, x) => field.times(i + 1, x)),
    );
  } else {
    for (const group of groupsOf(tables)) {
      const found = differenceRows(group, wanted, rounds, random);
      if (found.length <= rows.length) continue;
      rows = found;
      on = (start, step) => sumIn(group, start, step);
      if (rows.length === wanted) break;
    }
  }
  const all = [...staying, ...rows];
  if (all.length === 0) return null;
  return {
    tables,
    rows: Array.from({ length: classes }, (_, i) => all[i % all.length]!),
    on,
    isPerfect: classes <= all.length,
  };
}
