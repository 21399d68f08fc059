import { pairs } from '../even.ts';
import { NOWHERE, type Model } from '../model.ts';
import type { Seats } from '../seats.ts';

/** More than anything can be worth: what a rule forbids is never taken. */
const FORBIDDEN = 1 << 20;

/** Stands in `met` beside the meetings of two who must stay apart. */
const APART = 128;

/** What sitting with somebody costs, by the entry in `met`: those who met are no new acquaintance. */
const COST = Int32Array.from({ length: 256 }, (_, met) =>
  met >= APART ? FORBIDDEN : met > 0 ? 1 : 0,
);

/**
 * A rotation under way, person by person, with the *price* of every seat: what it costs that a
 * person sits at a table in a round, all else as it is. Knowing all prices, an exchange is judged by
 * looking at four of them; `move` keeps them true. Most exchanges looked at are not made, so this is
 * many times faster than counting at the tables.
 */
export class Ledger {
  readonly model: Model;
  /** Table at `round * people + person`, or NOWHERE. */
  readonly at: Int32Array;
  /** People at `(round * tables + table) * width + i`, for i below `load`. */
  readonly here: Int32Array;
  readonly width: number;
  /** People at `round * tables + table`. */
  readonly load: Int32Array;
  /**
   * Price at `(round * tables + table) * people + person`: people there the person has met in another
   * round, the weight of a table seen in another round, and 1 where something else was told. People
   * of the same unit are not counted.
   */
  readonly price: Int32Array;
  tableRepeats: number;
  changed: number;
  waste: number;
  meetings: number;
  imbalance: number;
  /** Where in `here` a person is, at `round * people + person`. */
  readonly #slot: Int32Array;
  /** As in `Seats`, with APART added. */
  readonly #met: Uint8Array;
  readonly #visits: Uint8Array;
  /** Whether anybody moves with others: then some pairs at a table are not counted. */
  readonly #hasGroups: boolean;
  #repeatWeight = 0;

  constructor(seats: Seats) {
    const { model } = seats;
    const { rounds, firstRound, tables, people, unitAt, units, members } = model;
    this.model = model;
    let largest = 1;
    for (const { length } of members) largest = Math.max(largest, length);
    this.#hasGroups = largest > 1;
    this.at = new Int32Array(rounds * people).fill(NOWHERE);
    // A group may come before those leave who make room for it.
    this.width = largest + model.cap.reduce((most, cap) => Math.max(most, cap), 0);
    this.here = new Int32Array(rounds * tables * this.width);
    this.load = new Int32Array(rounds * tables);
    this.price = new Int32Array(rounds * tables * people);
    this.#slot = new Int32Array(rounds * people);
    this.#met = seats.met.slice();
    this.#visits = seats.visits.slice();
    this.tableRepeats = seats.tableRepeats;
    this.changed = seats.changed;
    this.waste = seats.waste;
    this.meetings = seats.meetings;
    this.imbalance = seats.imbalance;
    for (let round = firstRound; round < rounds; round += 1) {
      for (let person = 0; person < people; person += 1) {
        const unit = unitAt[round * people + person]!;
        if (unit !== NOWHERE) this.#place(round, person, seats.at[round * units + unit]!);
      }
    }
    this.#markApart();
    this.#priceAll();
  }

  /** What a repeated table weighs against waste. */
  set repeatWeight(weight: number) {
    const { rounds, firstRound, tables, people, tablesCount } = this.model;
    const by = weight - this.#repeatWeight;
    this.#repeatWeight = weight;
    if (!tablesCount || by === 0) return;
    for (let round = firstRound; round < rounds; round += 1) {
      for (let person = 0; person < people; person += 1) {
        for (let table = 0; table < tables; table += 1) {
          const own = this.#isVisit(round, person, table) ? 1 : 0;
          if (this.#visits[person * tables + table]! > own) {
            this.price[(round * tables + table) * people + person]! += by;
          }
        }
      }
    }
  }

