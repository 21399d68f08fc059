import { mayJoin } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Seats } from '../seats.ts';
import { Known } from './known.ts';

/** Repeated tables, then waste and changed seats together, then waste, in one number. */
const REPEAT = 2 ** 32;
const CELL = 2 ** 12;

/**
 * Trades seats, two people at a time within a round, and moves one person to a table with fewer
 * people, as long as waste and changed seats together become fewer, or as many with less waste.
 * Repeated tables never become more and loads never less even. Once over the rounds: what a second
 * time would find is little, and annealing finds it too.
 */
export function settle(seats: Seats): void {
  const { firstRound, rounds } = seats.model;
  for (let round = firstRound; round < rounds; round += 1) new Trades(seats, round).run();
}

/** The trades of one round. */
class Trades {
  readonly #seats: Seats;
  readonly #round: number;
  readonly #known: Known;

  constructor(seats: Seats, round: number) {
    this.#seats = seats;
    this.#round = round;
    this.#known = new Known(seats, round);
  }

  run(): void {
    for (const unit of this.#known.free) {
      // Each trade makes the worth smaller, which cannot go on for ever.
      while (this.#mayWin(unit) && this.#trade(unit));
    }
  }

  /** Whoever is where they were told, meets nobody again and sees a new table has nothing to win. */
  #mayWin(unit: number): boolean {
    const known = this.#known;
    const at = known.table(unit);
    const again = known.times[unit * this.#seats.model.tables + at]!;
    return again + known.changed(unit, at) + known.seen(unit, at) > 0;
  }

  /** Makes the best trade or move of a unit; false where none is an improvement. */
  #trade(unit: number): boolean {
    const { tables, cap } = this.#seats.model;
    const { load, here, size, width } = this.#seats;
    const row = this.#round * tables;
    const from = this.#known.table(unit);
    let least = 0;
    let to = NOWHERE;
    let partner = NOWHERE;
    for (let table = 0; table < tables; table += 1) {
      if (table === from || !mayJoin(this.#seats, this.#round, unit, table)) continue;
      const going = this.#going(unit, from, table);
      const isLower = load[row + table]! < Math.min(load[row + from]!, cap[table]!);
      if (isLower && going < least) {
        least = going;
        to = table;
        partner = NOWHERE;
      }
      for (let i = 0; i < size[row + table]!; i += 1) {
        const other = here[(row + table) * width + i]!;
        if (this.#known.isFree[other] === 0 || !mayJoin(this.#seats, this.#round, other, from))
          continue;
        // Each was counted among those whom the other would meet, and is not there any more.
        const twice = this.#met(unit, other) > 0 ? 2 * (CELL + 1) : 0;
        const worth = going + this.#going(other, table, from) - twice;
        if (worth >= least) continue;
        least = worth;
        to = table;
        partner = other;
      }
    }
    if (to === NOWHERE) return false;
    this.#seats.leave(this.#round, unit);
    if (partner !== NOWHERE) {
      this.#seats.leave(this.#round, partner);
      this.#seats.sit(this.#round, partner, from);
    }
    this.#seats.sit(this.#round, unit, to);
    this.#known.count(from);
    this.#known.count(to);
    return true;
  }

  /** What a unit's going from its table to another adds; each part exact, in one number. */
  #going(unit: number, from: number, to: number): number {
    const known = this.#known;
    const row = unit * this.#seats.model.tables;
    const waste = known.times[row + to]! - known.times[row + from]!;
    const changed = known.changed(unit, to) - known.changed(unit, from);
    const seen = known.seen(unit, to) - known.seen(unit, from);
    return seen * REPEAT + (waste + changed) * CELL + waste;
  }

  #met(unit: number, other: number): number {
    const { met, model } = this.#seats;
    return met[this.#known.person(unit) * model.people + this.#known.person(other)]!;
  }
}
