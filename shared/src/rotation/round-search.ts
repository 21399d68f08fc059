import { clearRound, seatPinned, sizeOf } from './greedy.ts';
import { NOWHERE, type Model } from './model.ts';
import { shuffled, type Random } from './random.ts';
import type { Seats } from './seats.ts';

/**
 * Seats one round exactly: a depth-first search places the units that are hard to place (groups,
 * and people who must not meet), always the one with the fewest tables left; everybody else is
 * matched to the remaining chairs by augmenting paths. Only the hard rules count here.
 *
 * One search is one attempt: after `work` steps it gives up, and another, with another order, may
 * be luckier. 'impossible' is a proof.
 */
export function searchRound(
  seats: Seats,
  round: number,
  random: Random,
  work: number,
): 'seated' | 'impossible' | 'unknown' {
  clearRound(seats, round);
  const free = seatPinned(seats, round);
  if (free === null) return 'impossible';
  const search = new RoundSearch(seats, round, free, random, work);
  const found = search.run();
  if (found) for (const [unit, table] of search.places) seats.sit(round, unit, table);
  if (found) return 'seated';
  return search.work > 0 ? 'impossible' : 'unknown';
}

class RoundSearch {
  /** Table by unit, as soon as the search has succeeded. */
  readonly places = new Map<number, number>();
  /** Steps left. */
  work: number;
  readonly #tables: number;
  readonly #size: readonly number[];
  /** The units hard to place, by index in all lists here; the rest, each one person. */
  readonly #hard: readonly number[];
  readonly #rest: readonly number[];
  /** What keeps a unit of the model from a table, at `unit * tables + table`; 0 for nothing. */
  readonly #barred: Uint16Array;
  readonly #left: Int32Array;
  /** By hard unit, the hard units it must not meet. */
  readonly #apart: readonly (readonly number[])[];
  readonly #at: Int32Array;
  /** Hard units placed by table: an untouched table is as good as one like it. */
  readonly #touched: Int32Array;
  readonly #kind: readonly number[];
  readonly #order: readonly number[];
  readonly #isTight: boolean;
  /** Group sizes above one, and how many units of at least each are still to be placed. */
  readonly #sizes: readonly number[];
  readonly #groups: Int32Array;

