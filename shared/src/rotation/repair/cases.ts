import { NOWHERE } from '../model.ts';
import type { Charges } from './charges.ts';
import { PARTS, type PricedRounds } from './priced-rounds.ts';

/** Passes of a case, of which the first ones find their way and are not looked at. */
const PASSES = { most: 12, first: 4 };

/** So many passes without a better bound, and steps become half as long. */
const PATIENCE = 6;

/** What a pass takes beside the work of seating everybody anew: in any room, and for each charge. */
const WORK = { pass: 4_000, charge: 5 };

/**
 * Once so much work is done, cases are given up if all of them would take more than so much, by the
 * part of them that is closed: each seat halves what is left.
 */
const HOPE = { after: 2_000_000, most: 40_000_000 };

/** More than all that could be saved by a seat. */
const BARRED = 2 ** 20;

/** A told seat is worth so many others to decide on. */
const TOLD = 3;

/**
 * Proves by cases what prices alone leave open (branch and bound): somebody has a certain seat, or has
 * it not, and so on with each of both, until all are too dear. Prices go on from where they are. Of all
 * seats the one is decided on that seatings have had about as often as not, and for which much is charged.
 *
 * A seat that is barred costs a lot more, and one that is taken a lot less, which is owed: so each case
 * is bounded as the whole is.
 */
export class Cases {
  /** Work that is left, in persons × tables × rounds. */
  left: number;
  /**
   * The cheapest seatings of a case in which nothing is left to decide, or that was given up: tables by
   * `round * people + person`.
   */
  hint: Int32Array | null = null;
  readonly #rounds: PricedRounds;
  readonly #charges: Charges;
  readonly #most: number;
  readonly #charged: Int32Array;
  readonly #times: Int32Array;
  /** 1 for a seat that is decided on; for a cell of which a seat is taken. */
  readonly #isDecided: Uint8Array;
  readonly #isTaken: Uint8Array;
  /** Work that is done, and the part of all cases that is too dear. */
  #done = 0;
  #closed = 0;
  /** Passes in which it is counted how often seats are had. */
  #noted = 0;
  /** What seats that are taken cost less. */
  #owed = 0;

  /** @param most what nothing is to be as cheap as, in parts. */
  constructor(rounds: PricedRounds, charges: Charges, most: number, work: number) {
    const cells = rounds.at.length;
    this.#rounds = rounds;
    this.#charges = charges;
    this.#most = most;
    this.left = work;
    this.#charged = new Int32Array(cells * rounds.columns);
    this.#times = new Int32Array(cells * rounds.columns);
    this.#isDecided = new Uint8Array(cells * rounds.columns);
    this.#isTaken = new Uint8Array(cells);
  }

  /**
   * Whether everything is proven to be dearer, as far as the work reaches, a case at a time.
   *
   * @param part what this is of all cases.
   */
  *areDearer(part = 1): Generator<void, boolean> {
    const isDearer = this.#climb();
    yield;
    if (isDearer) {
      this.#closed += part;
      return true;
    }
    const isHopeless = this.#done > HOPE.after && this.#done > this.#closed * HOPE.most;
    const seat = isHopeless || this.left <= 0 ? NOWHERE : this.#seat();
    if (seat === NOWHERE) {
      this.hint = this.#rounds.tables();
      return false;
    }
    const { columns } = this.#rounds;
    const cell = Math.floor(seat / columns);
    const column = seat - cell * columns;
    // The likelier case is the harder one.
    const isLikely = this.#rounds.at[cell] === column;
    this.#isDecided[seat] = 1;
    const areDearer =
      (yield* this.#without(cell, column, isLikely, part / 2)) &&
      (yield* this.#without(cell, column, !isLikely, part / 2));
    this.#isDecided[seat] = 0;
    return areDearer;
  }

  /** Whether all cases are dearer in which a seat is barred, or is the one that is taken. */
  *#without(
    cell: number,
    column: number,
    isBarred: boolean,
    part: number,
  ): Generator<void, boolean> {
    const more = isBarred ? BARRED : -BARRED;
    const owed = isBarred ? 0 : BARRED;
    this.#isTaken[cell] = isBarred ? 0 : 1;
    this.#owed += owed;
    this.#rounds.charge(cell, column, more);
    this.#rounds.solve();
    const areDearer = yield* this.areDearer(part);
    this.#isTaken[cell] = 0;
    this.#owed -= owed;
    this.#rounds.charge(cell, column, -more);
    this.#rounds.solve();
    return areDearer;
  }

  get #bound(): number {
    return this.#rounds.cost - this.#charges.given + this.#owed;
  }

  /** Changes the charges, and notes which seats are had; whether the case is too dear. */
  #climb(): boolean {
    const { at, isFree, columns } = this.#rounds;
    let best = this.#bound;
    let tries = 0;
    let halvings = 1;
    const times = this.#times.fill(0);
    this.#noted = 0;
    for (let pass = 0; pass < PASSES.most && best <= this.#most && this.left > 0; pass += 1) {
      this.#charges.find();
      const work = this.#rounds.work + WORK.pass + WORK.charge * this.#charges.count;
      this.left -= work;
      this.#done += work;
      const norm = this.#charges.slopes();
      if (norm === 0) break;
      const far = this.#most + PARTS - this.#bound;
      this.#charges.follow(Math.max(1, Math.floor(far / (norm << halvings))));
      this.#rounds.solve();
      tries += 1;
      if (this.#bound > best) {
        best = this.#bound;
        tries = 0;
      }
      if (tries === PATIENCE) {
        tries = 0;
        halvings += 1;
      }
      if (pass < PASSES.first) continue;
      this.#noted += 1;
      for (let cell = 0; cell < at.length; cell += 1) {
        if (isFree[cell] === 1) times[cell * columns + at[cell]!]! += 1;
      }
    }
    return best > this.#most;
  }

  /** The seat to decide on next; NOWHERE where seatings have been the same all the time. */
  #seat(): number {
    const { told, columns } = this.#rounds;
    const passes = this.#noted;
    this.#charged.fill(0);
    this.#charges.addTo(this.#charged, columns);
    let best = NOWHERE;
    let most = 0;
    for (let seat = 0; seat < this.#times.length; seat += 1) {
      const times = this.#times[seat]!;
      if (times === 0 || times === passes || this.#isDecided[seat] === 1) continue;
      const cell = Math.floor(seat / columns);
      if (this.#isTaken[cell] === 1) continue;
      const weight = told[cell] === seat - cell * columns ? TOLD : 1;
      const worth = Math.min(times, passes - times) * weight * (PARTS + this.#charged[seat]!);
      if (worth <= most) continue;
      best = seat;
      most = worth;
    }
    return best;
  }
}
