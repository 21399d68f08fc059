import { isAtBounds, type Bounds } from '../bounds.ts';
import { compareCosts, type Costs, type Worth } from '../instance.ts';
import { NOWHERE } from '../model.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { Bench } from './bench.ts';
import { LINKS_MAX, reverseChain } from './chain.ts';
import { exchange } from './exchange.ts';
import { HotSeats } from './hot-seats.ts';
import { lookAround } from './look-around.ts';

/** Moves tried in a chunk, a few milliseconds: so many for each seat of a small room. */
const MOVES = { perSeat: 800, most: 40_000 };

/** Of 64 moves, so many reverse a chain; where people were told seats, all in which nobody looks around. */
const CHAINS = 2;

/** What a cooling is like: from hot to cool, and what a repeated table weighs until its last part. */
interface Cooling {
  /** The odds of a move that costs one, of 65,536. */
  hot: number;
  cool: number;
  repeatWeight: number;
}

/**
 * One after another, again and again. Most rooms freeze in the cool ones; where everybody sees nearly
 * every table, only the hot ones get around. Repeated tables that weigh little open ways.
 */
const COOLINGS: readonly Cooling[] = [
  { hot: 2_500, cool: 600, repeatWeight: 4 },
  { hot: 9_000, cool: 1_500, repeatWeight: 3 },
  { hot: 2_500, cool: 600, repeatWeight: 10 },
  { hot: 9_000, cool: 1_500, repeatWeight: 2 },
];

/** The last quarter of a cooling leaves no table repeated that need not be. */
const LAST_PART = { from: 0.75, repeatWeight: 10 };

/**
 * Where people were told seats, most of them are best left alone: it is colder, and in most moves,
 * `hot` of eight, somebody who costs something looks around. Who that is is looked up every so many
 * moves. Such a move takes the longer the more people there are to look at, and chunks are the shorter
 * then: at most so many people looked at, and so many moves. Where seats wished for stay as well, ways
 * over repeated tables lead nowhere too often, and they weigh more.
 */
const TOLD = {
  cooling: { hot: 3_000, cool: 200, repeatWeight: 3 },
  withWishes: { hot: 2_000, cool: 200, repeatWeight: 4 },
  hot: 7,
  moves: 100,
  most: 300,
  people: 20_000,
};

/**
 * Chunks of the first cooling, where people were told seats and elsewhere, and of the longest; each is
 * half as long again as the one before.
 */
const LENGTH = { told: 120, first: 8, longest: 800 };

/**
 * Improves a rotation seat by seat: simulated annealing in coolings, each longer than the one
 * before. Half of the moves begin with somebody who costs something where they sit. Holds a valid
 * rotation throughout; the best seen is kept.
 */
export class SlotAnnealing {
  readonly #start: Seats;
  /** Set up with the first chunk: a start at its bound needs none. */
  #begun: Bench | null = null;
  #hot: HotSeats | null = null;
  #moves = 0;
  readonly #random: Random;
  readonly #bounds: Bounds;
  readonly #best: Int32Array;
  #bestCosts: Costs;
  /** Counted when asked for: the wishes take a look at everybody. */
  #bestWorth: Worth | null = null;
  #cooling: { number: number; chunk: number; chunks: number };

  constructor(start: Seats, random: Random, bounds: Bounds) {
    this.#start = start;
    this.#random = random;
    this.#bounds = bounds;
    this.#best = start.at.slice();
    this.#bestCosts = costsOf(start);
    const chunks = start.model.hasTold ? LENGTH.told : LENGTH.first;
    this.#cooling = { number: 0, chunk: 0, chunks };
  }

