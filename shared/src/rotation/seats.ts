import { evenLoads, pairs } from './even.ts';
import type { Schedule, Worth } from './instance.ts';
import { NOWHERE, type Model } from './model.ts';

/**
 * A rotation under way: who sits where, with the counts that make its worth, kept up to date by
 * `sit` and `leave` in time proportional to a table. The planner's parts read its arrays directly;
 * only the two methods write them.
 */
export class Seats {
  readonly model: Model;
  /** Table at `round * units + unit`, or NOWHERE. */
  readonly at: Int32Array;
  /** People at `round * tables + table`. */
  readonly load: Int32Array;
  /** Units at `(round * tables + table) * width + i`, for i below `size`. */
  readonly here: Int32Array;
  readonly width: number;
  /** Units at `round * tables + table`. */
  readonly size: Int32Array;
  /** Where in `here` a unit is, at `round * units + unit`. */
  readonly #slot: Int32Array;
  /** Meetings of a pair, plus one for team-mates, at `a * people + b`, both ways. */
  readonly met: Uint8Array;
  /** Visits, plus one for an avoided home table, at `person * tables + table`. */
  readonly visits: Uint8Array;
  tableRepeats = 0;
  changed = 0;
  waste = 0;
  meetings = 0;
  /** Σ C(load, 2). */
  loadPairs = 0;
  /** The least that `loadPairs` can be. */
  readonly evenLoadPairs: number;

  constructor(model: Model) {
    this.model = model;
    const { rounds, units, tables } = model;
    this.at = new Int32Array(rounds * units).fill(NOWHERE);
    this.load = new Int32Array(rounds * tables);
    const begun = begunOf(model);
    this.width = begun.width;
    this.here = new Int32Array(rounds * tables * this.width);
    this.size = new Int32Array(rounds * tables);
    this.#slot = new Int32Array(rounds * units);
    this.met = model.met.slice();
    this.visits = model.visits.slice();
    this.evenLoadPairs = begun.evenLoadPairs;
    this.waste = begun.waste;
    this.meetings = begun.meetings;
    this.tableRepeats = begun.tableRepeats;
  }

  /** Everybody where `at` (as in `Seats.at`) has them. */
  static of(model: Model, at: Int32Array): Seats {
    const seats = new Seats(model);
    for (let round = model.firstRound; round < model.rounds; round += 1) {
      for (let unit = 0; unit < model.units; unit += 1) {
        const table = at[round * model.units + unit]!;
        if (table !== NOWHERE) seats.sit(round, unit, table);
      }
    }
    return seats;
  }

  get imbalance(): number {
    return this.loadPairs - this.evenLoadPairs;
  }

  /** Seats a unit that sits nowhere in this round. Capacity and hard rules are the caller's. */
  sit(round: number, unit: number, table: number): void {
    const { model } = this;
    const cell = round * model.tables + table;
    const count = this.size[cell]!;
    for (let i = 0; i < count; i += 1) {
      this.#meet(round, unit, this.here[cell * this.width + i]!, 1);
    }
    this.here[cell * this.width + count] = unit;
    this.#slot[round * model.units + unit] = count;
    this.size[cell] = count + 1;
    this.at[round * model.units + unit] = table;
    this.#visit(round, unit, table, 1);
  }

  /** Takes a seated unit away from its table in this round. */
  leave(round: number, unit: number): void {
    const { model } = this;
    const table = this.at[round * model.units + unit]!;
    const cell = round * model.tables + table;
    const last = this.size[cell]! - 1;
    const slot = this.#slot[round * model.units + unit]!;
    const moved = this.here[cell * this.width + last]!;
    this.here[cell * this.width + slot] = moved;
    this.#slot[round * model.units + moved] = slot;
    this.size[cell] = last;
    this.at[round * model.units + unit] = NOWHERE;
    for (let i = 0; i < last; i += 1) {
      this.#meet(round, unit, this.here[cell * this.width + i]!, -1);
    }
    this.#visit(round, unit, table, -1);
  }

