import { NOWHERE } from '../model.ts';
import { mayJoin } from '../greedy.ts';
import type { Seats } from '../seats.ts';
import { Known } from './known.ts';

/** A repeated table weighs more than any load, a load more than any number of changed seats. */
const REPEAT = 2 ** 36;
const LOAD = 2 ** 22;
const CHANGE = 64;
const KNOWN_MAX = CHANGE - 1;

/** Rings of people that go one table on before acquaintances are left aside in a round. */
const RINGS_MAX = 64;

/**
 * One round as a flow: people (those who move alone) are sent to tables, where the load-th chair of
 * a table costs `load`, a repeated table or a changed seat costs its weight, and between equals
 * whoever knows fewer people there moves. Seats are the flow; to seat one more person, or to even
 * out two tables, the cheapest path of moves from table to table is looked for (Bellman–Ford on the
 * tables). As long as everybody who sits began where it costs least, each such path leaves the
 * cheapest seating of all: the fewest changed seats among the evenest seatings without repeated
 * tables that need be. The acquaintances are weighed as they are when a path is looked for, so they
 * alone are only nearly the least.
 */
export class RoundFlow {
  readonly #seats: Seats;
  readonly #round: number;
  readonly #known: Known;
  /** At `unit * tables + table`; Infinity where the unit may not sit. */
  readonly #cost: Float64Array;
  /** Cheapest move from a table to another, at `from * tables + to`, and who makes it. */
  readonly #arc: Float64Array;
  readonly #mover: Int32Array;
  readonly #distance: Float64Array;
  readonly #from: Int32Array;
  #rings = 0;

  constructor(seats: Seats, round: number) {
    const { units, tables } = seats.model;
    this.#seats = seats;
    this.#round = round;
    this.#known = new Known(seats, round);
    this.#cost = new Float64Array(units * tables);
    this.#arc = new Float64Array(tables * tables).fill(Infinity);
    this.#mover = new Int32Array(tables * tables);
    this.#distance = new Float64Array(tables);
    this.#from = new Int32Array(tables);
    for (const unit of this.#known.free) {
      for (let table = 0; table < tables; table += 1) {
        this.#cost[unit * tables + table] = this.#price(unit, table);
      }
    }
    for (const unit of this.#known.free) {
      const from = this.#known.table(unit);
      if (from === NOWHERE) continue;
      for (let to = 0; to < tables; to += 1) this.#offer(unit, from, to);
    }
  }

