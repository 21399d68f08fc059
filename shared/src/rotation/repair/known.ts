import { NOWHERE, type Model } from '../model.ts';
import type { Seats } from '../seats.ts';

/**
 * Whom people who move alone and are not bound would meet again at each table in one round: those
 * there whom they know or meet in another round. Where they sit, the others at their table.
 */
export class Known {
  /** Units of one who may sit anywhere. */
  readonly free: readonly number[];
  /** 1 by unit where it is among `free`. */
  readonly isFree: Uint8Array;
  /** At `unit * tables + table`. */
  readonly times: Int16Array;
  readonly #seats: Seats;
  readonly #round: number;
  /** The person of a free unit, by unit. */
  readonly #person: Int32Array;

  constructor(seats: Seats, round: number) {
    const { units, tables, people, members, pinned } = seats.model;
    this.#seats = seats;
    this.#round = round;
    this.isFree = new Uint8Array(units);
    this.#person = new Int32Array(units);
    const tableOf = new Int32Array(people).fill(NOWHERE);
    for (let unit = 0; unit < units; unit += 1) {
      const own = members[round * units + unit]!;
      for (const person of own) tableOf[person] = seats.at[round * units + unit]!;
      if (own.length !== 1 || pinned[round * units + unit] !== NOWHERE) continue;
      this.isFree[unit] = 1;
      this.#person[unit] = own[0]!;
    }
    this.free = Array.from(this.isFree.keys()).filter((unit) => this.isFree[unit] === 1);
    this.times = new Int16Array(units * tables);
    this.#countAll(tableOf);
  }

  /** Of all people only those are looked at whom somebody has met, or meets in another round. */
  #countAll(tableOf: Int32Array): void {
    const { model, met, at, here, size, width } = this.#seats;
    const { people, tables, units, rounds, firstRound, members, unitAt } = model;
    const before = metBefore(model);
    /** By person: for whom they were looked at last, from 1 on. */
    const looked = new Int32Array(people);
    for (const unit of this.free) {
      const person = this.#person[unit]!;
      const row = person * people;
      const own = tableOf[person]!;
      const look = (other: number): void => {
        if (looked[other] === unit + 1) return;
        looked[other] = unit + 1;
        const table = tableOf[other]!;
        // Who sits at one's table has met one in this very round.
        if (table !== NOWHERE && met[row + other]! > (table === own ? 1 : 0)) {
          this.times[unit * tables + table]! += 1;
        }
      };
      looked[person] = unit + 1;
      for (const other of before[person]!) look(other);
      for (let round = firstRound; round < rounds; round += 1) {
        const its = unitAt[round * people + person]!;
        const table = its === NOWHERE || round === this.#round ? NOWHERE : at[round * units + its]!;
        if (table === NOWHERE) continue;
        const cell = round * tables + table;
        for (let i = 0; i < size[cell]!; i += 1) {
          for (const other of members[round * units + here[cell * width + i]!]!) look(other);
        }
      }
    }
  }

  person(unit: number): number {
    return this.#person[unit]!;
  }

  table(unit: number): number {
    return this.#seats.at[this.#round * this.#seats.model.units + unit]!;
  }

  /** Counts anew at a table where somebody came or went. */
  count(table: number): void {
    const { model, here, size, width, met, at } = this.#seats;
    const { people, tables, units, members } = model;
    const cell = this.#round * tables + table;
    const row = this.#round * units;
    for (const unit of this.free) {
      const person = this.#person[unit]! * people;
      const own = at[row + unit] === table ? 1 : 0;
      let known = 0;
      for (let i = 0; i < size[cell]!; i += 1) {
        const other = here[cell * width + i]!;
        if (other === unit) continue;
        if (this.isFree[other] === 1) {
          if (met[person + this.#person[other]!]! > own) known += 1;
          continue;
        }
        for (const b of members[row + other]!) if (met[person + b]! > own) known += 1;
      }
      this.times[unit * tables + table] = known;
    }
  }

  /** 1 where a unit would see a table again that it sees in another round, or has seen. */
  seen(unit: number, table: number): 0 | 1 {
    const { model, visits } = this.#seats;
    if (!model.tablesCount) return 0;
    const times = visits[this.#person[unit]! * model.tables + table]!;
    return times > (this.table(unit) === table ? 1 : 0) ? 1 : 0;
  }

  /** 1 where sitting at a table is not what a unit was told. */
  changed(unit: number, table: number): 0 | 1 {
    const { told, people } = this.#seats.model;
    const was = told[this.#round * people + this.#person[unit]!]!;
    return was !== NOWHERE && was !== table ? 1 : 0;
  }
}

const metBeforeByModel = new WeakMap<Model, readonly Int32Array[]>();

/** By person: whom they have met before the rounds to come, and their team-mates. */
function metBefore(model: Model): readonly Int32Array[] {
  const known = metBeforeByModel.get(model);
  if (known !== undefined) return known;
  const { people, met } = model;
  const row = new Int32Array(people);
  const lists = Array.from({ length: people }, (_, person) => {
    let count = 0;
    for (let other = 0, pair = person * people; other < people; other += 1, pair += 1) {
      if (met[pair] === 0) continue;
      row[count] = other;
      count += 1;
    }
    return row.slice(0, count);
  });
  metBeforeByModel.set(model, lists);
  return lists;
}
