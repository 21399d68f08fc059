import { mayJoin } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Seats } from '../seats.ts';

/**
 * One round, as far as it is easy: most who have no seat find one at an emptiest table where they
 * have not been and know nobody, and most who must leave a crowded table find such a one too.
 * Nothing could be cheaper, so no search is needed for them.
 */
export class EasySeats {
  readonly #seats: Seats;
  readonly #round: number;
  /** People by table who stay there: bound, or in groups. */
  readonly #staying: Int32Array;

  constructor(seats: Seats, round: number) {
    const { units, tables, members } = seats.model;
    this.#seats = seats;
    this.#round = round;
    this.#staying = new Int32Array(tables);
    for (let unit = 0; unit < units; unit += 1) {
      const table = seats.at[round * units + unit]!;
      if (table === NOWHERE || this.#isFree(unit)) continue;
      this.#staying[table]! += members[round * units + unit]!.length;
    }
  }

  /** Seats units of one; returns those who find no such seat. */
  seat(alone: readonly number[]): number[] {
    return alone.filter((unit) => {
      const table = this.#easyTable(unit, this.#lowest());
      if (table !== NOWHERE) this.#seats.sit(this.#round, unit, table);
      return table === NOWHERE;
    });
  }

  /**
   * Evens out tables, from a fullest to an emptiest each time, which takes the fewest moves; false
   * where somebody must leave one and finds no such seat.
   */
  even(): boolean {
    for (;;) {
      const low = this.#lowest();
      const full = this.#fullest();
      if (full === null || full.load < low + 2) return true;
      if (!full.tables.some((table) => this.#move(table, low))) return false;
    }
  }

  /** The tables that most people are at, of those that somebody can leave. */
  #fullest(): { load: number; tables: number[] } | null {
    const { tables } = this.#seats.model;
    let most = 0;
    let full: number[] = [];
    for (let table = 0; table < tables; table += 1) {
      const load = this.#load(table);
      if (load < most || load === this.#staying[table]) continue;
      if (load > most) full = [];
      most = load;
      full.push(table);
    }
    return most === 0 ? null : { load: most, tables: full };
  }

  #load(table: number): number {
    return this.#seats.load[this.#round * this.#seats.model.tables + table]!;
  }

  /** People at an emptiest table that has a chair. */
  #lowest(): number {
    const { tables, cap } = this.#seats.model;
    let low = Infinity;
    for (let table = 0; table < tables; table += 1) {
      if (this.#load(table) < cap[table]!) low = Math.min(low, this.#load(table));
    }
    return low;
  }

  #isFree(unit: number): boolean {
    const { units, members, pinned } = this.#seats.model;
    const cell = this.#round * units + unit;
    return pinned[cell] === NOWHERE && members[cell]!.length === 1;
  }

  /** Units at a table that can leave it. */
  #here(table: number): number[] {
    const { here, size, width, model } = this.#seats;
    const cell = this.#round * model.tables + table;
    const units = Array.from(here.subarray(cell * width, cell * width + size[cell]!));
    return units.filter((unit) => this.#isFree(unit));
  }

  /** Sends somebody from a table to an emptiest one: whoever meets most people again where they are. */
  #move(from: number, low: number): boolean {
    const units = this.#here(from);
    const times = units.map((unit) => this.#known(unit, from));
    const order = [...units.keys()].sort((a, b) => times[b]! - times[a]!);
    for (const i of order) {
      const to = this.#easyTable(units[i]!, low);
      if (to === NOWHERE) continue;
      this.#seats.leave(this.#round, units[i]!);
      this.#seats.sit(this.#round, units[i]!, to);
      return true;
    }
    return false;
  }

  /** A table with so many people that a unit has not been at, and where it knows nobody. */
  #easyTable(unit: number, load: number): number {
    const { model, visits } = this.#seats;
    const { tables, cap, members, units } = model;
    const person = members[this.#round * units + unit]![0]!;
    for (let table = 0; table < tables; table += 1) {
      if (this.#load(table) !== load || load >= cap[table]!) continue;
      if (model.tablesCount && visits[person * tables + table]! > 0) continue;
      if (this.#known(unit, table) > 0 || !mayJoin(this.#seats, this.#round, unit, table)) continue;
      return table;
    }
    return NOWHERE;
  }

  /** How many at a table a unit has met elsewhere, or meets in another round. */
  #known(unit: number, table: number): number {
    const { model, here, size, width, met, at } = this.#seats;
    const { people, tables, units, members } = model;
    const row = members[this.#round * units + unit]![0]! * people;
    const once = at[this.#round * units + unit] === table ? 1 : 0;
    const cell = this.#round * tables + table;
    let known = 0;
    for (let i = 0; i < size[cell]!; i += 1) {
      const other = here[cell * width + i]!;
      if (other === unit) continue;
      for (const b of members[this.#round * units + other]!) if (met[row + b]! > once) known += 1;
    }
    return known;
  }
}