  /** The best rotation so far, worth at least as much as the first. */
  get best(): Seats {
    return Seats.of(this.#start.model, this.#best);
  }

  get bestWorth(): Worth {
    this.#bestWorth ??= this.best.worth();
    return this.#bestWorth;
  }

  /** Works for one chunk; false when nothing better can be proven to exist or nothing can move. */
  step(): boolean {
    if (this.#isAtBound()) return false;
    const bench = (this.#begun ??= new Bench(this.#start, LINKS_MAX));
    if (bench.openRounds.length === 0) return false;
    const { number, chunk, chunks } = this.#cooling;
    const isCalm = this.#isCalm();
    if (isCalm) this.#hot ??= new HotSeats(bench);
    const calm = this.#start.model.hasWishes ? TOLD.withWishes : TOLD.cooling;
    const cooling = isCalm ? calm : COOLINGS[number % COOLINGS.length]!;
    const { hot, cool, repeatWeight } = cooling;
    const isLast = chunk >= chunks * LAST_PART.from;
    bench.ledger.repeatWeight = isLast ? LAST_PART.repeatWeight : repeatWeight;
    bench.odds = hot - Math.floor(((hot - cool) * chunk) / chunks);
    const { people } = this.#start.model;
    const looks = Math.min(TOLD.most, Math.floor(TOLD.people / people));
    const moves = isCalm ? looks : this.#movesOf(bench);
    for (let move = 0; move < moves; move += 1) {
      if (this.#moves % TOLD.moves === 0) this.#hot?.count();
      this.#moves += 1;
      const change = this.#move(bench);
      // As much waste and changed seats together, and less of it waste, is better as well.
      const isLess = change < 0 || (change === 0 && bench.ledger.waste < this.#bestCosts.waste);
      if (isLess && this.#keepBest(bench) && this.#isAtBound()) return false;
    }
    this.#cooling.chunk += 1;
    if (this.#cooling.chunk === chunks) {
      const longer = Math.min(LENGTH.longest, chunks + (chunks >> 1));
      this.#cooling = { number: number + 1, chunk: 0, chunks: longer };
    }
    return true;
  }

  /** Moves of a chunk in which nobody looks around. */
  #movesOf({ seatings }: Bench): number {
    const moves = Math.min(MOVES.most, seatings * MOVES.perSeat);
    return this.#start.model.hasTold ? Math.ceil((moves * LENGTH.first) / LENGTH.told) : moves;
  }

  #move(bench: Bench): number {
    const random = this.#random;
    const { openRounds } = bench;
    const hot = this.#hot;
    if (hot !== null && hot.size > 0 && random.below(8) < TOLD.hot) {
      const { round, person } = hot.at(random.below(hot.size));
      return lookAround(bench, random, round, person);
    }
    const round = openRounds[random.below(openRounds.length)]!;
    const isChain = hot !== null || random.below(64) < CHAINS;
    if (openRounds.length > 1 && isChain) {
      const other = openRounds[random.below(openRounds.length)]!;
      return other === round ? 0 : reverseChain(bench, random, round, other);
    }
    return exchange(bench, random, round);
  }

  /** Remembers the rotation if none seen was better. */
  #keepBest({ ledger }: Bench): boolean {
    // Wishes stand above all this; no move leaves one.
    if (compareCosts(ledger, this.#bestCosts) >= 0) return false;
    const { rounds, firstRound, people, units, unitAt } = ledger.model;
    for (let round = firstRound; round < rounds; round += 1) {
      for (let person = 0; person < people; person += 1) {
        const unit = unitAt[round * people + person]!;
        if (unit !== NOWHERE)
          this.#best[round * units + unit] = ledger.at[round * people + person]!;
      }
    }
    this.#bestCosts = costsOf(ledger);
    this.#bestWorth = null;
    return true;
  }

  /** Whether told seats are all that is at stake; what stands above them may take changing many. */
  #isCalm(): boolean {
    const { tableRepeats, imbalance } = this.#bestCosts;
    return (
      this.#start.model.hasTold &&
      tableRepeats <= this.#bounds.tableRepeats &&
      imbalance <= this.#bounds.imbalance
    );
  }

  #isAtBound(): boolean {
    return isAtBounds(this.#bestCosts, this.#bounds);
  }
}

function costsOf({ tableRepeats, imbalance, changed, waste, meetings }: Costs): Costs {
  return { tableRepeats, imbalance, changed, waste, meetings };
}
