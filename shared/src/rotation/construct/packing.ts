/** No class holds all of this team. */
export const SPLIT = -1;

/**
 * Puts teams whole into classes with so many places: first the largest, each where it leaves the
 * least; and where that does not fit, class by class, each with its largest team and whatever fills
 * it best. Bin packing is hard in general, but classes are few and teams alike.
 *
 * Returns the class of each team.
 */
export function packed(teams: readonly number[], places: readonly number[]): Int32Array {
  const largestFirst = [...teams.keys()].sort((a, b) => teams[b]! - teams[a]! || a - b);
  const small = [...places.keys()].sort((a, b) => places[a]! - places[b]! || a - b);
  let best = tightest(teams, places, largestFirst);
  for (const order of [small, small.toReversed()]) {
    if (outside(teams, best) === 0) break;
    const other = filled(teams, places, largestFirst, order);
    if (outside(teams, other) < outside(teams, best)) best = other;
  }
  return best;
}

function outside(teams: readonly number[], classOf: Int32Array): number {
  return teams.reduce((sum, size, team) => sum + (classOf[team] === SPLIT ? size : 0), 0);
}

function tightest(
  teams: readonly number[],
  places: readonly number[],
  order: readonly number[],
): Int32Array {
  const classOf = new Int32Array(teams.length).fill(SPLIT);
  const open = [...places];
  for (const team of order) {
    let best = SPLIT;
    for (const [i, left] of open.entries()) {
      if (left >= teams[team]! && (best === SPLIT || left < open[best]!)) best = i;
    }
    if (best === SPLIT) continue;
    classOf[team] = best;
    open[best]! -= teams[team]!;
  }
  return classOf;
}

function filled(
  teams: readonly number[],
  places: readonly number[],
  order: readonly number[],
  classes: readonly number[],
): Int32Array {
  const classOf = new Int32Array(teams.length).fill(SPLIT);
  for (const own of classes) {
    const left = order.filter((team) => classOf[team] === SPLIT);
    const largest = left.find((team) => teams[team]! <= places[own]!);
    if (largest === undefined) continue;
    classOf[largest] = own;
    const others = left.filter((team) => team !== largest);
    for (const team of subset(teams, others, places[own]! - teams[largest]!)) classOf[team] = own;
  }
  return classOf;
}

/** Teams whose sizes come nearest to `room` without exceeding it. */
function subset(teams: readonly number[], order: readonly number[], room: number): number[] {
  // By sum: the team that reached it first, so that the ones before never use it again.
  const last = new Int32Array(room + 1).fill(SPLIT);
  let reached = 0;
  for (const team of order) {
    const size = teams[team]!;
    if (size === 0) continue;
    for (let sum = Math.min(room, reached + size); sum >= size; sum -= 1) {
      if (last[sum] !== SPLIT || (sum > size && last[sum - size] === SPLIT)) continue;
      last[sum] = team;
      reached = Math.max(reached, sum);
    }
    if (last[room] !== SPLIT) break;
  }
  const chosen: number[] = [];
  for (let sum = reached; sum > 0; sum -= teams[last[sum]!]!) chosen.push(last[sum]!);
  return chosen;
}
