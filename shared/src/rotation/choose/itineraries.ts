import { mayJoin } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Seats } from '../seats.ts';

/**
 * Decides in which round a person sits at a table they are to visit, and moves others between rounds
 * where that is needed. This is the colouring of a graph's edges, people on one side and tables on
 * the other, with rounds as colours. Where nobody has a round in which this works right away, two
 * rounds are taken: somebody at the full table swaps theirs, which fills another table in the one
 * round and empties it in the other; there somebody else swaps, until a table has a chair. Where all
 * are here in every round and chairs are the same in all of them, this never fails (Kőnig).
 */
export class Itineraries {
  readonly #seats: Seats;
  readonly #limits: Int32Array;
  /** By table: who filled it in the first of the two rounds, and which table they came from. */
  readonly #through: Int32Array;
  readonly #cameFrom: Int32Array;

  /** @param limits chairs that may be taken, at `round * tables + table`. */
  constructor(seats: Seats, limits: Int32Array) {
    this.#seats = seats;
    this.#limits = limits;
    this.#through = new Int32Array(seats.model.tables);
    this.#cameFrom = new Int32Array(seats.model.tables);
  }

  /** Seats a person at a table in a round of their own; false where no round can be found. */
  give(person: number, table: number): boolean {
    const { model } = this.#seats;
    const { firstRound, rounds } = model;
    let best = NOWHERE;
    for (let round = firstRound; round < rounds; round += 1) {
      if (!this.#isWaiting(round, person) || !this.#mayVisit(round, person, table)) continue;
      if (best === NOWHERE || this.#chairs(round, table) > this.#chairs(best, table)) best = round;
    }
    if (best === NOWHERE) return false;
    if (this.#chairs(best, table) > 0) {
      this.#seats.sit(best, this.#unit(best, person), table);
      return true;
    }
    for (let round = firstRound; round < rounds; round += 1) {
      if (!this.#isWaiting(round, person) || !this.#mayVisit(round, person, table)) continue;
      for (let other = firstRound; other < rounds; other += 1) {
        if (other === round || this.#chairs(other, table) <= 0) continue;
        if (this.#swapUntilFree(person, table, round, other)) return true;
      }
    }
    return false;
  }

  /** Frees a chair at a table in a round by swaps with another, and seats the person there. */
  #swapUntilFree(person: number, table: number, round: number, other: number): boolean {
    const { here, size, width, model } = this.#seats;
    this.#through.fill(NOWHERE);
    const queue = [table];
    for (const full of queue) {
      const cell = round * model.tables + full;
      for (let i = 0; i < size[cell]!; i += 1) {
        const guest = this.#single(round, here[cell * width + i]!);
        if (guest === NOWHERE || !this.#isOpen(other, guest)) continue;
        if (!this.#mayVisit(other, guest, full)) continue;
        const next = this.#tableOf(other, guest);
        if (next === NOWHERE) return this.#swap(person, table, round, other, full, guest);
        if (next === table || this.#through[next] !== NOWHERE) continue;
        if (!this.#mayVisit(round, guest, next)) continue;
        this.#through[next] = guest;
        this.#cameFrom[next] = full;
        if (this.#chairs(round, next) > 0) {
          return this.#swap(person, table, round, other, next, NOWHERE);
        }
        queue.push(next);
      }
    }
    return false;
  }

  /**
   * Everybody on the way to `end` swaps the two rounds, `last` too; then the person sits down.
   * Nothing is done where two of them who must not meet would.
   */
  #swap(
    person: number,
    table: number,
    round: number,
    other: number,
    end: number,
    last: number,
  ): boolean {
    const swapping = last === NOWHERE ? [] : [last];
    for (let at = end; at !== table; at = this.#cameFrom[at]!) swapping.push(this.#through[at]!);
    if (this.#swapRounds(swapping, round, other) && this.#mayVisit(round, person, table)) {
      this.#seats.sit(round, this.#unit(round, person), table);
      return true;
    }
    this.#swapRounds(swapping, round, other);
    return false;
  }

  #swapRounds(people: readonly number[], round: number, other: number): boolean {
    const places = people.map((one) => [this.#tableOf(round, one), this.#tableOf(other, one)]);
    for (const one of people) {
      for (const when of [round, other]) {
        if (this.#tableOf(when, one) !== NOWHERE) this.#seats.leave(when, this.#unit(when, one));
      }
    }
    let isAllowed = true;
    for (const [i, one] of people.entries()) {
      for (const [when, to] of [
        [round, places[i]![1]!],
        [other, places[i]![0]!],
      ] as const) {
        if (to === NOWHERE) continue;
        isAllowed &&= this.#mayVisit(when, one, to);
        this.#seats.sit(when, this.#unit(when, one), to);
      }
    }
    return isAllowed;
  }

  #unit(round: number, person: number): number {
    return this.#seats.model.unitAt[round * this.#seats.model.people + person]!;
  }

  #tableOf(round: number, person: number): number {
    return this.#seats.at[round * this.#seats.model.units + this.#unit(round, person)]!;
  }

  /** Whether a person is here, alone, and moves freely. */
  #isOpen(round: number, person: number): boolean {
    const unit = this.#unit(round, person);
    return unit !== NOWHERE && this.#single(round, unit) !== NOWHERE;
  }

  #isWaiting(round: number, person: number): boolean {
    return this.#isOpen(round, person) && this.#tableOf(round, person) === NOWHERE;
  }

  /** The one person of a unit that moves freely, NOWHERE for others. */
  #single(round: number, unit: number): number {
    const { members, pinned, units } = this.#seats.model;
    const own = members[round * units + unit]!;
    return own.length === 1 && pinned[round * units + unit] === NOWHERE ? own[0]! : NOWHERE;
  }

  #chairs(round: number, table: number): number {
    const cell = round * this.#seats.model.tables + table;
    return this.#limits[cell]! - this.#seats.load[cell]!;
  }

  #mayVisit(round: number, person: number, table: number): boolean {
    return mayJoin(this.#seats, round, this.#unit(round, person), table);
  }
}