  /** Two units meet once more (1) or once less (−1). */
  #meet(round: number, one: number, other: number, by: 1 | -1): void {
    const { people, units, members, aside } = this.model;
    const own = members[round * units + one]!;
    const others = members[round * units + other]!;
    for (let i = 0; i < own.length; i += 1) {
      const a = own[i]!;
      for (let j = 0; j < others.length; j += 1) {
        const b = others[j]!;
        if (aside[a * people + b] === 1) continue;
        this.#count(a * people + b, b * people + a, by);
      }
    }
  }

  #count(pair: number, riap: number, by: 1 | -1): void {
    const times = this.met[pair]!;
    const lower = by === 1 ? times : times - 1;
    if (lower > 0) this.waste += by;
    this.meetings += by * lower;
    this.met[pair] = this.met[riap] = times + by;
  }

  /** What a unit's own sitting down (1) or getting up (−1) counts: visits, load, told, its own pairs. */
  #visit(round: number, unit: number, table: number, by: 1 | -1): void {
    const { people, units, tables, members, hosts, told, tablesCount, aside } = this.model;
    const own = members[round * units + unit]!;
    for (let i = 0; i < own.length; i += 1) {
      const person = own[i]!;
      for (let j = 0; j < i; j += 1) {
        const other = own[j]!;
        if (aside[person * people + other] === 1) continue;
        this.#count(person * people + other, other * people + person, by);
      }
      const was = told[round * people + person]!;
      if (was !== NOWHERE && was !== table) this.changed += by;
      if (hosts[round * people + person] === 1) continue;
      const times = this.visits[person * tables + table]!;
      if (tablesCount && (by === 1 ? times : times - 1) > 0) this.tableRepeats += by;
      this.visits[person * tables + table] = times + by;
    }
    const cell = round * tables + table;
    const load = this.load[cell]!;
    const next = load + by * own.length;
    this.loadPairs += pairs(next) - pairs(load);
    this.load[cell] = next;
  }

  worth(): Worth {
    return {
      wishes: this.#wishes(),
      tableRepeats: this.tableRepeats,
      imbalance: this.imbalance,
      changed: this.changed,
      waste: this.waste,
      meetings: this.meetings,
    };
  }

  #wishes(): number[] {
    const { model } = this;
    if (!model.hasWishes) return [];
    const longest = model.wishes.reduce((most, list) => Math.max(most, list.length), 0);
    const result = Array.from({ length: Math.min(longest, model.rounds) + 1 }, () => 0);
    for (let person = 0; person < model.people; person += 1) {
      const list = model.wishes[person]!;
      let met = 0;
      for (const [rank, table] of list.entries()) {
        if (!this.#satAt(person, table)) continue;
        result[Math.min(met, result.length - 2)]! -= met < result.length - 1 ? 1 : 0;
        met += 1;
        result[result.length - 1]! -= list.length - rank;
      }
    }
    return result;
  }

  #satAt(person: number, table: number): boolean {
    const { model } = this;
    const past = model.instance.past?.seats[model.personIds[person]!] ?? [];
    for (let round = 0; round < model.rounds; round += 1) {
      if (round < model.firstRound) {
        if (past[round] === model.tableIds[table]) return true;
      } else {
        const unit = model.unitAt[round * model.people + person]!;
        if (unit !== NOWHERE && this.at[round * model.units + unit] === table) return true;
      }
    }
    return false;
  }

  /** Makes this rotation like another of the same model. */
  copy(other: Seats): void {
    this.at.set(other.at);
    this.load.set(other.load);
    this.here.set(other.here);
    this.size.set(other.size);
    this.#slot.set(other.#slot);
    this.met.set(other.met);
    this.visits.set(other.visits);
    this.tableRepeats = other.tableRepeats;
    this.changed = other.changed;
    this.waste = other.waste;
    this.meetings = other.meetings;
    this.loadPairs = other.loadPairs;
  }

  /** Ids and nulls: the past as it was, the future as it is here. */
  schedule(): Schedule {
    const { model } = this;
    const { instance, rounds, units } = model;
    const isRelay = (instance.relay ?? 0) > 0;
    const schedule: Schedule = { seats: {}, hosting: {} };
    for (const [i, person] of instance.people.entries()) {
      const seats = Array.from({ length: rounds }, (_, round): string | null => {
        if (round < model.firstRound) return instance.past?.seats[person.id]?.[round] ?? null;
        const unit = model.unitAt[round * model.people + i]!;
        return unit === NOWHERE ? null : (model.tableIds[this.at[round * units + unit]!] ?? null);
      });
      schedule.seats[person.id] = seats;
      if (isRelay) {
        schedule.hosting[person.id] = seats.map((seat) => (seat === person.home ? seat : null));
      }
    }
    return schedule;
  }
}

/** What every rotation of a model begins with. */
interface Begun {
  /** Units at a table at most: as many as chairs, or as must sit there, chairs or not. */
  width: number;
  tableRepeats: number;
  waste: number;
  meetings: number;
  evenLoadPairs: number;
}

/** Counted once for a model: a plan is built from many rotations. */
const begunByModel = new WeakMap<Model, Begun>();

function begunOf(model: Model): Begun {
  const known = begunByModel.get(model);
  if (known !== undefined) return known;
  const begun = {
    width: widthOf(model),
    tableRepeats: model.firstRound > 0 ? repeatsBefore(model) : 0,
    ...model.before,
    evenLoadPairs: leastLoadPairs(model),
  };
  begunByModel.set(model, begun);
  return begun;
}

function widthOf({ firstRound, rounds, units, tables, cap, pinned, members }: Model): number {
  let width = cap.reduce((most, chairs) => Math.max(most, chairs), 0);
  for (let round = firstRound; round < rounds; round += 1) {
    const bound = new Int32Array(tables);
    for (let unit = 0; unit < units; unit += 1) {
      const table = pinned[round * units + unit]!;
      if (table === NOWHERE || members[round * units + unit]!.length === 0) continue;
      bound[table]! += 1;
      width = Math.max(width, bound[table]!);
    }
  }
  return Math.min(units, width);
}

function leastLoadPairs(model: Model): number {
  const caps = Array.from(model.cap);
  let least = 0;
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    let people = 0;
    for (let unit = 0; unit < model.units; unit += 1) {
      people += model.members[round * model.units + unit]!.length;
    }
    for (const load of evenLoads(caps, people)) least += pairs(load);
  }
  return least;
}

function repeatsBefore(model: Model): number {
  if (!model.tablesCount) return 0;
  let repeats = 0;
  for (const [i, person] of model.instance.people.entries()) {
    const { home } = person;
    // Tables that are gone are in no array: count by their ids.
    const isAvoided = model.instance.objective?.avoidHome === true && home !== undefined;
    const seen = new Set<string>(isAvoided ? [home] : []);
    for (let round = 0; round < model.firstRound; round += 1) {
      const seat = model.instance.past?.seats[model.personIds[i]!]?.[round] ?? null;
      const hosted =
        (model.instance.relay ?? 0) > 0 ? home : (person.host ?? person.hosting?.[round]);
      if (seat === null || seat === hosted) continue;
      if (seen.has(seat)) repeats += 1;
      seen.add(seat);
    }
  }
  return repeats;
}
