/**
 * Which tables everybody gets, wished for or not, such that no other choice honours the wishes better,
 * nobody comes to a table twice, and tables are as even over the day as that allows.
 *
 * The flow of wishes comes first, then every visit that is left goes to an emptiest table. Then chains
 * are looked for in which one leaves a fuller table for another, somebody leaves that one for a third,
 * and so on to an emptier one, while all that the wishes lose on the way is won on it too: the
 * shortest way in the residual graph of a min-cost flow, where all wishes cost more than any load.
 * When there is none left the choice is the best there is. Of one's wishes the first counts most and
 * each next one less, so two steps of one person on a way are never better than one: ways with fewer
 * steps are taken first.
 */
import { honoured, type WishRoom } from './wish-flow.ts';

export interface EvenRoom extends WishRoom {
  /** 1 at `person * tables + table` where somebody cannot go or has been. */
  readonly closed: Uint8Array;
  /** By table, the people who sit there anyhow when its next visitor comes, the fewest first. */
  readonly levels: readonly (readonly number[])[];
}

export interface EvenChoice {
  /** By person, in no order. */
  readonly wished: readonly (readonly number[])[];
  readonly others: readonly (readonly number[])[];
  /** Whether this is proven to be the most even. */
  readonly isEvenest: boolean;
  /** The pairs at tables that these visits add at least. */
  readonly pairs: number;
}

/** Steps of ways looked at before the choice is taken as it is. */
const WORK_MAX = 30_000_000;

export function evenlyHonoured(room: EvenRoom): EvenChoice {
  const choice = new Choice(room);
  choice.fillUp();
  let isEvenest = false;
  while (choice.work < WORK_MAX && !isEvenest) isEvenest = !choice.even();
  return choice.result(isEvenest);
}

const NOBODY = -1;

class Choice {
  work = 0;
  readonly #room: EvenRoom;
  readonly #tables: number;
  readonly #wished: number[][];
  readonly #others: number[][];
  readonly #visitors: number[][];
  /** At `person * tables + table`: 1 where somebody goes there. */
  readonly #goes: Uint8Array;
  /** At `person * tables + table`, what the wish is worth; 0 for none. */
  readonly #worth: Int32Array;
  /** Above what ranks can be worth together; and above what loads can. */
  readonly #step: number;
  readonly #wish: number;
  readonly #longest: number;
  /** At `from * tables + to`: who loses least by changing from one to the other, and what that costs. */
  readonly #mover: Int32Array;
  readonly #cost: Float64Array;

  constructor(room: EvenRoom) {
    const people = room.wishes.length;
    const tables = room.seats.length;
    this.#room = room;
    this.#tables = tables;
    this.#wished = honoured(room);
    this.#others = room.wishes.map(() => []);
    this.#visitors = room.seats.map(() => []);
    this.#goes = new Uint8Array(people * tables);
    this.#worth = new Int32Array(people * tables);
    let worth = 1;
    let longest = 0;
    for (const [person, list] of room.wishes.entries()) {
      for (const wish of list) {
        this.#worth[person * tables + wish.table] = wish.worth;
        worth = Math.max(worth, wish.worth);
      }
      longest = Math.max(longest, room.had[person]! + list.length);
    }
    this.#longest = longest;
    // A way has no more steps than there are tables.
    this.#step = 1 + 2 * worth * tables;
    this.#wish = 1 + 2 * room.levels.reduce((most, own) => Math.max(most, own.at(-1) ?? 0), 0);
    this.#mover = new Int32Array(tables * tables).fill(NOBODY);
    this.#cost = new Float64Array(tables * tables);
    for (const [person, own] of this.#wished.entries()) {
      for (const table of own) this.#enter(person, table);
    }
  }

