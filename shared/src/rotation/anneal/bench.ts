import { NOWHERE, type Model } from '../model.ts';
import type { Random } from '../random.ts';
import type { Seats } from '../seats.ts';
import { Ledger } from './ledger.ts';

/** Chances are in parts of 65,536, so that whole numbers do and every machine decides alike. */
const WHOLE = 1 << 16;

/** What the moves of slot annealing work with: the ledger, who may move, and what may be risked. */
export class Bench {
  readonly ledger: Ledger;
  /** People who may move, by round. */
  readonly free: readonly Int32Array[];
  /** Rounds in which at least two units may move. */
  readonly openRounds: readonly number[];
  /** How many seats can be changed. */
  readonly seatings: number;
  /** Room for those who come in exchange for a group. */
  readonly coming: Int32Array;
  /** Room for a chain, and by table for where in it the table was reached. */
  readonly chain: Int32Array;
  readonly reached: Int32Array;
  /** 1 by person while a chain is judged. */
  readonly isInChain: Uint8Array;
  /** Chances of moves that cost 1, 2, 3 … more; ends with 0. */
  #chances: number[] = [0];
  /** 1 at `round * people + person` for those who move, and move alone. */
  readonly #alone: Uint8Array;

  constructor(seats: Seats, chainLength: number) {
    const { model } = seats;
    const { rounds, people, firstRound, tables } = model;
    this.ledger = new Ledger(seats);
    this.#alone = new Uint8Array(rounds * people);
    const free: Int32Array[] = [];
    const openRounds: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const open: number[] = [];
      const units = new Set<number>();
      for (let person = 0; person < people && round >= firstRound; person += 1) {
        if (!this.isFree(round, person)) continue;
        open.push(person);
        units.add(model.unitAt[round * people + person]!);
        if (this.unitOf(round, person).length === 1) this.#alone[round * people + person] = 1;
      }
      free.push(Int32Array.from(open));
      if (units.size > 1) openRounds.push(round);
    }
    this.free = free;
    this.openRounds = openRounds;
    this.seatings = free.reduce((sum, people) => sum + people.length, 0);
    this.coming = new Int32Array(this.ledger.width);
    this.chain = new Int32Array(chainLength);
    this.reached = new Int32Array(tables);
    this.isInChain = new Uint8Array(people);
  }

  get #model(): Model {
    return this.ledger.model;
  }

  /** Chance of accepting a move that costs one more, of 65,536; for two more its square, and so on. */
  set odds(odds: number) {
    this.#chances = [];
    for (let chance = odds; chance > 0; chance = Math.floor((chance * odds) / WHOLE)) {
      this.#chances.push(chance);
    }
    this.#chances.push(0);
  }

  /** What a move that is ever taken costs at most. */
  get dearest(): number {
    return this.#chances.length - 1;
  }

  /** Whether to take a move of this cost. */
  accepts(cost: number, random: Random): boolean {
    if (cost <= 0) return true;
    return cost < this.#chances.length && random.below(WHOLE) < this.#chances[cost - 1]!;
  }

  /** Whether a person is here and may move in this round. */
  isFree(round: number, person: number): boolean {
    const { units, people, unitAt, pinned } = this.#model;
    const unit = unitAt[round * people + person]!;
    return unit !== NOWHERE && pinned[round * units + unit] === NOWHERE;
  }

  isAlone(round: number, person: number): boolean {
    return this.#alone[round * this.#model.people + person] === 1;
  }

  /** Everybody who moves with a person in this round, the person too. */
  unitOf(round: number, person: number): Int32Array {
    const { units, people, unitAt, members } = this.#model;
    return members[round * units + unitAt[round * people + person]!]!;
  }

  /** What it costs (saves, below zero) that a person goes, all others staying. */
  gain(round: number, person: number, from: number, to: number): number {
    const { tables, people } = this.#model;
    const { price } = this.ledger;
    return (
      price[(round * tables + to) * people + person]! -
      price[(round * tables + from) * people + person]!
    );
  }

  /**
   * Whether a unit sits where one of its people wished to be. Wishes stand above all that annealing
   * lowers, so it stays.
   */
  isWishedFor(round: number, person: number, table: number): boolean {
    const { hasWishes, wishes } = this.#model;
    if (!hasWishes) return false;
    return this.unitOf(round, person).some((one) => wishes[one]!.includes(table));
  }
}
