import { NOWHERE, type Model } from '../model.ts';
import type { GroupedRound } from './grouped-round.ts';
import { metGroups } from './met-groups.ts';
import { RelaxedRound } from './relaxed-round.ts';
import { NEVER, type Relaxed } from './relaxed-seats.ts';
import { withoutRepeats, type Among } from './repair-bound.ts';

/** Parts of one in which prices are counted. */
export const PARTS = 64;

/** So far below an empty table that the chairs of hosts are filled first. */
const FILLED_FIRST = -(2 ** 10);

/** What a seat costs that is not the told one; and a pair of a group, 0 where there are no groups. */
export interface SeatPrices {
  readonly change: number;
  readonly pair: number;
}

/** What seating everybody anew takes where groups pay, compared with where nobody minds whom they meet. */
const GROUPED_WORK = 2;

/**
 * The rounds still to come, each by itself and everybody alone, with a price on every seat. A seat
 * other than the told one costs `change`; more can be charged, and the seatings are then the
 * cheapest at these prices. Where groups of whom all have met pay for their pairs, nothing need be
 * charged for these.
 *
 * Where a relay's hosts are still to choose, every table is two *columns*: its own number for
 * visitors, and `tables` more for as many hosts as it needs, who are of its own team.
 */
export class PricedRounds {
  readonly model: Model;
  /** At `round * people + person`: the column where somebody sits who cannot move, or was told to. */
  readonly told: Int32Array;
  /** At `round * people + person`: 1 for whoever can move. */
  readonly isFree: Uint8Array;
  /** Seats of people who cannot move and were told otherwise. */
  readonly pinnedChanges: number;
  /** The price of all rounds' seatings. */
  cost = 0;
  /** The column by `round * people + person` in the cheapest seatings; NOWHERE where absent. */
  readonly at: Int32Array;
  readonly #rounds: Priced[] = [];
  readonly #mover: Int32Array;
  /** Whether groups pay for their pairs in any round. */
  hasGroups = false;
  /** At `round * people + person`: the group that pays for its pairs, NOWHERE for none. */
  readonly #group: Int32Array;
  /** Tables, or twice as many where hosts are still to choose. */
  readonly columns: number;
  readonly #isEven: boolean;
  readonly #home: Int32Array;

