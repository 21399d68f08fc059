import { NOWHERE, type Model } from '../model.ts';
import type { Random } from '../random.ts';
import type { Seats } from '../seats.ts';

/** What is hardly ever worth it: an uneven room for a new acquaintance. */
const IMBALANCE_WEIGHT = 16;

/** Chances are in parts of 65,536, so that whole numbers do and every machine decides alike. */
const WHOLE_BITS = 16;

/** What the moves of slot annealing work on: the seats as they are now, and what a worse one costs. */
export class Workbench {
  readonly seats: Seats;
  readonly model: Model;
  readonly random: Random;
  /** The person of a unit of one, by unit; NOWHERE for larger units. */
  readonly single: Int32Array;
  /** Units that may move, by round. */
  readonly free: readonly Int32Array[];
  /** Rounds in which at least two units may move. */
  readonly openRounds: readonly number[];
  /** Chance of accepting a move that costs one more, of 65,536; for two more its square, and so on. */
  odds = 0;
  /** What a repeated table weighs against waste. */
  repeatWeight = 1;

  constructor(seats: Seats, random: Random) {
    const { model } = seats;
    const { rounds, units, firstRound, members, pinned } = model;
    this.seats = seats;
    this.model = model;
    this.random = random;
    this.single = new Int32Array(units).fill(NOWHERE);
    const free: Int32Array[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const open: number[] = [];
      for (let unit = 0; unit < units && round >= firstRound; unit += 1) {
        const own = members[round * units + unit]!;
        if (own.length === 1) this.single[unit] = own[0]!;
        if (own.length > 0 && pinned[round * units + unit] === NOWHERE) open.push(unit);
      }
      free.push(Int32Array.from(open));
    }
    this.free = free;
    this.openRounds = [...free.keys()].filter((round) => free[round]!.length > 1);
  }

  /** What the annealing lowers: never better in it and worse in what comes first, but for a while. */
  energy(): number {
    const { seats } = this;
    return (
      seats.tableRepeats * this.repeatWeight +
      seats.imbalance * IMBALANCE_WEIGHT +
      seats.waste +
      seats.changed
    );
  }

  /** Whether to take a move of this cost. */
  accepts(cost: number): boolean {
    if (cost <= 0) return true;
    let chance = this.odds;
    for (let i = 1; i < cost && chance > 0; i += 1) {
      chance = (chance * this.odds) >>> WHOLE_BITS;
    }
    return this.random.below(1 << WHOLE_BITS) < chance;
  }

  /** A unit that may move in this round. */
  anyFree(round: number): number {
    const free = this.free[round]!;
    return free[this.random.below(free.length)]!;
  }

  isFree(round: number, unit: number): boolean {
    const { units, pinned } = this.model;
    return pinned[round * units + unit] === NOWHERE;
  }

  /**
   * Whether a unit sits where one of its people wished to be. Wishes stand above all that annealing
   * lowers, so it stays.
   */
  isWishedFor(round: number, unit: number, table: number): boolean {
    const { hasWishes, wishes, units, members } = this.model;
    return (
      hasWishes && members[round * units + unit]!.some((person) => wishes[person]!.includes(table))
    );
  }
}
