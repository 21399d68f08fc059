import { NOWHERE } from '../model.ts';
import type { PricedRounds } from './priced-rounds.ts';

/** Seats of one charge at most: two people in two rounds. */
const WIDTH = 4;

/** A pair that has met, or is of one team. */
const MET = 255;

/**
 * What seatings have to pay beyond their own prices: pairs that meet again, and people who come back
 * to a table though they need not. A charge has a few seats of people who can move, and is paid
 * where all of them are taken.
 *
 * A pair that met before the rounds to come, or of one team, wastes each time it sits together. Of
 * any other pair one round is chosen: a meeting in another one is wasted if it meets in this one too.
 */
export class Charges {
  /** What is given back, as every charge of n seats asks n − 1 times too often. */
  given = 0;
  readonly #rounds: PricedRounds;
  readonly #isFresh: Uint8Array;
  /** What a pair that meets again can be charged at most. */
  readonly #most: number;
  /** Cells (`round * people + person`) and columns at `charge * WIDTH + i`, NOWHERE behind the last. */
  readonly #cell: number[] = [];
  readonly #column: number[] = [];
  readonly #price: number[] = [];
  readonly #slope: number[] = [];
  readonly #limit: number[] = [];
  /** Seats of a charge that are not taken, where seatings were looked at last; charges by seat. */
  readonly #missed: number[] = [];
  /** Those that ask for something or could be raised. Most others, sooner or later, do neither. */
  readonly #live: number[] = [];
  readonly #isLive: boolean[] = [];
  readonly #at: Int32Array;
  readonly #bySeat: (number[] | undefined)[];
  readonly #known = new Set<number>();
  /**
   * By pair, at `a * people + b` with a > b: the round whose meeting is no waste, from 1 on; 0 for none
   * yet, MET where every meeting is waste. The first in which they sit side by side and cannot move, or
   * are told to, or were seen to.
   */
  readonly #first: Uint8Array;
  /** By pair: when they were seen to meet last, in the rounds of all searches so far. */
  readonly #seen: Int32Array;
  #searches = 0;
  readonly #here: number[][];

  constructor(rounds: PricedRounds, isFresh: Uint8Array, most: number) {
    const { people, tables } = rounds.model;
    this.#rounds = rounds;
    this.#isFresh = isFresh;
    this.#most = most;
    this.#at = rounds.at.slice();
    this.#bySeat = Array.from({ length: rounds.at.length * rounds.columns });
    this.#first = new Uint8Array(people * people);
    this.#seen = new Int32Array(people * people);
    this.#here = Array.from({ length: tables }, () => []);
    // Those who cannot move first: what they waste beside their first meeting is counted elsewhere.
    for (const columns of [
      rounds.told.map((at, cell) => (rounds.isFree[cell] === 1 ? NOWHERE : at)),
      rounds.told,
    ]) {
      for (let round = rounds.model.firstRound; round < rounds.model.rounds; round += 1) {
        this.#findFirst(columns, round);
      }
    }
  }

  /** How many are looked at each time. */
  get count(): number {
    return this.#live.length;
  }

