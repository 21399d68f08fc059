import type { Random } from '../random.ts';
import type { Group } from './group.ts';
import type { Rows } from './rows.ts';

/** Steps of all searches together, counted in entries looked at. */
const WORK_MAX = 3_000_000;

/** Entries looked at in one search. */
const WORK_ONCE = 500_000;

/** A row whose people come back to a table is no row: that weighs more than any meetings. */
const RETURN = 1_000;

/**
 * Completes rows and changes them entry by entry (the tabu search of Glover, over the entries in
 * conflict) until as few differences as can be come again.
 */
export function evened(
  first: Rows,
  groups: readonly Group[],
  wanted: number,
  rounds: number,
  random: Random,
): Rows {
  let best = first;
  let work = WORK_MAX;
  for (let i = 0; work > 0 && lost(best, wanted, rounds) > 0; i += 1) {
    const group = groups[i % groups.length]!;
    const table = new RowTable(group, wanted, rounds, random);
    table.search(Math.min(work, WORK_ONCE));
    work -= WORK_ONCE;
    const { rows, again } = table.best();
    const found = { group, rows, again };
    if (lost(found, wanted, rounds) < lost(best, wanted, rounds)) best = found;
  }
  return best;
}

/** Meetings that come again, by tables: somebody without a row of their own meets a buddy always. */
function lost({ rows, again }: Rows, wanted: number, rounds: number): number {
  return again + (wanted - rows.length) * (rounds - 1);
}

/** Row 0 and column 0 are noughts: those who stay, and the first round. */
class RowTable {
  readonly #group: Group;
  readonly #random: Random;
  readonly #rows: number;
  readonly #rounds: number;
  readonly #entries: Int32Array;
  readonly #best: Int32Array;
  /** Until which step an entry may not become an element again, at `entry * order + element`. */
  readonly #tabu: Int32Array;
  /** What each element would cost in the entry last looked at. */
  readonly #price: Int32Array;

  constructor(group: Group, wanted: number, rounds: number, random: Random) {
    this.#group = group;
    this.#random = random;
    this.#rows = wanted + 1;
    this.#rounds = rounds;
    this.#entries = new Int32Array(this.#rows * rounds);
    this.#tabu = new Int32Array(this.#rows * rounds * group.order);
    this.#price = new Int32Array(group.order);
    for (let row = 1; row < this.#rows; row += 1) {
      for (let round = 1; round < rounds; round += 1) {
        this.#entries[row * rounds + round] = random.below(group.order);
      }
    }
    this.#best = this.#entries.slice();
  }

  search(work: number): void {
    const open = (this.#rows - 1) * (this.#rounds - 1);
    let cost = this.#cost();
    let least = cost;
    let left = work;
    for (let step = 1; cost > 0 && left > 0; step += 1) {
      let entry = 0;
      let here = 0;
      while (here === 0) {
        const any = this.#random.below(open);
        const row = 1 + Math.floor(any / (this.#rounds - 1));
        entry = row * this.#rounds + 1 + (any % (this.#rounds - 1));
        this.#look(entry);
        left -= this.#rows * this.#rounds;
        here = this.#price[this.#entries[entry]!]!;
      }
      const element = this.#choose(entry, step, cost - here, least);
      if (element === this.#entries[entry]) continue;
      const until = step + Math.floor(open / 4) + this.#random.below(10);
      this.#tabu[entry * this.#group.order + this.#entries[entry]!] = until;
      cost += this.#price[element]! - here;
      this.#entries[entry] = element;
      if (cost >= least) continue;
      least = cost;
      this.#best.set(this.#entries);
    }
  }

  /** The cheapest element for an entry that was not there lately, by lot among equals. */
  #choose(entry: number, step: number, rest: number, least: number): number {
    const { order } = this.#group;
    const own = this.#entries[entry]!;
    let best = own;
    let ties = 0;
    for (let element = 0; element < order; element += 1) {
      if (element === own) continue;
      const price = this.#price[element]!;
      if (this.#tabu[entry * order + element]! > step && rest + price >= least) continue;
      if (ties > 0 && price > this.#price[best]!) continue;
      ties = ties === 0 || price < this.#price[best]! ? 1 : ties + 1;
      if (this.#random.below(ties) === 0) best = element;
    }
    return best;
  }

  /** For each element, how often differences would come again if it stood in an entry. */
  #look(entry: number): void {
    const { plus, minus } = this.#group;
    const entries = this.#entries;
    const rounds = this.#rounds;
    const round = entry % rounds;
    const first = entry - round;
    this.#price.fill(0);
    for (let row = 0; row < this.#rows; row += 1) {
      const other = row * rounds;
      if (other === first) continue;
      const weight = row === 0 ? RETURN : 1;
      for (let at = 0; at < rounds; at += 1) {
        if (at === round) continue;
        const clashing = plus(
          entries[other + round]!,
          minus(entries[first + at]!, entries[other + at]!),
        );
        this.#price[clashing]! += weight;
      }
    }
  }

  /** Every entry's price counts each pair of equal differences at both its ends, but for row 0. */
  #cost(): number {
    let cost = 0;
    for (let row = 1; row < this.#rows; row += 1) {
      for (let other = 0; other < row; other += 1) {
        cost += this.#again(this.#entries, row, other) * (other === 0 ? RETURN : 1);
      }
    }
    return cost;
  }

  #again(entries: Int32Array, row: number, other: number): number {
    const { minus } = this.#group;
    const rounds = this.#rounds;
    let again = 0;
    for (let one = 1; one < rounds; one += 1) {
      const difference = minus(entries[row * rounds + one]!, entries[other * rounds + one]!);
      for (let before = 0; before < one; before += 1) {
        const earlier = minus(entries[row * rounds + before]!, entries[other * rounds + before]!);
        if (earlier === difference) again += 1;
      }
    }
    return again;
  }

  /** The best rows seen, without those whose people would come back; the one most in the way last. */
  best(): Pick<Rows, 'rows' | 'again'> {
    const kept: { row: number; again: number }[] = [];
    for (let row = 1; row < this.#rows; row += 1) {
      if (this.#again(this.#best, row, 0) === 0) kept.push({ row, again: 0 });
    }
    let again = 0;
    for (const [i, one] of kept.entries()) {
      for (const other of kept.slice(0, i)) {
        const times = this.#again(this.#best, one.row, other.row);
        one.again += times;
        other.again += times;
        again += times;
      }
    }
    kept.sort((a, b) => a.again - b.again || a.row - b.row);
    const rows = kept.map(({ row }) =>
      Array.from(this.#best.subarray(row * this.#rounds, (row + 1) * this.#rounds)),
    );
    return { rows, again };
  }
}
