import type { Random } from '../random.ts';

/** Steps of a search before another beginning is tried. */
const WORK_MAX = 3_000;

const BEGINNINGS = 24;

/** An abelian group as sums of remainders: cyclic of order m is `[m]`. */
export function sumIn(group: readonly number[], a: number, b: number): number {
  let sum = 0;
  let place = 1;
  let x = a;
  let y = b;
  for (const order of group) {
    sum += (((x % order) + (y % order)) % order) * place;
    place *= order;
    x = Math.floor(x / order);
    y = Math.floor(y / order);
  }
  return sum;
}

/** The abelian groups of an order that are worth trying: cyclic, and with a factor 2 split off. */
export function groupsOf(order: number): number[][] {
  const split = [2, 3].flatMap((p) => (order % (p * p) === 0 ? [[p, order / p]] : []));
  // Cyclic groups of even order allow fewer rows.
  return order % 2 === 0 ? [...split, [order]] : [[order], ...split];
}

/**
 * Rows of steps for classes of walkers: in round r everybody of class c is `rows[c][r]` from where
 * they began. The steps of a row are all different, so nobody comes back to a table, and so are the
 * differences of any two rows, so that people of two classes meet at most once.
 *
 * A search with luck; it may find fewer rows than asked for.
 */
export function differenceRows(
  group: readonly number[],
  wanted: number,
  rounds: number,
  random: Random,
): number[][] {
  const order = group.reduce((product, factor) => product * factor, 1);
  let best: number[][] = [];
  for (let i = 0; i < BEGINNINGS && best.length < wanted; i += 1) {
    const rows = search(group, order, wanted, rounds, random);
    if (rows.length > best.length) best = rows;
  }
  return best;
}

function search(
  group: readonly number[],
  order: number,
  wanted: number,
  rounds: number,
  random: Random,
): number[][] {
  const minus = Array.from({ length: order }, (_, a) => {
    for (let b = 0; b < order; b += 1) if (sumIn(group, a, b) === 0) return b;
    return 0;
  });
  const differ = (a: number, b: number): number => sumIn(group, a, minus[b]!);
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
      const grown = grow([...row, step]);
      if (grown !== null) return grown;
    }
    return null;
  }

  function isNew(row: readonly number[], step: number): boolean {
    return rows.every((other) => {
      const difference = differ(step, other[row.length]!);
      return row.every((one, round) => differ(one, other[round]!) !== difference);
    });
  }
}
