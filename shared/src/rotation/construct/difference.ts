import type { Random } from '../random.ts';
import { evened } from './evened-rows.ts';
import type { Group } from './group.ts';
import type { Rows } from './rows.ts';

/** Steps of a search before another beginning is tried. */
const WORK_MAX = 3_000;

const BEGINNINGS = 6;

/**
 * As many such rows as are wanted, with as few differences that come again as a search with luck
 * can find; fewer rows where even nobody's coming back would take too long. The first group in
 * which all goes well is taken.
 *
 * First rows are grown one by one, each as the others allow; where they are too few, all are changed
 * step by step until they get along.
 */
export function differenceRows(
  groups: readonly Group[],
  wanted: number,
  rounds: number,
  random: Random,
): Rows {
  let best: Rows = { group: groups[0]!, rows: [], again: 0 };
  for (const group of groups) {
    for (let i = 0; i < BEGINNINGS && best.rows.length < wanted; i += 1) {
      const rows = grown(group, wanted, rounds, random);
      if (rows.length > best.rows.length) best = { group, rows, again: 0 };
    }
  }
  return best.rows.length === wanted ? best : evened(best, groups, wanted, rounds, random);
}

function grown(group: Group, wanted: number, rounds: number, random: Random): number[][] {
  const { order, minus } = group;
  const rows: number[][] = [];
  let work = WORK_MAX;
  while (rows.length < wanted) {
    const row = grow([0]);
    if (row === null) break;
    rows.push(row);
  }
  return rows;

  /** One row more, step by step, back where it cannot go on. */
  function grow(row: number[]): number[] | null {
    if (row.length === rounds) return row;
    const first = random.below(order);
    for (let i = 0; i < order; i += 1) {
      work -= 1;
      if (work < 0) return null;
      const step = (first + i) % order;
      if (row.includes(step) || !isNew(row, step)) continue;
      row.push(step);
      const whole = grow(row);
      if (whole !== null) return whole;
      row.pop();
    }
    return null;
  }

  function isNew(row: readonly number[], step: number): boolean {
    const round = row.length;
    for (const other of rows) {
      const difference = minus(step, other[round]!);
      for (let before = 0; before < round; before += 1) {
        if (minus(row[before]!, other[before]!) === difference) return false;
      }
    }
    return true;
  }
}