  /** The price of a pair that sits together in none of the rounds looked at. */
  costOfPair(a: number, b: number): number {
    return COST[this.#met[a * this.model.people + b]!]!;
  }

  /** The price of a pair that sits together, were it not for this. */
  costOfPairHere(a: number, b: number): number {
    return COST[this.#met[a * this.model.people + b]! - 1]!;
  }

  /** What changes when a pair meets so many times more, or less where below zero. */
  costOfMeeting(a: number, b: number, more: number): number {
    const met = this.#met[a * this.model.people + b]!;
    if (met >= APART) return more > 0 ? FORBIDDEN : 0;
    return Math.max(0, met + more - 1) - Math.max(0, met - 1);
  }

  /** Moves a person to another table, whatever it costs and whether there is a chair or not. */
  move(round: number, person: number, to: number): void {
    const { tables, people, told } = this.model;
    const from = this.at[round * people + person]!;
    const met = this.#met;
    const price = this.price;
    this.#meetAll(round, person, from, -1);
    this.#remove(round, person, from);
    const left = (round * tables + from) * people;
    const joined = (round * tables + to) * people;
    const row = person * people;
    for (let other = 0; other < people; other += 1) {
      const cost = COST[met[row + other]!]!;
      if (cost === 0) continue;
      price[left + other]! -= cost;
      price[joined + other]! += cost;
    }
    if (this.#hasGroups) this.#spareUnit(round, person, left, joined);
    this.#visit(round, person, from, -1);
    this.#meetAll(round, person, to, 1);
    this.#place(round, person, to);
    this.#visit(round, person, to, 1);
    this.imbalance += this.load[round * tables + to]! - 1 - this.load[round * tables + from]!;
    const was = told[round * people + person]!;
    if (was !== NOWHERE) this.changed += (was === to ? 0 : 1) - (was === from ? 0 : 1);
  }

  #place(round: number, person: number, table: number): void {
    const { tables, people } = this.model;
    const cell = round * tables + table;
    const count = this.load[cell]!;
    this.here[cell * this.width + count] = person;
    this.#slot[round * people + person] = count;
    this.load[cell] = count + 1;
    this.at[round * people + person] = table;
  }

  #remove(round: number, person: number, table: number): void {
    const { tables, people } = this.model;
    const cell = round * tables + table;
    const last = this.load[cell]! - 1;
    const slot = this.#slot[round * people + person]!;
    const moved = this.here[cell * this.width + last]!;
    this.here[cell * this.width + slot] = moved;
    this.#slot[round * people + moved] = slot;
    this.load[cell] = last;
    this.at[round * people + person] = NOWHERE;
  }

  #meetAll(round: number, person: number, table: number, by: 1 | -1): void {
    const { tables, people, unitAt } = this.model;
    const cell = round * tables + table;
    const first = cell * this.width;
    const end = first + this.load[cell]!;
    const unit = unitAt[round * people + person]!;
    for (let i = first; i < end; i += 1) {
      const other = this.here[i]!;
      if (other === person) continue;
      if (this.#hasGroups && unitAt[round * people + other] === unit) continue;
      this.#meet(round, person, other, by);
    }
  }

  /** Two people meet once more (1) or once less (−1) in a round, which changes prices in others. */
  #meet(round: number, a: number, b: number, by: 1 | -1): void {
    const { rounds, firstRound, tables, people } = this.model;
    const met = this.#met;
    const times = met[a * people + b]!;
    met[a * people + b] = met[b * people + a] = times + by;
    const more = by === 1 ? times + 1 : times;
    if (more > 1) this.waste += by;
    this.meetings += by * (more - 1);
    if (more > 2) return;
    const { at, price } = this;
    for (let other = firstRound; other < rounds; other += 1) {
      if (other === round) continue;
      const atA = at[other * people + a]!;
      const atB = at[other * people + b]!;
      // Where they sit together that meeting is not counted, so it takes one more to be known.
      if ((atA === atB) !== (more === 2)) continue;
      if (more === 2 && this.#areOne(other, a, b)) continue;
      if (atB !== NOWHERE) price[(other * tables + atB) * people + a]! += by;
      if (atA !== NOWHERE) price[(other * tables + atA) * people + b]! += by;
    }
  }

  #areOne(round: number, a: number, b: number): boolean {
    const { people, unitAt } = this.model;
    return unitAt[round * people + a] === unitAt[round * people + b];
  }

  /** Undoes what the column of a mover charged those who move along. */
  #spareUnit(round: number, person: number, left: number, joined: number): void {
    const { people, unitAt, units, members } = this.model;
    const unit = unitAt[round * people + person]!;
    for (const other of members[round * units + unit]!) {
      const cost = COST[this.#met[person * people + other]!]!;
      if (other === person || cost === 0) continue;
      this.price[left + other]! += cost;
      this.price[joined + other]! -= cost;
    }
  }

  #isVisit(round: number, person: number, table: number): boolean {
    const at = round * this.model.people + person;
    return this.at[at] === table && this.model.hosts[at] === 0;
  }

  /** A visit more or less, which changes prices in other rounds. */
  #visit(round: number, person: number, table: number, by: 1 | -1): void {
    const { rounds, firstRound, tables, people, tablesCount } = this.model;
    const times = this.#visits[person * tables + table]!;
    this.#visits[person * tables + table] = times + by;
    if (!tablesCount) return;
    const more = by === 1 ? times + 1 : times;
    if (more > 1) this.tableRepeats += by;
    if (more > 2) return;
    for (let other = firstRound; other < rounds; other += 1) {
      if (other === round || this.#isVisit(other, person, table) !== (more === 2)) continue;
      this.price[(other * tables + table) * people + person]! += by * this.#repeatWeight;
    }
  }

  #markApart(): void {
    const { people, personIds, instance } = this.model;
    const index = new Map(personIds.map((id, i) => [id, i]));
    for (const [one, other] of instance.apart ?? []) {
      const a = index.get(one)!;
      const b = index.get(other)!;
      this.#met[a * people + b]! |= APART;
      this.#met[b * people + a]! |= APART;
    }
  }

  #priceAll(): void {
    const { rounds, firstRound, tables, people, unitAt, told, forbidden } = this.model;
    for (let round = firstRound; round < rounds; round += 1) {
      for (let person = 0; person < people; person += 1) {
        const unit = unitAt[round * people + person]!;
        if (unit === NOWHERE) continue;
        const table = this.at[round * people + person]!;
        const first = (round * tables + table) * people;
        for (let other = 0; other < people; other += 1) {
          if (other === person || unitAt[round * people + other] === unit) continue;
          const isHere = this.at[round * people + other] === table;
          this.price[first + other]! += isHere
            ? this.costOfPairHere(person, other)
            : this.costOfPair(person, other);
        }
        const was = told[round * people + person]!;
        for (let to = 0; to < tables; to += 1) {
          const cell = (round * tables + to) * people + person;
          if (was !== NOWHERE && was !== to) this.price[cell]! += 1;
          if (forbidden[unit * tables + to] === 1) this.price[cell]! += FORBIDDEN;
        }
      }
    }
  }

  /** Pairs at a table, more or less, when so many come (or go, below zero). */
  loadPairsChange(round: number, table: number, come: number): number {
    const load = this.load[round * this.model.tables + table]!;
    return pairs(load + come) - pairs(load);
  }
}
