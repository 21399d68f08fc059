import type { Model } from '../model.ts';
import { Cases } from './cases.ts';
import { Charges } from './charges.ts';
import { PARTS, PricedRounds } from './priced-rounds.ts';
import { withoutRepeats, type Among } from './repair-bound.ts';

/** Seatings that are kept, and what they may come to in persons × tables × rounds. */
const KEPT = { most: 8, work: 100_000 };

/** So many times without a better bound, and the steps become half as long. */
const PATIENCE = 6;
const HALVINGS = 6;

/**
 * From so many passes on a proof is given up that is further from the plan than one meeting, and one
 * more for so many passes that are left: near the plan it gets on slowly.
 */
const HOPE = { from: 8, passes: 16 };

/** A plan that is so many meetings above the bound is too far from it for cases. */
const FAR = 6;

/**
 * A proven lower bound on `change` × changed seats + `waste` × waste, waste of pairs who cannot move
 * aside: prices on pairs who meet again.
 *
 * Every seating pays each charge at most once, where all its seats are taken: of n seats, n − 1 parts
 * are given back. So whatever the charges are, the cheapest seatings less what is given back are a
 * bound (Lagrange). They are raised where the cheapest seatings have all the seats, and lowered where
 * more than one is missing, in steps as long as the bound is far from the plan.
 */
export class PricedBound {
  /** Seatings that are cheaper than the plan as far as cases tell. */
  hint: Int32Array | null = null;
  readonly #rounds: PricedRounds;
  readonly #charges: Charges;
  readonly #fixed: number;
  /** A meeting again, in parts. */
  readonly #unit: number;
  /** How many seatings are kept: those of the last charges that raised the bound. */
  readonly #kept: number;
  readonly #seatings: Int32Array[] = [];
  #best: number;
  #passes = 0;
  #tries = 0;
  #halvings = 0;

  /**
   * @param byGroups whether groups of whom all have met pay for their pairs by themselves; not where
   *   a relay's hosts are still to choose.
   */
  constructor(
    model: Model,
    among: Among,
    anyHosts: boolean,
    weights: { change: number; waste: number },
    byGroups = false,
  ) {
    this.#rounds = new PricedRounds(model, among, anyHosts, {
      change: weights.change * PARTS,
      pair: byGroups ? weights.waste * PARTS : 0,
    });
    const isFresh = among.distinct ? withoutRepeats(model) : new Uint8Array(model.people);
    this.#unit = Math.max(1, weights.waste) * PARTS;
    this.#charges = new Charges(this.#rounds, isFresh, weights.waste * PARTS);
    this.#fixed = weights.change * this.#rounds.pinnedChanges;
    this.#best = this.#rounds.cost;
    const work = model.people * model.tables * (model.rounds - model.firstRound);
    this.#kept = Math.min(KEPT.most, Math.floor(KEPT.work / Math.max(1, work)));
  }

  /** Whether groups pay for their pairs in any round. */
  get hasGroups(): boolean {
    return this.#rounds.hasGroups;
  }

  /** What is proven so far. */
  get proven(): number {
    return this.#fixed + Math.ceil(this.#best / PARTS);
  }

  /**
   * The cheapest seatings at charges that raised the bound, the last of them at those it has now:
   * tables at `round * people + person`, NOWHERE where absent.
   */
  get seatings(): readonly Int32Array[] {
    return [...this.#seatings, this.#rounds.tables()];
  }

  /** Who hosts in the last of them, by round. */
  hosts(): ReadonlySet<number>[] {
    return this.#rounds.hosts();
  }

  /**
   * Raises the bound by changing the charges, a pass at a time.
   *
   * @param enough what the bound need not be above: a plan that is there.
   * @param passes how often the charges are changed at most.
   * @returns the passes that are left.
   */
  *raise(enough: number, passes: number): Generator<void, number> {
    const rounds = this.#rounds;
    const charges = this.#charges;
    const most = (enough - this.#fixed) * PARTS;
    let left = passes;
    for (; left > 0 && this.#best <= most - PARTS && this.#halvings <= HALVINGS; left -= 1) {
      const far = most - this.#best - this.#unit;
      if (this.#passes >= HOPE.from && far * HOPE.passes > left * this.#unit) break;
      this.#passes += 1;
      const bound = rounds.cost - charges.given;
      charges.find();
      const norm = charges.slopes();
      if (norm === 0) return 0;
      charges.follow(Math.max(1, Math.floor((most - bound) / (norm << this.#halvings))));
      rounds.solve();
      this.#weigh(rounds.cost - charges.given);
      yield;
    }
    return left;
  }

  /**
   * Raises the bound to a plan that is there, where cases of who sits where prove it to be the best.
   *
   * @returns the work that is left.
   */
  *close(enough: number, work: number): Generator<void, number> {
    const most = (enough - this.#fixed) * PARTS;
    const far = most - this.#best;
    if (work <= 0 || far < PARTS || far > FAR * this.#unit) return work;
    const cases = new Cases(this.#rounds, this.#charges, most - PARTS, work);
    if (yield* cases.areDearer()) this.#best = most - PARTS + 1;
    this.hint = cases.hint;
    return cases.left;
  }

  /** Takes note of a bound; where none has been better for a while, steps become shorter. */
  #weigh(bound: number): void {
    this.#tries += 1;
    if (bound > this.#best) {
      this.#tries = 0;
      this.#best = bound;
      this.#seatings.push(this.#rounds.tables());
      if (this.#seatings.length > this.#kept) this.#seatings.shift();
    }
    if (this.#tries < PATIENCE) return;
    this.#tries = 0;
    this.#halvings += 1;
  }
}