  /** Each visit without a wish goes to the emptiest table, one of everybody in turn. */
  fillUp(): void {
    const { visits, closed } = this.#room;
    const most = visits.reduce((all, own) => Math.max(all, own), 0);
    for (let visit = 1; visit <= most; visit += 1) {
      for (const [person, own] of this.#others.entries()) {
        if (visit > visits[person]! || this.#wished[person]!.length + own.length >= visit) continue;
        let best = NOBODY;
        for (let table = 0; table < this.#tables; table += 1) {
          const at = person * this.#tables + table;
          if (this.#goes[at] === 1 || closed[at] === 1 || this.#worth[at]! > 0) continue;
          if (!this.#hasSeat(table)) continue;
          if (best === NOBODY || this.#next(table) < this.#next(best)) best = table;
        }
        if (best === NOBODY) continue;
        own.push(best);
        this.#enter(person, best);
      }
    }
    for (let table = 0; table < this.#tables; table += 1) this.#lookFrom(table);
  }

  /** Makes tables more even along the best way there is; false where there is none. */
  even(): boolean {
    const tables = this.#tables;
    const cost = new Float64Array(tables);
    const steps = new Int32Array(tables);
    const from = new Int32Array(tables).fill(NOBODY);
    for (let table = 0; table < tables; table += 1) {
      const count = this.#visitors[table]!.length;
      cost[table] = count > 0 ? -this.#room.levels[table]![count - 1]! : Infinity;
    }
    for (let isChanging = true, round = 0; isChanging && round < tables; round += 1) {
      isChanging = false;
      for (let one = 0; one < tables; one += 1) {
        if (cost[one] === Infinity) continue;
        this.work += tables;
        for (let to = 0; to < tables; to += 1) {
          const edge = one * tables + to;
          if (this.#mover[edge] === NOBODY) continue;
          const now = cost[one]! + this.#cost[edge]!;
          if (now > cost[to]! || (now === cost[to]! && steps[one]! + 1 >= steps[to]!)) continue;
          cost[to] = now;
          steps[to] = steps[one]! + 1;
          from[to] = one;
          isChanging = true;
        }
      }
    }
    let end = NOBODY;
    let least = 0;
    for (let table = 0; table < tables; table += 1) {
      if (from[table] === NOBODY || !this.#hasSeat(table)) continue;
      const all = cost[table]! + this.#next(table);
      const isShorter = end !== NOBODY && steps[table]! < steps[end]!;
      if (all > least || (all === least && !isShorter)) continue;
      least = all;
      end = table;
    }
    if (end === NOBODY) return false;
    this.#walk(from, end);
    return true;
  }

  result(isEvenest: boolean): EvenChoice {
    const { levels, visits } = this.#room;
    let all = 0;
    for (const [table, own] of this.#visitors.entries()) {
      for (let i = 0; i < own.length; i += 1) all += levels[table]![i]!;
    }
    const isWhole = visits.every(
      (own, person) => this.#wished[person]!.length + this.#others[person]!.length === own,
    );
    return {
      wished: this.#wished,
      others: this.#others,
      isEvenest: isEvenest && isWhole,
      pairs: all,
    };
  }

  #walk(from: Int32Array, end: number): void {
    const changed = new Set<number>();
    const moves: [person: number, from: number, to: number][] = [];
    for (let to = end; from[to] !== NOBODY; to = from[to]!) {
      moves.push([this.#mover[from[to]! * this.#tables + to]!, from[to]!, to]);
      if (moves.length > this.#tables) throw new Error('A way comes back to itself.');
    }
    for (const [person, one, to] of moves) {
      this.#leave(person, one);
      (this.#worthOf(person, to) > 0 ? this.#wished : this.#others)[person]!.push(to);
      this.#enter(person, to);
      for (const own of [this.#wished, this.#others]) {
        for (const table of own[person]!) changed.add(table);
      }
      changed.add(one);
    }
    for (const table of changed) this.#lookFrom(table);
  }

  #worthOf(person: number, table: number): number {
    return this.#worth[person * this.#tables + table]!;
  }

  #enter(person: number, table: number): void {
    this.#visitors[table]!.push(person);
    this.#goes[person * this.#tables + table] = 1;
  }

  #leave(person: number, table: number): void {
    for (const list of [this.#wished[person]!, this.#others[person]!]) {
      const at = list.indexOf(table);
      if (at >= 0) list.splice(at, 1);
    }
    const visitors = this.#visitors[table]!;
    visitors.splice(visitors.indexOf(person), 1);
    this.#goes[person * this.#tables + table] = 0;
  }

  #hasSeat(table: number): boolean {
    return this.#visitors[table]!.length < this.#room.seats[table]!;
  }

  #next(table: number): number {
    return this.#room.levels[table]![this.#visitors[table]!.length] ?? Infinity;
  }

  /** Who would change from a table to each other one. */
  #lookFrom(table: number): void {
    const tables = this.#tables;
    const { closed, had } = this.#room;
    this.#mover.fill(NOBODY, table * tables, (table + 1) * tables);
    for (const person of this.#visitors[table]!) {
      const honouredNow = had[person]! + this.#wished[person]!.length;
      // What the last of one's wishes counts, and what one more would.
      const last = (this.#longest - honouredNow + 1) * this.#step;
      const more = (this.#longest - honouredNow) * this.#step;
      const own = this.#worthOf(person, table);
      this.work += tables;
      for (let to = 0; to < tables; to += 1) {
        const at = person * tables + to;
        const worth = this.#worth[at]!;
        if (to === table || this.#goes[at] === 1) continue;
        if (worth === 0 && closed[at] === 1) continue;
        let cost = own - worth;
        if (own > 0 && worth === 0) cost += last;
        if (own === 0 && worth > 0) cost -= more;
        const edge = table * tables + to;
        if (this.#mover[edge] !== NOBODY && this.#cost[edge]! <= cost * this.#wish) continue;
        this.#mover[edge] = person;
        this.#cost[edge] = cost * this.#wish;
      }
    }
  }
}