  constructor(model: Model, among: Among, anyHosts: boolean, prices: SeatPrices) {
    const { people, rounds, tables, tableIds, instance } = model;
    this.model = model;
    this.columns = anyHosts ? 2 * tables : tables;
    this.#isEven = among.even;
    this.told = new Int32Array(rounds * people).fill(NOWHERE);
    this.at = new Int32Array(rounds * people).fill(NOWHERE);
    this.#group = new Int32Array(rounds * people).fill(NOWHERE);
    this.isFree = new Uint8Array(rounds * people);
    this.#mover = new Int32Array(rounds * people);
    this.#home = Int32Array.from(instance.people, ({ home }) =>
      anyHosts && home !== undefined ? tableIds.indexOf(home) : NOWHERE,
    );
    const isFresh = among.distinct ? withoutRepeats(model) : new Uint8Array(people);
    let pinnedChanges = 0;
    for (let round = model.firstRound; round < rounds; round += 1) {
      pinnedChanges += this.#begin(round, isFresh, anyHosts, prices);
    }
    this.pinnedChanges = pinnedChanges;
    this.solve();
  }

  /** The column of a table for a person: hosts and visitors have chairs of their own. */
  column(person: number, table: number): number {
    return this.#home[person] === table ? this.model.tables + table : table;
  }

  /** What seating everybody anew takes, in persons × tables × rounds. */
  get work(): number {
    const { people, rounds, firstRound } = this.model;
    const all = people * this.columns * (rounds - firstRound);
    return this.hasGroups ? GROUPED_WORK * all : all;
  }

  /** Whether a pair is of one group that pays for it. */
  isPaid(round: number, person: number, other: number): boolean {
    const row = round * this.model.people;
    const group = this.#group[row + person]!;
    return group !== NOWHERE && group === this.#group[row + other];
  }

  /** Whether both would be hosts of their own table. */
  areHosts(person: number, other: number, table: number): boolean {
    return this.#home[person] === table && this.#home[other] === table;
  }

  /** The table by `round * people + person` in the cheapest seatings; NOWHERE where absent. */
  tables(): Int32Array {
    const { tables } = this.model;
    return this.at.map((column) => (column === NOWHERE ? NOWHERE : column % tables));
  }

  /** Who would host in the cheapest seatings, by round. */
  hosts(): ReadonlySet<number>[] {
    const { rounds, people, tables } = this.model;
    return Array.from({ length: rounds }, (_, round) => {
      const at = this.at.subarray(round * people, (round + 1) * people);
      return new Set([...at.keys()].filter((person) => at[person]! >= tables));
    });
  }

  /** Charges more for a seat of somebody who can move, in the cell `round * people + person`. */
  charge(cell: number, column: number, more: number): void {
    const { people, firstRound } = this.model;
    const priced = this.#rounds[Math.floor(cell / people) - firstRound]!;
    const seat = this.#mover[cell]! * this.columns + column;
    if (priced.price[seat] === NEVER) return;
    priced.price[seat]! += more;
    priced.flow.reprice(this.#mover[cell]!);
    priced.isStale = true;
  }

  /** Seats everybody as cheaply as the prices allow. */
  solve(): void {
    const { firstRound, people } = this.model;
    this.cost = 0;
    for (const [i, priced] of this.#rounds.entries()) {
      const { flow, movers } = priced;
      if (priced.isStale) {
        flow.solve();
        priced.isStale = false;
        const row = (firstRound + i) * people;
        for (let j = 0; j < movers.length; j += 1) this.at[row + movers[j]!] = flow.at(j);
      }
      this.cost += flow.cost;
    }
  }

  /** Sets up a round; how many who cannot move were told otherwise. */
  #begin(round: number, isFresh: Uint8Array, anyHosts: boolean, prices: SeatPrices): number {
    const { model, told } = this;
    const { people, tables, cap, units, unitAt, pinned, hosts, instance } = model;
    const { forbidden, visits } = model;
    const chairs = new Int32Array(tables);
    const bound = new Int32Array(this.columns);
    const movers: number[] = [];
    let changes = 0;
    for (let person = 0; person < people; person += 1) {
      const cell = round * people + person;
      const unit = unitAt[cell]!;
      if (unit === NOWHERE) continue;
      const pin = pinned[round * units + unit]!;
      const was = model.told[cell]!;
      if (anyHosts && hosts[cell] === 1) chairs[pin]! += 1;
      const isBound =
        pin !== NOWHERE && (!anyHosts || instance.people[person]!.fixed !== undefined);
      if (!isBound) {
        this.isFree[cell] = 1;
        this.#mover[cell] = movers.length;
        movers.push(person);
        continue;
      }
      told[cell] = this.at[cell] = this.column(person, pin);
      bound[told[cell]]! += 1;
      if (was !== NOWHERE && was !== pin) changes += 1;
    }
    const caps = new Int32Array(this.columns);
    for (let table = 0; table < tables; table += 1) {
      caps[table] = cap[table]!;
      if (!anyHosts) continue;
      caps[tables + table] = FILLED_FIRST + chairs[table]!;
      bound[tables + table]! += FILLED_FIRST;
      // The hosts' chairs are taken, whoever has them: so even are the tables as a whole.
      bound[table]! += chairs[table]!;
    }
    const price = new Int32Array(movers.length * this.columns).fill(NEVER);
    const wish = new Int32Array(movers.length).fill(NOWHERE);
    for (const [i, person] of movers.entries()) {
      const cell = round * people + person;
      const was = model.told[cell]!;
      const home = this.#home[person]!;
      const isNew = isFresh[person] === 1;
      const own = unitAt[cell]! * tables;
      for (let table = 0; table < tables; table += 1) {
        const isHome = home === table;
        if (!isHome && isNew && visits[person * tables + table]! > 0) continue;
        if (!anyHosts && forbidden[own + table] === 1) continue;
        const column = isHome ? tables + table : table;
        price[i * this.columns + column] = was === NOWHERE || was === table ? 0 : prices.change;
        if (was === table) told[cell] = wish[i] = column;
      }
    }
    const relaxed = {
      tables: this.columns,
      cap: caps,
      bound,
      told: wish,
      price,
      isEven: this.#isEven,
    };
    this.#rounds.push({
      price,
      movers,
      flow: this.#flow(round, relaxed, movers, prices),
      isStale: true,
    });
    return changes;
  }

  /** The seating of a round, with groups where they make it dearer. */
  #flow(
    round: number,
    relaxed: Relaxed,
    movers: readonly number[],
    { pair }: SeatPrices,
  ): RelaxedRound | GroupedRound {
    const plain = new RelaxedRound(relaxed);
    if (pair === 0) return plain;
    const { people } = this.model;
    const row = round * people;
    const sits = this.told
      .subarray(row, row + people)
      .map((at, person) => (this.isFree[row + person] === 1 ? NOWHERE : at));
    const groups = metGroups(this.model, relaxed, movers, sits, pair);
    if (groups === null || groups.flow.cost === plain.cost) return plain;
    this.#group.set(groups.of, row);
    this.hasGroups = true;
    return groups.flow;
  }
}

/** A round under way. */
interface Priced {
  readonly price: Int32Array;
  /** Who can move. */
  readonly movers: readonly number[];
  readonly flow: RelaxedRound | GroupedRound;
  /** Whether prices changed since it was seated. */
  isStale: boolean;
}
