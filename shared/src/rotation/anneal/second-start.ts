import type { Bounds } from '../bounds.ts';
import { compareWorth } from '../instance.ts';
import type { Random } from '../random.ts';
import type { Seats } from '../seats.ts';
import { SlotAnnealing } from './slot-annealing.ts';

/** Chunks for the first start alone. */
const FIRST_CHUNKS = 20;

/**
 * Anneals a rotation in which people hardly meet again, but tables repeat or are uneven; and where
 * that cannot be mended in a while, another one that has no such fault, whoever meets whom.
 */
export class SecondStart {
  readonly #first: SlotAnnealing;
  readonly #second: SlotAnnealing;
  readonly #bounds: Bounds;
  #chunks = 0;

  constructor(first: Seats, second: Seats, random: Random, bounds: Bounds) {
    this.#first = new SlotAnnealing(first, random, bounds);
    this.#second = new SlotAnnealing(second, random, bounds);
    this.#bounds = bounds;
  }

  get best(): Seats {
    const { best: one } = this.#first;
    const { best: other } = this.#second;
    return compareWorth(one.worth(), other.worth()) <= 0 ? one : other;
  }

  step(): boolean {
    this.#chunks += 1;
    if (this.#chunks <= FIRST_CHUNKS) return this.#first.step();
    const { tableRepeats, imbalance } = this.#first.bestWorth;
    const isMended =
      tableRepeats <= this.#bounds.tableRepeats && imbalance <= this.#bounds.imbalance;
    return (isMended ? this.#first : this.#second).step();
  }
}
