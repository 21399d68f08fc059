import { pairs } from './even.ts';

/** How many people a table has in a round, at least and at most. */
export interface Range {
  least: Int32Array;
  most: Int32Array;
}

/** Larger than any number of pairs: to fill the tables to their least comes first. */
const FIRST = 1 << 20;

/**
 * The fewest pairs that share a table in both of two rounds: `people` go from the tables of one to
 * those of the other. Of all ways the pairs are Σ C(n, 2) over the numbers n that go from table to
 * table, a convex function: one person after another along the cheapest path gives the least (a
 * min-cost flow).
 *
 * @param stayPrice what it costs besides that somebody stays at a table; Infinity where nobody may.
 * @returns null where the people do not fit.
 */
export function leastOverlap(
  from: Range,
  to: Range,
  people: number,
  stayPrice: number,
): number | null {
  const tables = from.most.length;
  /** People from table i to table j, at `i * tables + j`; sums by table on either side. */
  const flow = new Int32Array(tables * tables);
  const leaving = new Int32Array(tables);
  const coming = new Int32Array(tables);
  /** Cheapest known cost from outside to a table of the first round, and of the other. */
  const near = new Float64Array(tables);
  const far = new Float64Array(tables);
  const nearBy = new Int32Array(tables);
  const farBy = new Int32Array(tables);
  for (let person = 0; person < people; person += 1) {
    const last = cheapestEnd();
    if (last < 0) return null;
    coming[last]! += 1;
    for (let j = last; ;) {
      const i = farBy[j]!;
      flow[i * tables + j]! += 1;
      j = nearBy[i]!;
      if (j < 0) {
        leaving[i]! += 1;
        break;
      }
      flow[i * tables + j]! -= 1;
    }
  }
  if (isBelow(leaving, from.least) || isBelow(coming, to.least)) return null;
  let cost = flow.reduce((sum, count) => sum + pairs(count), 0);
  for (let i = 0; i < tables; i += 1) {
    const stay = flow[i * tables + i]!;
    if (stay > 0) cost += stay * stayPrice;
  }
  return cost;

  /** Finds the cheapest way for one more; the table where it ends, −1 where there is none. */
  function cheapestEnd(): number {
    for (let i = 0; i < tables; i += 1) {
      near[i] = priceOf(leaving[i]!, from, i);
      nearBy[i] = -1;
    }
    far.fill(Infinity);
    for (let isChanging = true; isChanging;) {
      isChanging = false;
      for (let i = 0; i < tables; i += 1) {
        for (let j = 0; j < tables; j += 1) {
          const cost = near[i]! + flow[i * tables + j]! + (i === j ? stayPrice : 0);
          if (cost >= far[j]!) continue;
          far[j] = cost;
          farBy[j] = i;
          isChanging = true;
        }
      }
      for (let i = 0; i < tables; i += 1) {
        for (let j = 0; j < tables; j += 1) {
          const count = flow[i * tables + j]!;
          if (count === 0) continue;
          const cost = far[j]! - (count - 1) - (i === j ? stayPrice : 0);
          if (cost >= near[i]!) continue;
          near[i] = cost;
          nearBy[i] = j;
          isChanging = true;
        }
      }
    }
    let best = -1;
    let least = Infinity;
    for (let j = 0; j < tables; j += 1) {
      const cost = far[j]! + priceOf(coming[j]!, to, j);
      if (cost >= least) continue;
      least = cost;
      best = j;
    }
    return best;
  }
}

function priceOf(count: number, { least, most }: Range, table: number): number {
  if (count >= most[table]!) return Infinity;
  return count < least[table]! ? -FIRST : 0;
}

function isBelow(counts: Int32Array, least: Int32Array): boolean {
  return counts.some((count, table) => count < least[table]!);
}
