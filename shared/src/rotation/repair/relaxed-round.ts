import { NOWHERE } from '../model.ts';
import { meeting } from './meeting.ts';
import { NEVER, RelaxedSeats, type Relaxed } from './relaxed-seats.ts';

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
  readonly #seats: RelaxedSeats;
  /** By table, the door behind the last: how cheaply it is reached, from where, and by which walk. */
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  readonly #walk: Int32Array;
  /** 1 by table and door: any of them may be on a ring. */
  readonly #everywhere: Uint8Array;
  /** Prices of tables that prove the cost. */
  #dual: Float64Array | null = null;
  #cost = 0;

  constructor(round: Relaxed) {
    const { tables, isEven } = round;
    this.#seats = new RelaxedSeats(round);
    this.#distance = new Float64Array(tables + 1);
    this.#from = new Int32Array(tables + 1);
    this.#walk = new Int32Array(tables + 1);
    this.#everywhere = new Uint8Array(tables + 1).fill(1);
    const left = this.#seats.seatTold();
    if (left.length === 0 && (!isEven || this.#seats.isLevel())) {
      // Nobody need move, and equal prices prove it.
      this.#dual = new Float64Array(tables);
      this.#cost = this.#seats.cost();
    } else {
      const waiting = left.filter((person) => !this.#seats.take(person));
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
    return this.#seats.at[person]!;
  }

  /** Takes note that prices of a person have changed; `solve` is to follow. */
  reprice(person: number): void {
    this.#seats.reprice(person);
    this.#dual = null;
  }

  /** Makes the seating the cheapest there is. */
  solve(): void {
    this.#seats.look();
    this.#beginRings();
    for (let at = this.#ring(); at !== NOWHERE; at = this.#ring()) {
      this.#turn(at);
      this.#seats.look();
    }
    this.#cost = this.#seats.cost();
  }

  /** Whether the cost holds for all of those at once even if it cost nothing to move them. */
  isIdle(person: number): boolean {
    const { tables, told, price } = this.#seats.round;
    const at = this.#seats.at[person]!;
    if (at === NOWHERE || at !== told[person]) return false;
    const dual = (this.#dual ??= this.#proof());
    for (let table = 0; table < tables; table += 1) {
      if (dual[table]! > dual[at]! && price[person * tables + table] !== NEVER) return false;
    }
    return true;
  }

  /** Distances from which the search for rings begins; any would do, these are near the end. */
  #beginRings(): void {
    const { level, load, here } = this.#seats;
    const { tables } = this.#seats.round;
    let high = 0;
    for (let table = 0; table < tables; table += 1) {
      if (here[table]!.length > 0) high = Math.max(high, load[table]!);
    }
    this.#distance.fill(-level * (high - 1));
    this.#distance[tables] = 0;
  }

  /**
   * A table (or the door) on a ring of moves that costs less than nothing, NOWHERE where there is none:
   * Bellman–Ford, in which a way that meets itself is such a ring.
   */
  #ring(): number {
    const { tables, cap } = this.#seats.round;
    const distance = this.#distance;
    const from = this.#from.fill(NOWHERE);
    const { arc, level, load, here } = this.#seats;
    for (;;) {
      let isShorter = false;
      for (let a = 0; a < tables; a += 1) {
        const left = distance[tables]! - level * (load[a]! - 1);
        if (left >= distance[a]! || here[a]!.length === 0) continue;
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
        const joined = distance[a]! + level * load[a]!;
        if (joined >= distance[tables]! || load[a]! >= cap[a]!) continue;
        distance[tables] = joined;
        from[tables] = a;
        isShorter = true;
      }
      if (!isShorter) return NOWHERE;
      const met = meeting(from, this.#walk, this.#everywhere);
      if (met !== NOWHERE) return met;
    }
  }

  /** Makes the moves of a ring. */
  #turn(start: number): void {
    const { tables } = this.#seats.round;
    const moves: { person: number; to: number }[] = [];
    let to = start;
    do {
      const a = this.#from[to]!;
      if (a !== tables && to !== tables) {
        moves.push({ person: this.#seats.mover[a * tables + to]!, to });
      }
      to = a;
    } while (to !== start);
    for (const { person, to: table } of moves) this.#seats.sit(person, table);
  }

  /** Seats somebody for whom others must make room, where that can be. */
  #insert(person: number): void {
    const { tables, cap, price } = this.#seats.round;
    const distance = new Float64Array(tables);
    for (let table = 0; table < tables; table += 1) {
      const costs = price[person * tables + table]!;
      distance[table] = costs === NEVER ? Infinity : costs;
    }
    this.#seats.look();
    this.#relax(distance);
    let end = NOWHERE;
    let least = Infinity;
    for (let table = 0; table < tables; table += 1) {
      const total = distance[table]! + this.#seats.level * this.#seats.load[table]!;
      if (this.#seats.load[table]! >= cap[table]! || total >= least) continue;
      least = total;
      end = table;
    }
    if (end === NOWHERE) return;
    let to = end;
    for (let a = this.#from[to]!; a !== NOWHERE; a = this.#from[to]!) {
      this.#seats.sit(this.#seats.mover[a * tables + to]!, to);
      to = a;
    }
    this.#seats.sit(person, to);
  }

  /** Bellman–Ford; there is no ring that costs less than nothing. */
  #relax(distance: Float64Array): void {
    const { tables } = this.#seats.round;
    this.#from.fill(NOWHERE);
    let isShorter = true;
    for (let pass = 0; isShorter && pass <= tables; pass += 1) {
      isShorter = false;
      for (let a = 0; a < tables; a += 1) {
        const begun = distance[a]!;
        if (begun === Infinity) continue;
        const row = a * tables;
        for (let b = 0; b < tables; b += 1) {
          const reached = begun + this.#seats.arc[row + b]!;
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
    const { tables } = this.#seats.round;
    this.#seats.look();
    const distance = new Float64Array(tables);
    let lowest = Infinity;
    for (let table = 0; table < tables; table += 1) {
      const isOpen = this.#seats.here[table]!.length > 0;
      distance[table] = isOpen ? -this.#seats.level * (this.#seats.load[table]! - 1) : Infinity;
      lowest = Math.min(lowest, distance[table]!);
    }
    this.#relax(distance);
    const alike = distance.map((price) => Math.min(price, lowest));
    return this.#proves(alike) ? alike : distance;
  }

  /** Whether no move, and no chair left for another, would be cheaper at these prices. */
  #proves(price: Float64Array): boolean {
    const { tables, cap } = this.#seats.round;
    for (let a = 0; a < tables; a += 1) {
      const load = this.#seats.load[a]!;
      if (load < cap[a]! && price[a]! < -this.#seats.level * load) return false;
      for (let b = 0; b < tables; b += 1) {
        if (price[b]! > price[a]! + this.#seats.arc[a * tables + b]!) return false;
      }
    }
    return true;
  }
}
