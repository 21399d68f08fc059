import { amongKnown, boundWaste, isAtBounds, type Bounds } from '../bounds.ts';
import type { Model } from '../model.ts';
import type { Seats } from '../seats.ts';
import { PricedBound } from './priced-bound.ts';
import type { Among } from './repair-bound.ts';

/**
 * Passes of one bound, and what they may come to in persons × tables × rounds, with what each takes
 * in any room: some 20 ms. Before the repair is made better, so many of three; the others when it is
 * there.
 */
const PASSES = { least: 2, most: 96, work: 4_000_000, each: 10_000, early: 2 };

/** Work of looking at cases, once the repair is there: some 50 ms. */
const CASES = 12_000_000;

/** Persons × tables of a room in which groups may pay for their pairs; in larger ones few need to. */
const GROUPED_MOST = 4_000;

/**
 * A changed seat and a wasted meeting, where as much of both together with less waste is better. One
 * for the other is cheap beside either: at prices of 2 and 3 half a meeting more of both together
 * pays for one wasted meeting less.
 */
const IN_ORDER = { change: 16, waste: 17 };

/**
 * The bounds beside a repair, proven as tightly as some hundredths of a second allow: waste and
 * changed seats together; and, where the repair is there, how much of it must be waste. What was
 * proven for one repair is kept for a better one of the same rooms.
 */
export class RepairProof {
  readonly #model: Model;
  readonly #among: Among;
  readonly #anyHosts: boolean;
  readonly #isTop: boolean;
  readonly #base: number;
  /** Work of cases that is left. */
  #cases: number;
  readonly #both: Raised;
  readonly #inOrder: Raised;

  /**
   * @param among what can be said of each round by itself, of repairs like these.
   * @param anyHosts whether the bounds speak of every choice of a relay's hosts.
   * @param isTop whether no plan is better in what stands above waste: only then none that is better
   *   has more waste in return.
   */
  constructor(model: Model, among: Among, anyHosts: boolean, isTop: boolean) {
    this.#model = model;
    this.#among = among;
    this.#isTop = isTop;
    this.#anyHosts = anyHosts;
    this.#base = model.hasTold ? boundWaste(model, anyHosts) : 0;
    // A relay's tables are two each: chairs for hosts, and others.
    const tables = anyHosts ? 2 * model.tables : model.tables;
    const work = model.people * tables * Math.max(1, model.rounds - model.firstRound);
    const passes = Math.min(PASSES.most, Math.floor(PASSES.work / (PASSES.each + work)));
    // No case knows whether a relay's hosts are fair, so they would lead nowhere.
    this.#cases = anyHosts ? 0 : CASES;
    this.#both = { weights: { change: 1, waste: 1 }, bound: null, passes, isGrouped: false };
    this.#inOrder = { weights: IN_ORDER, bound: null, passes, isGrouped: false };
  }

  /**
   * Proves tighter bounds, no further than to where a repair is; `beside` tells them. One chunk of work
   * after another.
   *
   * @param isEarly whether better repairs are still looked for.
   */
  *tighten(seats: Seats, bounds: Bounds, isEarly = false): Generator<void, void> {
    if (!this.#model.hasTold || isAtBounds(seats, bounds)) return;
    const { waste, changed } = seats;
    if (this.beside(seats, bounds).wasteAndChanged! < waste + changed) {
      yield* this.#raise(this.#both, seats, isEarly);
    }
    const beside = this.beside(seats, bounds);
    if (!this.#isBest(seats, beside) || waste <= bounds.waste) return;
    yield* this.#raise(this.#inOrder, seats, isEarly);
  }

  /** The bounds beside a repair, as tight as they have been proven. */
  beside(seats: Seats, bounds: Bounds): Bounds {
    if (!this.#model.hasTold) return bounds;
    const wasteAndChanged = Math.max(bounds.wasteAndChanged ?? 0, this.#proven(this.#both));
    const beside = { ...bounds, wasteAndChanged };
    if (this.#inOrder.bound === null || !this.#isBest(seats, beside)) return beside;
    const least = this.#proven(this.#inOrder) - IN_ORDER.change * wasteAndChanged;
    return { ...beside, wasteInOrder: Math.max(bounds.waste, least) };
  }

  /** Whether nothing that stands above waste can be better. */
  #isBest({ waste, changed }: Seats, { wasteAndChanged }: Bounds): boolean {
    return this.#isTop && wasteAndChanged === waste + changed && !this.#model.hasWishes;
  }

  #proven({ weights, bound }: Raised): number {
    return bound === null ? 0 : weights.waste * this.#base + bound.proven;
  }

  /**
   * Seatings at which nearly what was proven would be had, were every round by itself: tables at
   * `round * people + person`.
   */
  seatings(): Int32Array[] {
    return this.#bounds().flatMap((bound) => bound.seatings);
  }

  /**
   * Seatings that may be better than a repair that is there: those that no case speaks against, and
   * those that waste least with as much of waste and changed seats together.
   */
  hints(): Int32Array[] {
    const hints = this.#bounds().flatMap(({ hint }) => hint ?? []);
    return [...hints, ...(this.#inOrder.bound?.seatings ?? [])];
  }

  /** Who hosts in the last of them, by round: one choice for each bound. */
  hosts(): ReadonlySet<number>[][] {
    return this.#bounds().map((bound) => bound.hosts());
  }

  #bounds(): PricedBound[] {
    return [this.#both.bound, this.#inOrder.bound].filter((bound) => bound !== null);
  }

  /** Proves more of a repair's weighed costs with the passes that are left. */
  *#raise(raised: Raised, { waste, changed }: Seats, isEarly: boolean): Generator<void, void> {
    // In very large rooms the bounds are close already, and so many seatings would take too long.
    if (raised.bound === null && raised.passes < PASSES.least) return;
    const { weights } = raised;
    const known = this.#anyHosts ? this.#among : amongKnown(this.#model, this.#among);
    if (raised.bound === null) {
      raised.bound = new PricedBound(this.#model, known, this.#anyHosts, weights);
      yield;
    }
    if (!isEarly) raised.bound = this.#grouped(raised, raised.bound, known);
    const enough = weights.change * changed + weights.waste * (waste - this.#base);
    const kept = isEarly ? Math.floor((raised.passes * (3 - PASSES.early)) / 3) : 0;
    raised.passes = kept + (yield* raised.bound.raise(enough, raised.passes - kept));
    if (!isEarly) this.#cases = yield* raised.bound.close(enough, this.#cases);
  }

  /**
   * The bound to go on with once the repair is there: with groups that pay for their pairs where this
   * alone proves as much as all prices have so far. Better repairs are begun from prices on pairs.
   */
  #grouped(raised: Raised, bound: PricedBound, known: Among): PricedBound {
    const { people, tables } = this.#model;
    if (raised.isGrouped || this.#anyHosts || people * tables > GROUPED_MOST) return bound;
    raised.isGrouped = true;
    const grouped = new PricedBound(this.#model, known, false, raised.weights, true);
    return grouped.hasGroups && grouped.proven >= bound.proven ? grouped : bound;
  }
}

/** A bound under way, the passes that are left for it, and whether groups have been looked at. */
interface Raised {
  readonly weights: { change: number; waste: number };
  bound: PricedBound | null;
  passes: number;
  isGrouped: boolean;
}
