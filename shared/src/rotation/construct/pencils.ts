import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';
import type { Clashes, Labels } from './clashes.ts';
import { partiesOf, type Party } from './parties.ts';

/** Labels looked at before a search gives up: so many for each there is, and in all. */
const WORK = { each: 5_000, most: 2_000_000 };

/** Of the pencils of a party no more are looked at in one placing. */
const PENCILS_MAX = 24;

/**
 * Deals labels where teams have a table that none of them may visit. Each team chooses a pencil, and
 * within it takes any label and gives way to others as long as it finds another (augmenting paths).
 * A team that finds no pencil in which all of it gets labels turns out those in its way, who then
 * choose anew.
 *
 * Returns whether nobody clashes; everybody has a label.
 */
export function dealPencils(
  model: Model,
  walkers: readonly number[],
  labels: Labels,
  clashes: Clashes,
  random: Random,
): boolean {
  for (const person of walkers) clashes.give(person, NOWHERE);
  const parties = partiesOf(model, walkers, labels, clashes);
  for (const isInTurn of [true, false]) {
    const placing = new Placing(parties, labels, clashes, random);
    const isWhole = placing.run(isInTurn);
    for (const [person, label] of placing.given()) clashes.give(person, label);
    if (isWhole && clashes.isWithout(walkers)) return true;
  }
  return false;
}

class Placing {
  readonly #parties: readonly Party[];
  readonly #clashes: Clashes;
  readonly #random: Random;
  /** Who of all parties, or NOWHERE for a place kept free. */
  readonly #person: Int32Array;
  readonly #partyOf: Int32Array;
  /** The first seat of each party. */
  readonly #first: Int32Array;
  /** By party, the pencil it has chosen. */
  readonly #pencil: (readonly number[])[];
  /** Seat by label and label by seat, or NOWHERE. */
  readonly #holder: Int32Array;
  readonly #label: Int32Array;
  /** In which search a label was last looked at. */
  readonly #seen: Int32Array;
  #searches = 0;
  #work = 0;

  constructor(parties: readonly Party[], labels: Labels, clashes: Clashes, random: Random) {
    this.#parties = parties;
    this.#clashes = clashes;
    this.#random = random;
    this.#person = Int32Array.from(parties.flatMap(({ people }) => people));
    this.#partyOf = Int32Array.from(parties.flatMap(({ people }, i) => people.map(() => i)));
    this.#first = new Int32Array(parties.length + 1);
    for (const [i, { people }] of parties.entries()) {
      this.#first[i + 1] = this.#first[i]! + people.length;
    }
    this.#pencil = parties.map(() => []);
    this.#holder = new Int32Array(labels.count).fill(NOWHERE);
    this.#label = new Int32Array(this.#person.length).fill(NOWHERE);
    this.#seen = new Int32Array(labels.count);
  }

