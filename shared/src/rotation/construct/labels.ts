import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';
import type { Clashes, Labels } from './clashes.ts';
import { dealPencils } from './pencils.ts';

/** Exchanges tried while somebody clashes. */
const TRIES_MAX = 60_000;

/** Exchanges tried for each in conflict, a third of them in the own class, which leaves teams whole. */
const PARTNERS = 30;

/** An exchange that makes it worse by one is made once in so many. */
const WORSE = 60;

/**
 * Gives the walkers other itineraries where those that were dealt clash: team-mates meet, or pairs to
 * be kept apart, or somebody comes to a table they should not visit. First teams choose pencils; what
 * is left of clashes then, or was before if that is less, is settled by exchanges, one in conflict
 * after another.
 */
export function settleLabels(
  model: Model,
  walkers: readonly number[],
  labels: Labels,
  clashes: Clashes,
  random: Random,
): void {
  const dealt = clashes.labelOf.slice();
  const dealtCost = clashes.costOf(walkers);
  if (dealPencils(model, walkers, labels, clashes, random)) return;
  if (dealtCost <= clashes.costOf(walkers)) {
    for (const person of walkers) clashes.give(person, dealt[person]!);
  }
  new Labelling(walkers, labels, clashes, random).run();
}

class Labelling {
  readonly #walkers: readonly number[];
  readonly #clashes: Clashes;
  readonly #random: Random;
  /** Who walks a label, or NOWHERE. */
  readonly #holder: Int32Array;
  /** By label, its class. */
  readonly #classOf: Labels['classOf'];
  readonly #classes: Labels['classes'];
  /** What the exchanges so far have changed. */
  #change = 0;

  constructor(walkers: readonly number[], labels: Labels, clashes: Clashes, random: Random) {
    this.#walkers = walkers;
    this.#clashes = clashes;
    this.#random = random;
    this.#classes = labels.classes;
    this.#classOf = labels.classOf;
    this.#holder = new Int32Array(labels.count).fill(NOWHERE);
    for (const person of walkers) this.#holder[clashes.labelOf[person]!] = person;
  }

  /** Exchanges until nobody clashes or enough was tried; the best labels seen are kept. */
  run(): void {
    const { labelOf } = this.#clashes;
    const best = labelOf.slice();
    let least = 0;
    for (let tries = 0; tries < TRIES_MAX;) {
      const clashing = this.#walkers.filter((person) => this.#cost(person) > 0);
      if (clashing.length === 0) return;
      for (const person of shuffled(clashing, this.#random)) {
        if (this.#cost(person) === 0) continue;
        this.#settle(person);
        tries += PARTNERS;
        if (this.#change >= least) continue;
        least = this.#change;
        best.set(labelOf);
      }
    }
    labelOf.set(best);
  }

  #cost(person: number): number {
    return this.#clashes.cost(person, this.#clashes.labelOf[person]!);
  }

  /** Exchanges a person's itinerary with the one of those tried that helps most. */
  #settle(person: number): void {
    const own = this.#clashes.labelOf[person]!;
    let best = NOWHERE;
    let least = this.#random.below(WORSE) === 0 ? 1 : 0;
    for (let i = 0; i < PARTNERS; i += 1) {
      const label = i % 3 === 0 ? this.#labelOfClass(own) : this.#anyLabel();
      if (label === own || !this.#isOpen(own, label)) continue;
      const change = this.#changeBy(person, label);
      // As good is taken too: it leads out of corners.
      if (change > least) continue;
      least = change;
      best = label;
    }
    if (best !== NOWHERE) this.#exchange(person, best, least);
  }

  #labelOfClass(label: number): number {
    const { first, labels } = this.#classes[this.#classOf[label]!]!;
    return first + this.#random.below(labels);
  }

  #anyLabel(): number {
    return this.#random.below(this.#holder.length);
  }

  /** Only within a class may somebody leave a label to nobody: loads stay even. */
  #isOpen(own: number, label: number): boolean {
    return this.#holder[label] !== NOWHERE || this.#classOf[own] === this.#classOf[label];
  }

  #changeBy(person: number, label: number): number {
    const clashes = this.#clashes;
    const other = this.#holder[label]!;
    const own = clashes.labelOf[person]!;
    const change = clashes.cost(person, label, other) - clashes.cost(person, own, other);
    if (other === NOWHERE) return change;
    return change + clashes.cost(other, own, person) - clashes.cost(other, label, person);
  }

  #exchange(person: number, label: number, change: number): void {
    const other = this.#holder[label]!;
    const own = this.#clashes.labelOf[person]!;
    this.#clashes.give(person, label);
    if (other !== NOWHERE) this.#clashes.give(other, own);
    this.#holder[label] = person;
    this.#holder[own] = other;
    this.#change += change;
  }
}
