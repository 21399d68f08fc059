import { NOWHERE } from '../model.ts';

/** A load weighs more than all prices together. */
const LOAD = 2 ** 32;

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
 * The cheapest seating of a relaxed round, exactly: a min-cost flow of people through tables, begun
 * with everybody where they were told, where nothing is cheaper. Beside it a proof, as prices of
 * tables (the flow's dual): they tell whose change could cost nothing and the seating still be no
 * cheaper.
 */
export class RelaxedRound {
  /** The price of the seating. */
  readonly cost: number;
  readonly #round: Relaxed;
  readonly #at: Int32Array;
  readonly #load: Int32Array;
  readonly #arc: Float64Array;
  readonly #mover: Int32Array;
  readonly #here: number[][];
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #level: number;
  #isPriced = false;

  constructor(round: Relaxed) {
    const { tables, cap, told, bound } = round;
    this.#round = round;
    this.#level = round.isEven ? LOAD : 0;
    this.#at = new Int32Array(told.length).fill(NOWHERE);
    this.#load = bound.slice();
    this.#arc = new Float64Array(tables * tables).fill(Infinity);
    this.#mover = new Int32Array(tables * tables);
    this.#here = Array.from({ length: tables }, () => []);
    this.#distance = new Float64Array(tables);
    this.#from = new Int32Array(tables);
    const left: number[] = [];
    for (const [person, table] of told.entries()) {
      const hasChair = table !== NOWHERE && this.#load[table]! < cap[table]!;
      if (hasChair && this.#isCheapest(person, table)) this.#sit(person, table);
      else left.push(person);
    }
    if (left.length === 0 && (!round.isEven || this.#isLevel())) {
      // Nobody need move, and equal prices prove it.
      this.#isPriced = true;
    } else {
      for (let table = 0; table < tables; table += 1) this.#offer(table);
      for (const person of left) this.#insert(person);
      while (round.isEven && this.#even());
    }
    this.cost = this.#at.reduce(
      (sum, table, person) => (table === NOWHERE ? sum : sum + this.#price(person, table)),
      0,
    );
  }

  /** Where a person sits, NOWHERE where there is no seat. */
  at(person: number): number {
    return this.#at[person]!;
  }

  /** Whether the cost holds for all of those at once even if it cost nothing to move them. */
  isIdle(person: number): boolean {
    const { tables, told } = this.#round;
    const at = this.#at[person]!;
    if (at === NOWHERE || at !== told[person]) return false;
    if (!this.#isPriced) this.#dual();
    this.#isPriced = true;
    for (let table = 0; table < tables; table += 1) {
      const isLess = this.#distance[table]! > this.#distance[at]!;
      if (isLess && this.#price(person, table) < Infinity) return false;
    }
    return true;
  }

  /** Whether no table that can be left has two people more than one with a chair. */
  #isLevel(): boolean {
    let low = Infinity;
    let high = 0;
    for (const [table, load] of this.#load.entries()) {
      if (load < this.#round.cap[table]!) low = Math.min(low, load);
      if (this.#here[table]!.length > 0) high = Math.max(high, load);
    }
    return high <= low + 1;
  }

  #isCheapest(person: number, table: number): boolean {
    const { tables, price } = this.#round;
    const own = price[person * tables + table]!;
    for (let seat = person * tables; seat < (person + 1) * tables; seat += 1) {
      if (price[seat]! < own) return false;
    }
    return true;
  }

  #price(person: number, table: number): number {
    const price = this.#round.price[person * this.#round.tables + table]!;
    return price === NEVER ? Infinity : price;
  }

  #sit(person: number, table: number): void {
    const was = this.#at[person]!;
    if (was !== NOWHERE) {
      const list = this.#here[was]!;
      list.splice(list.indexOf(person), 1);
      this.#load[was]! -= 1;
    }
    this.#at[person] = table;
    this.#here[table]!.push(person);
    this.#load[table]! += 1;
  }

  /** The cheapest move from a table to each other. */
  #offer(from: number): void {
    const { tables, price } = this.#round;
    const row = from * tables;
    this.#arc.fill(Infinity, row, row + tables);
    for (const person of this.#here[from]!) {
      const base = person * tables;
      const own = price[base + from]!;
      for (let to = 0; to < tables; to += 1) {
        const there = price[base + to]!;
        const costs = there - own;
        if (there === NEVER || to === from || costs >= this.#arc[row + to]!) continue;
        this.#arc[row + to] = costs;
        this.#mover[row + to] = person;
      }
    }
  }

  #insert(person: number): void {
    const { tables } = this.#round;
    for (let table = 0; table < tables; table += 1) {
      this.#distance[table] = this.#price(person, table);
    }
    const path = this.#path(Infinity);
    if (path === null) return;
    this.#shift(path);
    this.#sit(person, path[0]!);
    for (const table of path) this.#offer(table);
  }

  /** One person fewer where most are, one more where fewest are. */
  #even(): boolean {
    for (const [table, load] of this.#load.entries()) {
      const isOpen = this.#here[table]!.length > 0;
      this.#distance[table] = isOpen ? -this.#level * (load - 1) : Infinity;
    }
    const path = this.#path(0);
    if (path === null || path.length < 2) return false;
    this.#shift(path);
    for (const table of path) this.#offer(table);
    return true;
  }

  #shift(path: readonly number[]): void {
    for (let i = path.length - 1; i > 0; i -= 1) {
      this.#sit(this.#mover[path[i - 1]! * this.#round.tables + path[i]!]!, path[i]!);
    }
  }

  /** The cheapest path to a chair from the distances set; null where none costs less than a limit. */
  #path(limit: number): number[] | null {
    const { cap } = this.#round;
    this.#relax();
    let end = NOWHERE;
    let least = limit;
    for (const [table, load] of this.#load.entries()) {
      const total = this.#distance[table]! + this.#level * load;
      if (load >= cap[table]! || total >= least) continue;
      least = total;
      end = table;
    }
    if (end === NOWHERE) return null;
    const path = [end];
    while (this.#from[path[0]!] !== NOWHERE) path.unshift(this.#from[path[0]!]!);
    return path;
  }

  /** Bellman–Ford; there is no ring that costs less than nothing. */
  #relax(): void {
    const { tables } = this.#round;
    const distance = this.#distance;
    this.#from.fill(NOWHERE);
    let isShorter = true;
    for (let pass = 0; isShorter && pass <= tables; pass += 1) {
      isShorter = false;
      for (let a = 0; a < tables; a += 1) {
        const begun = distance[a]!;
        if (begun === Infinity) continue;
        const row = a * tables;
        for (let b = 0; b < tables; b += 1) {
          const reached = begun + this.#arc[row + b]!;
          if (reached >= distance[b]!) continue;
          distance[b] = reached;
          this.#from[b] = a;
          isShorter = true;
        }
      }
    }
  }

  /** Prices of tables that prove the cost: as alike as they can be, so that most moves are idle. */
  #dual(): void {
    let lowest = Infinity;
    for (const [table, load] of this.#load.entries()) {
      const freed = this.#here[table]!.length > 0 ? -this.#level * (load - 1) : Infinity;
      this.#distance[table] = freed;
      lowest = Math.min(lowest, freed);
    }
    this.#relax();
    const alike = this.#distance.map((price) => Math.min(price, lowest));
    if (this.#proves(alike)) this.#distance.set(alike);
  }

  /** Whether no move, and no chair left for another, would be cheaper at these prices. */
  #proves(price: Float64Array): boolean {
    const { tables, cap } = this.#round;
    for (let a = 0; a < tables; a += 1) {
      const load = this.#load[a]!;
      if (load < cap[a]! && price[a]! < -this.#level * load) return false;
      for (let b = 0; b < tables; b += 1) {
        if (price[b]! > price[a]! + this.#arc[a * tables + b]!) return false;
      }
    }
    return true;
  }
}
