import type { Bench } from './bench.ts';

/** Seats of people who move alone and cost something where they sit. */
export class HotSeats {
  readonly #bench: Bench;
  /** At `round * people + person`. */
  readonly #cells: Int32Array;
  #size = 0;

  constructor(bench: Bench) {
    this.#bench = bench;
    this.#cells = new Int32Array(bench.ledger.at.length);
  }

  get size(): number {
    return this.#size;
  }

  /** The i-th of them, below `size`. */
  at(i: number): { round: number; person: number } {
    const { people } = this.#bench.ledger.model;
    const cell = this.#cells[i]!;
    const round = Math.floor(cell / people);
    return { round, person: cell - round * people };
  }

  /** Counts them anew; in between some are not hot any more, which costs a move. */
  count(): void {
    const { ledger, free, openRounds } = this.#bench;
    const { people, tables } = ledger.model;
    this.#size = 0;
    for (const round of openRounds) {
      for (const person of free[round]!) {
        const cell = round * people + person;
        const here = (round * tables + ledger.at[cell]!) * people;
        if (ledger.price[here + person] === 0 || !this.#bench.isAlone(round, person)) continue;
        this.#cells[this.#size] = cell;
        this.#size += 1;
      }
    }
  }
}