  /** Person and label; those for whom none was found have any that is left. */
  given(): [person: number, label: number][] {
    const waiting: number[] = [];
    const free = [...this.#holder.keys()].filter((label) => this.#holder[label] === NOWHERE);
    for (const [seat, label] of this.#label.entries()) {
      if (label !== NOWHERE) continue;
      if (this.#person[seat] === NOWHERE) this.#keepFree(seat, free);
      else waiting.push(seat);
    }
    for (const seat of waiting) this.#give(seat, free.pop()!);
    return Array.from(this.#label, (label, seat): [number, number] => [
      this.#person[seat]!,
      label,
    ]).filter(([person]) => person !== NOWHERE);
  }

  /** A place of the last class for nobody, whose walker goes elsewhere where all are taken. */
  #keepFree(seat: number, free: number[]): void {
    const [places] = this.#parties[this.#partyOf[seat]!]!.pencils;
    const unheld = free.findIndex((label) => places!.includes(label));
    if (unheld >= 0) {
      this.#give(seat, free.splice(unheld, 1)[0]!);
      return;
    }
    const label = places!.find((one) => this.#person[this.#holder[one]!] !== NOWHERE)!;
    this.#give(this.#holder[label]!, free.pop()!);
    this.#give(seat, label);
  }

  /**
   * Places all parties, the largest first; false where that takes too long.
   *
   * @param isInTurn whether each takes the first of its pencils that has room, so that teams go to the
   *   same round that is not held as long as they fit there; else any.
   */
  run(isInTurn: boolean): boolean {
    const parties = this.#parties;
    const waiting = shuffled([...parties.keys()], this.#random).sort(
      (a, b) =>
        parties[a]!.people.length - parties[b]!.people.length ||
        parties[b]!.pencils[0]!.length - parties[a]!.pencils[0]!.length,
    );
    const most = Math.min(WORK.most, WORK.each * this.#holder.length);
    while (this.#work < most) {
      const party = waiting.pop();
      if (party === undefined) return true;
      if (!this.#place(party, isInTurn)) waiting.push(...this.#force(party));
    }
    return false;
  }

  #place(party: number, isInTurn: boolean): boolean {
    const { pencils } = this.#parties[party]!;
    const tried = isInTurn ? pencils : shuffled(pencils, this.#random);
    for (const pencil of tried.slice(0, PENCILS_MAX)) {
      this.#pencil[party] = pencil;
      let isPlaced = true;
      for (let seat = this.#first[party]!; seat < this.#first[party + 1]! && isPlaced; seat += 1) {
        this.#searches += 1;
        isPlaced = this.#find(seat);
      }
      if (isPlaced) return true;
      this.#release(party);
    }
    return false;
  }

  /** Finds a label for a seat, others taking other ones of their pencils. */
  #find(seat: number): boolean {
    const pencil = this.#pencil[this.#partyOf[seat]!]!;
    this.#work += pencil.length;
    for (const label of pencil) {
      if (this.#holder[label] === NOWHERE && this.#mayHave(seat, label)) {
        this.#give(seat, label);
        return true;
      }
    }
    for (const label of pencil) {
      if (this.#seen[label] === this.#searches || !this.#mayHave(seat, label)) continue;
      this.#seen[label] = this.#searches;
      const holder = this.#holder[label]!;
      if (!this.#find(holder)) continue;
      this.#give(seat, label);
      return true;
    }
    return false;
  }

  /** Gives a party any pencil; returns those who had to go. */
  #force(party: number): number[] {
    const { pencils } = this.#parties[party]!;
    const pencil = pencils[this.#random.below(pencils.length)]!;
    this.#pencil[party] = pencil;
    const gone: number[] = [];
    for (let seat = this.#first[party]!; seat < this.#first[party + 1]!; seat += 1) {
      this.#searches += 1;
      if (this.#find(seat)) continue;
      const others = pencil.filter(
        (label) => this.#partyOf[this.#holder[label]!] !== party && this.#mayHave(seat, label),
      );
      if (others.length === 0) {
        // Its own others are all there is: not this one.
        this.#release(party);
        return [...gone, party];
      }
      const label = others[this.#random.below(others.length)]!;
      const other = this.#partyOf[this.#holder[label]!]!;
      this.#release(other);
      gone.push(other);
      this.#give(seat, label);
    }
    return gone;
  }

  #mayHave(seat: number, label: number): boolean {
    const person = this.#person[seat]!;
    return person === NOWHERE || this.#clashes.isOpen(person, label);
  }

  #give(seat: number, label: number): void {
    this.#holder[label] = seat;
    this.#label[seat] = label;
  }

  #release(party: number): void {
    for (let seat = this.#first[party]!; seat < this.#first[party + 1]!; seat += 1) {
      const label = this.#label[seat]!;
      if (label !== NOWHERE) this.#holder[label] = NOWHERE;
      this.#label[seat] = NOWHERE;
    }
  }
}
