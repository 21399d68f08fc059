import { SlotAnnealing } from '../anneal/slot-annealing.ts';
import { boundsBeside, isAtBounds, type Bounds } from '../bounds.ts';
import { compareWorth } from '../instance.ts';
import { isNoPlan } from '../model.ts';
import type { NoPlan } from '../no-plan.ts';
import type { Planned, Planning } from '../planned.ts';
import { seeded, type Random } from '../random.ts';
import type { Seats } from '../seats.ts';
import { evenedOut } from './even-out.ts';
import { amongOf, isFull, type Among } from './repair-bound.ts';
import type { RepairProof } from './repair-proof.ts';
import { begunFrom } from './second-repair.ts';
import { settle } from './settle.ts';

/** Chunks of annealing between two proofs, where there is time for more than is usual. */
const MORE = 120;

/** Bounds of plans like a repair, and what proves them tighter. */
export interface Claim {
  readonly among: Among;
  readonly bounds: Bounds;
  readonly proof: RepairProof;
}

/** What a repair is made of. */
export interface RepairParts {
  /** The first repair. */
  readonly found: Seats;
  readonly seed: number;
  /** Chunks of annealing that are usual. */
  readonly chunks: number;
  /** What is to be proven of plans like a repair. */
  claim(seats: Seats, among: Among): Claim;
  /** What annealing need not go below. */
  enough(seats: Seats, bounds: Bounds): Bounds;
  /** Other first repairs, by what a proof has seen so far. */
  others?(found: Seats, claim: Claim): Iterable<Seats | NoPlan>;
  /** Bounds that hold beside the others. */
  beside?(seats: Seats, bounds: Bounds): Bounds;
}

/**
 * Makes a repair better and proves it, a chunk of work after another: evened out, where it is not as
 * even as can be; then the proof, which knows from where to begin anew; and where that stays open,
 * annealing, and the proof of what it found. With more time than that these go on in turns.
 */
export class Repairing implements Planning {
  isEnough = false;
  readonly #parts: RepairParts;
  /** Of plans that are as good as can be in what stands above waste and changed seats. */
  readonly #full: Claim;
  /** Of plans like a repair that is not. */
  #other: Claim | null = null;
  #seats: Seats;
  /** What goes on from some repair and holds the best it has seen. */
  #annealing: SlotAnnealing | null = null;
  readonly #work: Generator<void, void>;

  constructor(parts: RepairParts) {
    this.#parts = parts;
    this.#seats = parts.found;
    this.#full = parts.claim(parts.found, { distinct: true, even: true });
    this.#work = this.#run();
  }

  step(): boolean {
    return this.#work.next().done !== true;
  }

  result(): Planned {
    const seats = this.#best();
    const worth = seats.worth();
    const bounds = boundsBeside(this.#boundsOf(seats), worth);
    const beside = this.#parts.beside?.(seats, bounds) ?? bounds;
    return { schedule: seats.schedule(), worth, bounds: beside };
  }

  #best(): Seats {
    const annealed = this.#annealing?.best;
    return annealed !== undefined && isAtLeast(annealed, this.#seats) ? annealed : this.#seats;
  }

  /** Whether nothing that stands above waste and changed seats can be better. */
  #isFull(seats: Seats): boolean {
    return isFull(amongOf(seats, this.#full.bounds));
  }

  /** What is to be proven of a repair. */
  #claimOf(seats: Seats): Claim {
    if (this.#isFull(seats)) return this.#full;
    const among = amongOf(seats, this.#full.bounds);
    const { distinct, even } = this.#other?.among ?? {};
    const isKnown = distinct === among.distinct && even === among.even;
    return isKnown ? this.#other! : this.#parts.claim(seats, among);
  }

  #boundsOf(seats: Seats): Bounds {
    const { proof, bounds } = this.#claimOf(seats);
    return proof.beside(seats, bounds);
  }

  #isProven(): boolean {
    const seats = this.#best();
    return this.#isFull(seats) && isAtBounds(seats, this.#boundsOf(seats));
  }

  *#run(): Generator<void, void> {
    const { found, seed, chunks } = this.#parts;
    yield* this.#lookAt(this.#evenedOut());
    yield* this.#begin();
    if (this.#isProven()) return;
    yield* this.#prove();
    if (this.#isProven()) return;
    for (let turn = 0, length = chunks; ; turn += 1, length = MORE) {
      const worth = this.#best().worth();
      // What is not as even as can be has further to go, and may get further than what was evened out.
      const start = turn === 0 && !this.#isFull(found) ? found : this.#best();
      this.#annealing ??= this.#annealed(start, seeded(seed + turn));
      let isOpen = yield* this.#anneal(this.#annealing, length);
      if (!isAtLeast(this.#annealing.best, this.#seats)) {
        this.#annealing = this.#annealed(this.#seats, seeded(seed));
        isOpen = yield* this.#anneal(this.#annealing, length);
      }
      if (compareWorth(this.#best().worth(), worth) < 0) yield* this.#prove();
      if (!isOpen || this.#isProven()) return;
      this.isEnough = true;
      yield;
    }
  }

  /** The first passes of the proof, and repairs begun from what it has seen. */
  *#begin(): Generator<void, void> {
    const claim = this.#full;
    if (this.#isFull(this.#seats)) yield* claim.proof.tighten(this.#seats, claim.bounds, true);
    if (this.#isProven()) return;
    yield* this.#lookAt(this.#parts.others?.(this.#seats, claim) ?? []);
    yield* this.#lookAt(this.#begunFrom(claim.proof.seatings()));
  }

  #begunFrom(seatings: readonly Int32Array[]): Iterable<Seats | NoPlan> {
    const seats = this.#best();
    return begunFrom(seatings, seats, this.#boundsOf(seats), this.#parts.seed);
  }

  /** Takes the best of other repairs, where one is better; whether one was. */
  *#lookAt(others: Iterable<Seats | NoPlan>): Generator<void, boolean> {
    let isBetter = false;
    let worth = this.#best().worth();
    for (const other of others) {
      if (!isNoPlan(other) && compareWorth(other.worth(), worth) < 0) {
        isBetter = true;
        worth = other.worth();
        this.#seats = other;
        this.#annealing = null;
        if (this.#isProven()) break;
      }
      yield;
    }
    return isBetter;
  }

  #annealed(start: Seats, random: Random): SlotAnnealing {
    const { proof, bounds } = this.#full;
    const enough = this.#parts.enough(start, proof.beside(start, bounds));
    return new SlotAnnealing(start, random, enough);
  }

  /** False where it has nothing more to do. */
  *#anneal(annealing: SlotAnnealing, chunks: number): Generator<void, boolean> {
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      if (!annealing.step()) return false;
      yield;
    }
    return true;
  }

  /** The first repair with tables evened out, where they could be more even. */
  *#evenedOut(): Generator<Seats, void> {
    if (this.#isFull(this.#seats)) return;
    const seats = evenedOut(this.#seats);
    settle(seats);
    yield seats;
  }

  /** As tightly as can be; where seatings are seen that may be better, from these anew. */
  *#prove(): Generator<void, void> {
    for (;;) {
      const seats = this.#best();
      const claim = this.#claimOf(seats);
      // Kept with what is proven.
      if (claim !== this.#full) this.#other = claim;
      const { proof, bounds } = claim;
      yield* proof.tighten(seats, bounds);
      if (this.#isProven() || !(yield* this.#lookAt(this.#begunFrom(proof.hints())))) return;
    }
  }
}

function isAtLeast(one: Seats, other: Seats): boolean {
  return compareWorth(one.worth(), other.worth()) <= 0;
}