  constructor(seats: Seats, round: number, free: number[], random: Random, work: number) {
    const { model } = seats;
    const { tables, units } = model;
    const isFree = new Uint8Array(units);
    for (const unit of free) isFree[unit] = 1;
    this.work = work;
    this.#tables = tables;
    this.#left = model.cap.map((cap, table) => cap - seats.load[round * tables + table]!);
    this.#barred = barredBy(model, seats, round, free);
    const isHard = (unit: number): boolean =>
      sizeOf(model, round, unit) > 1 || model.apart[unit]!.some((other) => isFree[other] === 1);
    const order = shuffled(free, random);
    this.#hard = order.filter(isHard);
    this.#rest = order.filter((unit) => !isHard(unit));
    this.#size = this.#hard.map((unit) => sizeOf(model, round, unit));
    const index = new Map(this.#hard.map((unit, i) => [unit, i]));
    this.#apart = this.#hard.map((unit) =>
      Array.from(model.apart[unit]!).flatMap((other) => index.get(other) ?? []),
    );
    this.#at = new Int32Array(this.#hard.length).fill(NOWHERE);
    this.#touched = new Int32Array(tables);
    this.#kind = this.#kinds();
    this.#order = shuffled(
      Array.from({ length: tables }, (_, table) => table),
      random,
    );
    this.#isTight = random.below(2) === 1;
    this.#sizes = [...new Set(this.#size)].filter((size) => size > 1).sort((a, b) => b - a);
    this.#groups = Int32Array.from(
      this.#sizes,
      (size) => this.#size.filter((other) => other >= size).length,
    );
  }

  run(): boolean {
    return this.#place(this.#hard.length);
  }

  /** Tables that nothing distinguishes have the same number. */
  #kinds(): number[] {
    const kinds = new Map<string, number>();
    return Array.from(this.#left, (left, table) => {
      const barred = [...this.#hard, ...this.#rest].map(
        (unit) => this.#barred[unit * this.#tables + table]!,
      );
      const key = `${left}:${barred.join('')}`;
      const kind = kinds.get(key) ?? kinds.size;
      kinds.set(key, kind);
      return kind;
    });
  }

  #place(unplaced: number): boolean {
    if (unplaced === 0) return this.#matchRest();
    if (!this.#hasRoomForGroups()) return false;
    const i = this.#tightest();
    if (i === NOWHERE || this.work <= 0) return false;
    const unit = this.#hard[i]!;
    const size = this.#size[i]!;
    const tried = new Set<number>();
    for (const table of this.#tablesFor(unit, size)) {
      if (this.#touched[table] === 0) {
        if (tried.has(this.#kind[table]!)) continue;
        tried.add(this.#kind[table]!);
      }
      this.#move(i, size, table, 1);
      if (this.#place(unplaced - 1)) return true;
      this.#move(i, size, table, -1);
      if (this.work <= 0) return false;
    }
    return false;
  }

  #move(i: number, size: number, table: number, by: 1 | -1): void {
    this.#at[i] = by === 1 ? table : NOWHERE;
    this.#left[table]! -= by * size;
    this.#touched[table]! += by;
    for (const other of this.#apart[i]!) {
      this.#barred[this.#hard[other]! * this.#tables + table]! += by;
    }
    for (const [k, group] of this.#sizes.entries()) if (size >= group) this.#groups[k]! -= by;
  }

  #hasRoomForGroups(): boolean {
    return this.#sizes.every((size, k) => {
      let places = 0;
      for (const left of this.#left) places += Math.floor(left / size);
      return places >= this.#groups[k]!;
    });
  }

  /** The unplaced hard unit with the fewest tables, the larger first; NOWHERE where one has none. */
  #tightest(): number {
    let tightest = NOWHERE;
    let fewest = Infinity;
    for (let i = 0; i < this.#hard.length; i += 1) {
      if (this.#at[i] !== NOWHERE) continue;
      const size = this.#size[i]!;
      let open = 0;
      for (let table = 0; table < this.#tables; table += 1) {
        if (this.#isOpen(this.#hard[i]!, size, table)) open += 1;
      }
      this.work -= this.#tables;
      if (open === 0) return NOWHERE;
      if (open < fewest || (open === fewest && size > this.#size[tightest]!)) {
        fewest = open;
        tightest = i;
      }
    }
    return tightest;
  }

  #isOpen(unit: number, size: number, table: number): boolean {
    return this.#left[table]! >= size && this.#barred[unit * this.#tables + table] === 0;
  }

  /** Every other attempt fills tables up, the rest keep them even. */
  #tablesFor(unit: number, size: number): number[] {
    const by = this.#isTight ? 1 : -1;
    return this.#order
      .filter((table) => this.#isOpen(unit, size, table))
      .sort((a, b) => by * (this.#left[a]! - this.#left[b]!));
  }

  /** People who are alone and may meet everybody: a matching of people and chairs. */
  #matchRest(): boolean {
    const tables = this.#tables;
    const left = this.#left.slice();
    const sitting = Array.from({ length: tables }, (): number[] => []);
    const seen = new Uint8Array(tables);
    const open = (unit: number): number[] =>
      this.#order.filter((table) => this.#barred[unit * tables + table] === 0);
    const seat = (unit: number): boolean => {
      this.work -= tables;
      const mine = open(unit);
      const roomiest = mine.reduce(
        (best, table) => (best === NOWHERE || left[table]! > left[best]! ? table : best),
        NOWHERE,
      );
      if (roomiest === NOWHERE) return false;
      if (left[roomiest]! > 0) {
        left[roomiest]! -= 1;
        sitting[roomiest]!.push(unit);
        return true;
      }
      for (const table of mine) {
        if (seen[table] === 1) continue;
        seen[table] = 1;
        for (const [slot, other] of sitting[table]!.entries()) {
          if (!seat(other)) continue;
          sitting[table]![slot] = unit;
          return true;
        }
      }
      return false;
    };
    for (const unit of this.#rest) {
      seen.fill(0);
      if (!seat(unit)) return false;
    }
    for (const [i, unit] of this.#hard.entries()) this.places.set(unit, this.#at[i]!);
    for (const [table, units] of sitting.entries()) {
      for (const unit of units) this.places.set(unit, table);
    }
    return true;
  }
}

/** The tables that rules about people already seated, and about own tables, keep a unit from. */
function barredBy(model: Model, seats: Seats, round: number, free: readonly number[]): Uint16Array {
  const { tables, units } = model;
  const barred = new Uint16Array(units * tables);
  for (const unit of free) {
    for (let table = 0; table < tables; table += 1) {
      barred[unit * tables + table] = model.forbidden[unit * tables + table]!;
    }
    for (const other of model.apart[unit]!) {
      const table = seats.at[round * units + other]!;
      if (table !== NOWHERE) barred[unit * tables + table]! += 1;
    }
  }
  return barred;
}
