import { isAtBounds, type Bounds } from '../bounds.ts';
import { compareCosts, type Costs, type Worth } from '../instance.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { reverseChain } from './chain.ts';
import { exchange } from './exchange.ts';
import { Workbench } from './workbench.ts';

/** Moves tried in a chunk, a few milliseconds: so many for each seat of a small room. */
const MOVES = { perSeat: 200, most: 10_000 };

/** Of 64 moves, so many reverse a chain. */
const CHAINS = 1;

/**
 * The odds of a move that costs one, of 65,536, at the beginning of a cooling; where everybody shall
 * see new tables there are fewer ways, and it takes more to get over a hill.
 */
const ODDS_FIRST = { tables: 4_000, people: 1_500 };

/** And at its end. */
const ODDS_LAST = 600;

/** Chunks of the first cooling and the longest; each is half as long again as the one before. */
const COOLING = { first: 8, longest: 800 };

/** What a repeated table weighs in one cooling after another: lightly to get around, heavily to end. */
const REPEAT_WEIGHTS = [4, 10, 3];

/**
 * Improves a rotation seat by seat: simulated annealing in coolings, each longer than the one
 * before. Half of the moves begin with somebody who costs something where they sit. Holds a valid
 * rotation throughout; the best seen is kept.
 */
export class SlotAnnealing {
  readonly #bench: Workbench;
  readonly #bounds: Bounds;
  readonly #best: Int32Array;
  readonly #moves: number;
  #bestCosts: Costs;
  /** Counted when asked for: the wishes take a look at everybody. */
  #bestWorth: Worth | null = null;
  #cooling = { number: 0, chunk: 0, chunks: COOLING.first };

  constructor(start: Seats, random: Random, bounds: Bounds) {
    const seats = new Seats(start.model);
    seats.copy(start);
    this.#bench = new Workbench(seats, random);
    this.#bounds = bounds;
    this.#best = start.at.slice();
    this.#bestCosts = costsOf(start);
    const seatings = this.#bench.free.reduce((sum, units) => sum + units.length, 0);
    this.#moves = Math.min(MOVES.most, seatings * MOVES.perSeat);
  }

  /** The best rotation so far, worth at least as much as the first. */
  get best(): Seats {
    return Seats.of(this.#bench.model, this.#best);
  }

  get bestWorth(): Worth {
    this.#bestWorth ??= this.best.worth();
    return this.#bestWorth;
  }

  /** Works for one chunk; false when nothing better can be proven to exist or nothing can move. */
  step(): boolean {
    if (this.#isAtBound() || this.#bench.openRounds.length === 0) return false;
    const { number, chunk, chunks } = this.#cooling;
    this.#bench.repeatWeight = REPEAT_WEIGHTS[number % REPEAT_WEIGHTS.length]!;
    const first = this.#bench.model.tablesCount ? ODDS_FIRST.tables : ODDS_FIRST.people;
    this.#bench.odds = first - Math.floor(((first - ODDS_LAST) * chunk) / chunks);
    for (let move = 0; move < this.#moves; move += 1) {
      if (this.#move() < 0 && this.#keepBest() && this.#isAtBound()) return false;
    }
    this.#cooling.chunk += 1;
    if (this.#cooling.chunk === chunks) {
      const longer = Math.min(COOLING.longest, chunks + (chunks >> 1));
      this.#cooling = { number: number + 1, chunk: 0, chunks: longer };
    }
    return true;
  }

  #move(): number {
    const bench = this.#bench;
    const { openRounds, random } = bench;
    const round = openRounds[random.below(openRounds.length)]!;
    if (openRounds.length > 1 && random.below(64) < CHAINS) {
      const other = openRounds[random.below(openRounds.length)]!;
      return other === round ? 0 : reverseChain(bench, round, other);
    }
    return exchange(bench, round, bench.anyFree(round));
  }

  /** Remembers the rotation if none seen was better. */
  #keepBest(): boolean {
    const { seats } = this.#bench;
    // Wishes stand above all this; no move leaves one.
    if (compareCosts(seats, this.#bestCosts) >= 0) return false;
    this.#best.set(seats.at);
    this.#bestCosts = costsOf(seats);
    this.#bestWorth = null;
    return true;
  }

  #isAtBound(): boolean {
    return isAtBounds(this.#bestCosts, this.#bounds);
  }
}

function costsOf({ tableRepeats, imbalance, changed, waste, meetings }: Seats): Costs {
  return { tableRepeats, imbalance, changed, waste, meetings };
}