  /** Adds what the cheapest seatings would have to pay and no charge asks for yet. */
  find(): void {
    this.#follow();
    const { firstRound, rounds, people, met } = this.#rounds.model;
    const begun = this.#searches * rounds + 1;
    this.#searches += 1;
    for (let round = firstRound; round < rounds; round += 1) {
      this.#gather(this.#rounds.at, round);
      for (let table = 0; table < this.#here.length; table += 1) {
        const list = this.#here[table]!;
        for (let i = 1; i < list.length; i += 1) {
          const row = list[i]! * people;
          for (let j = 0; j < i; j += 1) {
            const pair = row + list[j]!;
            const first = this.#first[pair]!;
            if (first === round + 1) continue;
            if (first === 0 && met[pair]! > 0) {
              this.#first[pair] = MET;
            } else if (first === 0) {
              const before = this.#seen[pair]! - begun;
              this.#seen[pair] = begun + round;
              if (before < 0) continue;
              this.#first[pair] = before + 1;
            }
            this.#meet(round, list[i]!, list[j]!, table);
          }
        }
      }
    }
    for (let person = 0; person < people; person += 1) {
      if (this.#isFresh[person] === 1) this.#findRepeats(person);
    }
  }

  /**
   * Which charges should be raised, as all their seats are taken, and which lowered, as more than one
   * is not; the sum of squares of by how much.
   */
  slopes(): number {
    this.#follow();
    const live = this.#live;
    let norm = 0;
    let kept = 0;
    for (let i = 0; i < live.length; i += 1) {
      const charge = live[i]!;
      const price = this.#price[charge]!;
      let slope = 1 - this.#missed[charge]!;
      if (price === 0 && slope < 1) {
        this.#isLive[charge] = false;
        continue;
      }
      if (slope > 0 && price === this.#limit[charge]) slope = 0;
      this.#slope[charge] = slope;
      norm += slope * slope;
      live[kept] = charge;
      kept += 1;
    }
    live.length = kept;
    return norm;
  }

  /** Counts anew what is missed of the charges on seats that were taken or left since the last time. */
  #follow(): void {
    const { at, columns } = this.#rounds;
    for (let cell = 0; cell < at.length; cell += 1) {
      const was = this.#at[cell]!;
      const now = at[cell]!;
      if (was === now) continue;
      this.#at[cell] = now;
      for (const charge of this.#bySeat[cell * columns + was] ?? []) this.#missed[charge]! += 1;
      for (const charge of this.#bySeat[cell * columns + now] ?? []) {
        this.#missed[charge]! -= 1;
        if (this.#missed[charge] === 0) this.#enliven(charge);
      }
    }
  }

  #enliven(charge: number): void {
    if (this.#isLive[charge]) return;
    this.#isLive[charge] = true;
    this.#live.push(charge);
  }

  /** How much is charged for each seat, at `cell * columns + column`, added to what is there. */
  addTo(charged: Int32Array, columns: number): void {
    for (const charge of this.#live) {
      const price = this.#price[charge]!;
      for (let i = charge * WIDTH; i < (charge + 1) * WIDTH; i += 1) {
        const cell = this.#cell[i]!;
        if (cell !== NOWHERE) charged[cell * columns + this.#column[i]!]! += price;
      }
    }
  }

  /** Raises and lowers the charges by so much for each of their slopes. */
  follow(step: number): void {
    for (const charge of this.#live) {
      const slope = this.#slope[charge]!;
      if (slope === 0) continue;
      const was = this.#price[charge]!;
      const price = Math.max(0, Math.min(this.#limit[charge]!, was + slope * step));
      const more = price - was;
      this.#price[charge] = price;
      this.given -= more;
      for (let i = charge * WIDTH; i < (charge + 1) * WIDTH; i += 1) {
        const cell = this.#cell[i]!;
        if (cell === NOWHERE) continue;
        this.given += more;
        this.#rounds.charge(cell, this.#column[i]!, more);
      }
    }
  }

  #meet(round: number, a: number, b: number, table: number): void {
    const { model, at, isFree } = this.#rounds;
    const { people, aside, tables } = model;
    const pair = a * people + b;
    const first = this.#first[pair] === MET ? NOWHERE : this.#first[pair]! - 1;
    let before = NOWHERE;
    if (first !== NOWHERE) {
      before = this.#tableOf(first * people + a);
      if (before === NOWHERE) return;
      if (before !== this.#tableOf(first * people + b)) return;
    } else if (isFree[round * people + a] === 0 && isFree[round * people + b] === 0) return;
    if (aside[pair] === 1 || this.#rounds.areHosts(a, b, table)) return;
    if (this.#rounds.isPaid(round, a, b)) return;
    const key =
      ((before + 1) * model.rounds * tables + round * tables + table) * people * people + pair;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    const cells = [round * people + a, round * people + b];
    const columns = cells.map((cell) => at[cell]!);
    if (first !== NOWHERE) {
      const both = [first * people + a, first * people + b];
      cells.push(...both);
      columns.push(...both.map((cell) => at[cell]!));
    }
    this.#add(cells, columns, this.#most);
  }

  #findRepeats(person: number): void {
    const { model, at } = this.#rounds;
    const { people, tables, rounds, firstRound } = model;
    for (let round = firstRound; round < rounds; round += 1) {
      const cell = round * people + person;
      const column = at[cell]!;
      if (column === NOWHERE || column >= tables || this.#isHosting(cell)) continue;
      for (let other = firstRound; other < round; other += 1) {
        const before = other * people + person;
        if (at[before] !== column || this.#isHosting(before)) continue;
        // Below zero, so that it is no pair's.
        const key = -((round * rounds + other) * tables + column) * people - person - 1;
        if (this.#known.has(key)) continue;
        this.#known.add(key);
        this.#add([cell, before], [column, column], Infinity);
      }
    }
  }

  /** Adds a charge of those of the seats that can be left. */
  #add(cells: readonly number[], columns: readonly number[], limit: number): void {
    const start = this.#price.length * WIDTH;
    let end = start;
    for (const [i, cell] of cells.entries()) {
      if (this.#rounds.isFree[cell] === 0) continue;
      this.#cell[end] = cell;
      this.#column[end] = columns[i]!;
      (this.#bySeat[cell * this.#rounds.columns + columns[i]!] ??= []).push(this.#price.length);
      end += 1;
    }
    if (end === start) return;
    for (; end < start + WIDTH; end += 1) this.#cell[end] = this.#column[end] = NOWHERE;
    this.#price.push(0);
    this.#missed.push(0);
    this.#slope.push(0);
    this.#limit.push(limit);
    this.#isLive.push(false);
    this.#enliven(this.#price.length - 1);
  }

  /** The table of a cell, whichever of its columns; NOWHERE where absent. */
  #tableOf(cell: number): number {
    const column = this.#rounds.at[cell]!;
    return column === NOWHERE ? NOWHERE : column % this.#rounds.model.tables;
  }

  /** Whether this is no visit: somebody must host. */
  #isHosting(cell: number): boolean {
    const { model, isFree } = this.#rounds;
    return model.hosts[cell] === 1 && isFree[cell] === 0;
  }

  #findFirst(columns: Int32Array, round: number): void {
    const { people, met } = this.#rounds.model;
    this.#gather(columns, round);
    for (const list of this.#here) {
      for (let i = 1; i < list.length; i += 1) {
        for (let j = 0; j < i; j += 1) {
          const pair = list[i]! * people + list[j]!;
          if (this.#first[pair] === 0 && met[pair] === 0) this.#first[pair] = round + 1;
        }
      }
    }
  }

  /** Who is at each table in a round, the later person after the earlier. */
  #gather(columns: Int32Array, round: number): void {
    const { people, tables } = this.#rounds.model;
    for (const list of this.#here) list.length = 0;
    for (let person = 0; person < people; person += 1) {
      const column = columns[round * people + person]!;
      if (column !== NOWHERE) this.#here[column % tables]!.push(person);
    }
  }
}