  /** Seats a unit of one that sits nowhere; false where there is no chair it may have. */
  insert(unit: number): boolean {
    const { tables } = this.#seats.model;
    const path = this.#search(Infinity, 0, () => {
      for (let table = 0; table < tables; table += 1) {
        this.#distance[table] = this.#cost[unit * tables + table]!;
      }
    });
    if (path === null) return false;
    this.#shift(path);
    this.#seats.sit(this.#round, unit, path[0]!);
    this.#refresh(path);
    return true;
  }

  /** Makes the cheapest move, or chain of moves, that betters the seating; false where none does. */
  improve(): boolean {
    const { tables } = this.#seats.model;
    const path = this.#search(0, 1, () => {
      for (let table = 0; table < tables; table += 1) {
        const load = this.#load(table);
        this.#distance[table] = load === 0 ? Infinity : -LOAD * (load - 1);
      }
    });
    if (path === null) return false;
    this.#shift(path);
    this.#refresh(path);
    return true;
  }

  /**
   * The cheapest path from the distances that `begin` sets. A search that runs into its own tail has
   * found people who are all better off one table on: they go, and it begins anew. Acquaintances
   * change with each of these, so after some of them they are not looked at any more in this round.
   */
  #search(limit: number, steps: number, begin: () => void): number[] | null {
    const { tables } = this.#seats.model;
    for (;;) {
      begin();
      const found = this.#cheapestPath(limit, steps);
      if (found === null || !found.isRing) return found?.tables ?? null;
      this.#rings += 1;
      if (this.#rings > RINGS_MAX + tables) return null;
      this.#shift([...found.tables, found.tables[0]!]);
      this.#refresh(this.#rings === RINGS_MAX ? [...this.#distance.keys()] : found.tables);
    }
  }

  #load(table: number): number {
    return this.#seats.load[this.#round * this.#seats.model.tables + table]!;
  }

  /**
   * The tables of the cheapest path from the distances set to a table with a chair, or of a ring
   * that it runs into; null unless it costs less than `limit` and has at least `steps` steps.
   */
  #cheapestPath(limit: number, steps: number): { tables: number[]; isRing: boolean } | null {
    const { tables, cap } = this.#seats.model;
    const distance = this.#distance;
    const from = this.#from.fill(NOWHERE);
    // What any path must still pay at its end, and what the best end without a path costs.
    let ending = Infinity;
    let enough = limit;
    for (let table = 0; table < tables; table += 1) {
      const load = this.#load(table);
      if (load >= cap[table]!) continue;
      ending = Math.min(ending, LOAD * load);
      if (steps === 0) enough = Math.min(enough, distance[table]! + LOAD * load);
    }
    const far = enough - ending;
    for (let pass = 0, shorter = true; shorter && pass < tables; pass += 1) {
      shorter = false;
      for (let a = 0; a < tables; a += 1) {
        const begun = distance[a]!;
        if (begun >= far) continue;
        const row = a * tables;
        for (let b = 0; b < tables; b += 1) {
          const reached = begun + this.#arc[row + b]!;
          if (reached >= distance[b]! || reached >= far) continue;
          distance[b] = reached;
          from[b] = a;
          shorter = true;
        }
      }
    }
    let end = NOWHERE;
    let least = limit;
    for (let table = 0; table < tables; table += 1) {
      const load = this.#load(table);
      if (load >= cap[table]! || (steps > 0 && from[table] === NOWHERE)) continue;
      const total = distance[table]! + LOAD * load;
      if (total < least) {
        least = total;
        end = table;
      }
    }
    if (end === NOWHERE) return null;
    const path = [end];
    for (let at = from[end]!; at !== NOWHERE; at = from[at]!) {
      const begun = path.indexOf(at);
      if (begun >= 0) return { tables: path.slice(begun).reverse(), isRing: true };
      path.push(at);
    }
    return { tables: path.reverse(), isRing: false };
  }

  /** Everybody on the path goes one table on, the last first. */
  #shift(path: readonly number[]): void {
    const { tables } = this.#seats.model;
    const movers = path.slice(1).map((to, i) => this.#mover[path[i]! * tables + to]!);
    // All get up first: around a ring no table need have a chair left.
    for (const unit of movers) this.#seats.leave(this.#round, unit);
    for (const [i, unit] of movers.entries()) this.#seats.sit(this.#round, unit, path[i + 1]!);
  }

  /** Costs and moves anew where somebody came or went. */
  #refresh(changed: readonly number[]): void {
    const { tables } = this.#seats.model;
    const known = this.#known;
    for (const table of changed) {
      known.count(table);
      for (const unit of known.free) this.#cost[unit * tables + table] = this.#price(unit, table);
    }
    for (const from of changed) {
      this.#arc.fill(Infinity, from * tables, (from + 1) * tables);
      const cell = this.#round * tables + from;
      for (let i = 0; i < this.#seats.size[cell]!; i += 1) {
        const unit = this.#seats.here[cell * this.#seats.width + i]!;
        if (known.isFree[unit] === 0) continue;
        for (let to = 0; to < tables; to += 1) this.#offer(unit, from, to);
      }
    }
    for (const to of changed) {
      for (let from = 0; from < tables; from += 1) this.#arc[from * tables + to] = Infinity;
      for (const unit of known.free) {
        const from = known.table(unit);
        if (from !== NOWHERE) this.#offer(unit, from, to);
      }
    }
  }

  #offer(unit: number, from: number, to: number): void {
    if (from === to) return;
    const { tables } = this.#seats.model;
    const costs = this.#cost[unit * tables + to]! - this.#cost[unit * tables + from]!;
    const arc = from * tables + to;
    if (costs < this.#arc[arc]!) {
      this.#arc[arc] = costs;
      this.#mover[arc] = unit;
    }
  }

  #price(unit: number, table: number): number {
    const { model } = this.#seats;
    const known = this.#known;
    const isBound =
      model.forbidden[unit * model.tables + table] === 1 || model.apart[unit]!.length > 0;
    if (isBound && known.table(unit) !== table && !mayJoin(this.#seats, this.#round, unit, table)) {
      return Infinity;
    }
    return (
      known.seen(unit, table) * REPEAT +
      known.changed(unit, table) * CHANGE +
      (this.#rings < RINGS_MAX ? Math.min(known.times[unit * model.tables + table]!, KNOWN_MAX) : 0)
    );
  }
}
