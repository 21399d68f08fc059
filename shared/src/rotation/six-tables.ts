import { NOWHERE, type Model } from './model.ts';

/** Four rounds at six tables hold no more than 34 such words; see below. */
const ROUNDS = 4;
const WORDS_MAX = 34;

/**
 * At six tables there is no perfect rotation of four rounds for more than 28 visitors, and what more
 * there are meet again.
 *
 * The four tables of somebody who does not come back to one are a word; add the six words of those who
 * would stay at a table all day. Where nobody meets twice no two words agree in two places, and of
 * such words there are at most 34: with 36 they would be two orthogonal Latin squares of order six,
 * which do not exist (Tarry 1900), and 35 could be completed to 36. So of the pairs that meet again
 * there are enough that each visitor beyond 28 is in one, and each such pair wastes a meeting.
 *
 * Of more than four rounds any four waste that much; a pair that meets `times` times wastes
 * `times` − 1 meetings, and in all choices of four rounds at most so many together as counted here.
 *
 * @returns wasted meetings of those who are alone, free and here in every round, for rotations in
 *   which none of them comes back to a table.
 */
export function sixTablesBound(model: Model): number {
  const { tables, rounds, firstRound } = model;
  if (tables !== 6 || firstRound > 0 || rounds < ROUNDS) return 0;
  const least = Math.max(0, walkersOf(model) + tables - WORDS_MAX);
  let most = 0;
  for (let times = 2; times <= rounds; times += 1) {
    let wasted = 0;
    for (let both = 2; both <= ROUNDS; both += 1) {
      wasted += choices(times, both) * choices(rounds - times, ROUNDS - both) * (both - 1);
    }
    most = Math.max(most, wasted / (times - 1));
  }
  return Math.ceil((least * choices(rounds, ROUNDS)) / most);
}

function walkersOf({ people, rounds, units, unitAt, pinned, members }: Model): number {
  let walkers = 0;
  for (let person = 0; person < people; person += 1) {
    let isFree = true;
    for (let round = 0; round < rounds && isFree; round += 1) {
      const unit = unitAt[round * people + person]!;
      const cell = round * units + unit;
      isFree = unit !== NOWHERE && members[cell]!.length === 1 && pinned[cell] === NOWHERE;
    }
    if (isFree) walkers += 1;
  }
  return walkers;
}

/** How many ways there are to choose `some` of `all`. */
function choices(all: number, some: number): number {
  if (some > all) return 0;
  let ways = 1;
  for (let i = 1; i <= some; i += 1) ways = (ways * (all - some + i)) / i;
  return ways;
}
