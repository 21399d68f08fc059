import { NOWHERE } from '../model.ts';

/** A load weighs more than all prices together. */
export const LOAD = 2 ** 32;

/** The price of a seat that cannot be had. */
export const NEVER = 2 ** 30;

/** One round in which everybody goes alone and nobody minds whom they meet. */
export interface Relaxed {
  readonly tables: number;
  readonly cap: Int32Array;
  /** People by table who cannot move; below zero at a table that is to be filled first. */
  readonly bound: Int32Array;
  /** By person who can move: the told table, NOWHERE where none can be kept. */
  readonly told: Int32Array;
  /** At `person * tables + table`: what sitting there costs, NEVER where it cannot be. */
  readonly price: Int32Array;
  /** Whether tables must be as even as can be. */
  readonly isEven: boolean;
}

/**
 * The seating of a relaxed round under way: who sits where, and the cheapest move from each table to
 * each other, looked for anew only where something has changed.
 */
export class RelaxedSeats {
  readonly round: Relaxed;
  /** What one more person at a table weighs against prices: 0 where tables need not be even. */
  readonly level: number;
  /** Table by person, NOWHERE where there is no seat; people by table, and who. */
  readonly at: Int32Array;
  readonly load: Int32Array;
  readonly here: readonly number[][];
  /** The cheapest move from a table to another, at `from * tables + to`, and who makes it. */
  readonly arc: Float64Array;
  readonly mover: Int32Array;
  /** 1 by table whose moves are to be looked for anew. */
  readonly #isStale: Uint8Array;

  constructor(round: Relaxed) {
    const { tables, told, bound, isEven } = round;
    this.round = round;
    this.level = isEven ? LOAD : 0;
    this.at = new Int32Array(told.length).fill(NOWHERE);
    this.load = bound.slice();
    this.here = Array.from({ length: tables }, () => []);
    this.arc = new Float64Array(tables * tables);
    this.mover = new Int32Array(tables * tables);
    this.#isStale = new Uint8Array(tables).fill(1);
  }

  /** Seats everybody where they were told, as long as there are chairs; returns the others. */
  seatTold(): number[] {
    const { told, cap } = this.round;
    const left: number[] = [];
    for (let person = 0; person < told.length; person += 1) {
      const table = told[person]!;
      const hasChair = table !== NOWHERE && this.load[table]! < cap[table]!;
      if (hasChair && this.#isCheapest(person, table)) this.sit(person, table);
      else left.push(person);
    }
    return left;
  }

  /** Whether no table that can be left has two people more than one with a chair. */
  isLevel(): boolean {
    let low = Infinity;
    let high = 0;
    for (let table = 0; table < this.load.length; table += 1) {
      const load = this.load[table]!;
      if (load < this.round.cap[table]!) low = Math.min(low, load);
      if (this.here[table]!.length > 0) high = Math.max(high, load);
    }
    return high <= low + 1;
  }

  #isCheapest(person: number, table: number): boolean {
    const { tables, price } = this.round;
    const own = price[person * tables + table]!;
    for (let seat = person * tables; seat < (person + 1) * tables; seat += 1) {
      if (price[seat]! < own) return false;
    }
    return true;
  }

  /** Seats somebody at the best table that has a chair; false where there is none. */
  take(person: number): boolean {
    const { tables, cap, price } = this.round;
    let least = Infinity;
    let to = NOWHERE;
    for (let table = 0; table < tables; table += 1) {
      const load = this.load[table]!;
      const costs = price[person * tables + table]!;
      if (load >= cap[table]! || costs === NEVER) continue;
      const worth = this.level * load + costs;
      if (worth >= least) continue;
      least = worth;
      to = table;
    }
    if (to !== NOWHERE) this.sit(person, to);
    return to !== NOWHERE;
  }

  /** Seats somebody, who leaves where they were. */
  sit(person: number, table: number): void {
    const was = this.at[person]!;
    if (was !== NOWHERE) {
      const list = this.here[was]!;
      list.splice(list.indexOf(person), 1);
      this.load[was]! -= 1;
      this.#isStale[was] = 1;
    }
    this.at[person] = table;
    this.here[table]!.push(person);
    this.load[table]! += 1;
    this.#isStale[table] = 1;
  }

  /** The price of the seating. */
  cost(): number {
    const { tables, price } = this.round;
    let cost = 0;
    for (let person = 0; person < this.at.length; person += 1) {
      const table = this.at[person]!;
      if (table !== NOWHERE) cost += price[person * tables + table]!;
    }
    return cost;
  }

  /** Takes note that prices of a person have changed. */
  reprice(person: number): void {
    const at = this.at[person]!;
    if (at !== NOWHERE) this.#isStale[at] = 1;
  }

  /** Looks for the cheapest moves from those tables where something has changed. */
  look(): void {
    const { tables, price } = this.round;
    for (let from = 0; from < tables; from += 1) {
      if (this.#isStale[from] === 0) continue;
      this.#isStale[from] = 0;
      const row = from * tables;
      this.arc.fill(Infinity, row, row + tables);
      const here = this.here[from]!;
      for (let i = 0; i < here.length; i += 1) {
        const person = here[i]!;
        const base = person * tables;
        const own = price[base + from]!;
        for (let to = 0; to < tables; to += 1) {
          const there = price[base + to]!;
          const costs = there - own;
          if (costs >= this.arc[row + to]! || there === NEVER || to === from) continue;
          this.arc[row + to] = costs;
          this.mover[row + to] = person;
        }
      }
    }
  }
}
