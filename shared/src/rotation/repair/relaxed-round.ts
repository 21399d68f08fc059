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
 * The cheapest seating of a relaxed round, exactly: a min-cost flow of people through tables. It
 * begins with everybody where they were told, where nothing is cheaper. Then rings of moves that cost
 * less than nothing are made until there is none; a ring through the *door*, a node beside the tables,
 * takes somebody from one table and adds somebody to another. When prices change, the seating
 * becomes the cheapest again from where it is.
 *
 * Beside it a proof, as prices of tables (the flow's dual): they tell whose change could cost nothing
 * and the seating still be no cheaper.
 */
export class RelaxedRound {
  readonly #round: Relaxed;
  readonly #at: Int32Array;
  readonly #load: Int32Array;
  readonly #here: number[][];
  /** The cheapest move from a table to another, at `from * tables + to`, and who makes it. */
  readonly #arc: Float64Array;
  readonly #mover: Int32Array;
  /** 1 by table whose moves are to be looked for anew. */
  readonly #isStale: Uint8Array;
  /** By table, the door behind the last: how cheaply it is reached, from where, and by which walk. */
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #walk: Int32Array;
  readonly #level: number;
  /** Prices of tables that prove the cost. */
  #dual: Float64Array | null = null;
  #cost = 0;

  constructor(round: Relaxed) {
    const { tables, told, bound, isEven } = round;
    this.#round = round;
    this.#level = isEven ? LOAD : 0;
    this.#at = new Int32Array(told.length).fill(NOWHERE);
    this.#load = bound.slice();
    this.#here = Array.from({ length: tables }, () => []);
    this.#arc = new Float64Array(tables * tables);
    this.#mover = new Int32Array(tables * tables);
    this.#isStale = new Uint8Array(tables).fill(1);
    this.#distance = new Float64Array(tables + 1);
    this.#from = new Int32Array(tables + 1);
    this.#walk = new Int32Array(tables + 1);
    const left = this.#seatTold();
    if (left.length === 0 && (!isEven || this.#isLevel())) {
      // Nobody need move, and equal prices prove it.
      this.#dual = new Float64Array(tables);
      this.#count();
    } else {
      const waiting = left.filter((person) => !this.#take(person));
      this.solve();
      for (const person of waiting) this.#insert(person);
      if (waiting.length > 0) this.solve();
    }
  }

  /** The price of the seating. */
  get cost(): number {
    return this.#cost;
  }

  /** Where a person sits, NOWHERE where there is no seat. */
  at(person: number): number {
    return this.#at[person]!;
  }

  /** Takes note that prices of a person have changed; `solve` is to follow. */
  reprice(person: number): void {
    const at = this.#at[person]!;
    if (at !== NOWHERE) this.#isStale[at] = 1;
    this.#dual = null;
  }

  /** Makes the seating the cheapest there is. */
  solve(): void {
    this.#look();
    this.#beginRings();
    for (let at = this.#ring(); at !== NOWHERE; at = this.#ring()) {
      this.#turn(at);
      this.#look();
    }
    this.#count();
  }

  /** Whether the cost holds for all of those at once even if it cost nothing to move them. */
  isIdle(person: number): boolean {
    const { tables, told, price } = this.#round;
    const at = this.#at[person]!;
    if (at === NOWHERE || at !== told[person]) return false;
    const dual = (this.#dual ??= this.#proof());
    for (let table = 0; table < tables; table += 1) {
      if (dual[table]! > dual[at]! && price[person * tables + table] !== NEVER) return false;
    }
    return true;
  }

  /** Seats everybody where they were told, as long as there are chairs; returns the others. */
  #seatTold(): number[] {
    const { told, cap } = this.#round;
    const left: number[] = [];
    for (let person = 0; person < told.length; person += 1) {
      const table = told[person]!;
      const hasChair = table !== NOWHERE && this.#load[table]! < cap[table]!;
      if (hasChair && this.#isCheapest(person, table)) this.#sit(person, table);
      else left.push(person);
    }
    return left;
  }

  /** Whether no table that can be left has two people more than one with a chair. */
  #isLevel(): boolean {
    let low = Infinity;
    let high = 0;
    for (let table = 0; table < this.#load.length; table += 1) {
      const load = this.#load[table]!;
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

  /** Seats somebody at the best table that has a chair; false where there is none. */
  #take(person: number): boolean {
    const { tables, cap, price } = this.#round;
    let least = Infinity;
    let to = NOWHERE;
    for (let table = 0; table < tables; table += 1) {
      const load = this.#load[table]!;
      const costs = price[person * tables + table]!;
      if (load >= cap[table]! || costs === NEVER) continue;
      const worth = this.#level * load + costs;
      if (worth >= least) continue;
      least = worth;
      to = table;
    }
    if (to !== NOWHERE) this.#sit(person, to);
    return to !== NOWHERE;
  }

  #sit(person: number, table: number): void {
    const was = this.#at[person]!;
    if (was !== NOWHERE) {
      const list = this.#here[was]!;
      list.splice(list.indexOf(person), 1);
      this.#load[was]! -= 1;
      this.#isStale[was] = 1;
    }
    this.#at[person] = table;
    this.#here[table]!.push(person);
    this.#load[table]! += 1;
    this.#isStale[table] = 1;
  }

  #count(): void {
    const { tables, price } = this.#round;
    let cost = 0;
    for (let person = 0; person < this.#at.length; person += 1) {
      const table = this.#at[person]!;
      if (table !== NOWHERE) cost += price[person * tables + table]!;
    }
    this.#cost = cost;
  }

  /** Looks for the cheapest moves from those tables where something has changed. */
  #look(): void {
    const { tables, price } = this.#round;
    for (let from = 0; from < tables; from += 1) {
      if (this.#isStale[from] === 0) continue;
      this.#isStale[from] = 0;
      const row = from * tables;
      this.#arc.fill(Infinity, row, row + tables);
      const here = this.#here[from]!;
      for (let i = 0; i < here.length; i += 1) {
        const person = here[i]!;
        const base = person * tables;
        const own = price[base + from]!;
        for (let to = 0; to < tables; to += 1) {
          const there = price[base + to]!;
          const costs = there - own;
          if (costs >= this.#arc[row + to]! || there === NEVER || to === from) continue;
          this.#arc[row + to] = costs;
          this.#mover[row + to] = person;
        }
      }
    }
  }

  /** Distances from which the search for rings begins; any would do, these are near the end. */
  #beginRings(): void {
    const { tables } = this.#round;
    let high = 0;
    for (let table = 0; table < tables; table += 1) {
      if (this.#here[table]!.length > 0) high = Math.max(high, this.#load[table]!);
    }
    this.#distance.fill(-this.#level * (high - 1));
    this.#distance[tables] = 0;
  }

  /**
   * A table (or the door) on a ring of moves that costs less than nothing, NOWHERE where there is none:
   * Bellman–Ford, in which a way that meets itself is such a ring.
   */
  #ring(): number {
    const { tables, cap } = this.#round;
    const distance = this.#distance;
    const from = this.#from.fill(NOWHERE);
    const arc = this.#arc;
    for (;;) {
      let isShorter = false;
      for (let a = 0; a < tables; a += 1) {
        const left = distance[tables]! - this.#level * (this.#load[a]! - 1);
        if (left >= distance[a]! || this.#here[a]!.length === 0) continue;
        distance[a] = left;
        from[a] = tables;
        isShorter = true;
      }
      for (let a = 0; a < tables; a += 1) {
        const begun = distance[a]!;
        const row = a * tables;
        for (let b = 0; b < tables; b += 1) {
          const reached = begun + arc[row + b]!;
          if (reached >= distance[b]!) continue;
          distance[b] = reached;
          from[b] = a;
          isShorter = true;
        }
      }
      for (let a = 0; a < tables; a += 1) {
        const joined = distance[a]! + this.#level * this.#load[a]!;
        if (joined >= distance[tables]! || this.#load[a]! >= cap[a]!) continue;
        distance[tables] = joined;
        from[tables] = a;
        isShorter = true;
      }
      if (!isShorter) return NOWHERE;
      const met = this.#meeting();
      if (met !== NOWHERE) return met;
    }
  }

  /** Where a way back along `from` meets itself; NOWHERE where none does. */
  #meeting(): number {
    const from = this.#from;
    const walk = this.#walk.fill(NOWHERE);
    for (let start = 0; start < from.length; start += 1) {
      let at = start;
      while (at !== NOWHERE && walk[at] === NOWHERE) {
        walk[at] = start;
        at = from[at]!;
      }
      if (at !== NOWHERE && walk[at] === start) return at;
    }
    return NOWHERE;
  }

  /** Makes the moves of a ring. */
  #turn(start: number): void {
    const { tables } = this.#round;
    const moves: { person: number; to: number }[] = [];
    let to = start;
    do {
      const a = this.#from[to]!;
      if (a !== tables && to !== tables) {
        moves.push({ person: this.#mover[a * tables + to]!, to });
      }
      to = a;
    } while (to !== start);
    for (const { person, to: table } of moves) this.#sit(person, table);
  }

  /** Seats somebody for whom others must make room, where that can be. */
  #insert(person: number): void {
    const { tables, cap, price } = this.#round;
    const distance = new Float64Array(tables);
    for (let table = 0; table < tables; table += 1) {
      const costs = price[person * tables + table]!;
      distance[table] = costs === NEVER ? Infinity : costs;
    }
    this.#look();
    this.#relax(distance);
    let end = NOWHERE;
    let least = Infinity;
    for (let table = 0; table < tables; table += 1) {
      const total = distance[table]! + this.#level * this.#load[table]!;
      if (this.#load[table]! >= cap[table]! || total >= least) continue;
      least = total;
      end = table;
    }
    if (end === NOWHERE) return;
    let to = end;
    for (let a = this.#from[to]!; a !== NOWHERE; a = this.#from[to]!) {
      this.#sit(this.#mover[a * tables + to]!, to);
      to = a;
    }
    this.#sit(person, to);
  }

  /** Bellman–Ford; there is no ring that costs less than nothing. */
  #relax(distance: Float64Array): void {
    const { tables } = this.#round;
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
  #proof(): Float64Array {
    const { tables } = this.#round;
    this.#look();
    const distance = new Float64Array(tables);
    let lowest = Infinity;
    for (let table = 0; table < tables; table += 1) {
      const isOpen = this.#here[table]!.length > 0;
      distance[table] = isOpen ? -this.#level * (this.#load[table]! - 1) : Infinity;
      lowest = Math.min(lowest, distance[table]!);
    }
    this.#relax(distance);
    const alike = distance.map((price) => Math.min(price, lowest));
    return this.#proves(alike) ? alike : distance;
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
