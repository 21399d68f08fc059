import type { Costs } from '../instance.ts';
import { NOWHERE, type Model } from '../model.ts';

/** Which plans a bound on changed seats speaks of. */
export interface Among {
  /** Plans in which everybody repeats as few tables as they must. */
  distinct: boolean;
  /** Plans as even as `imbalance` of the other bounds. */
  even: boolean;
}

/** What stands above waste and changed seats. */
type Above = Pick<Costs, 'tableRepeats' | 'imbalance'>;

/** Plans like one with these costs. */
export function amongOf(costs: Above, bounds: Above): Among {
  return {
    distinct: costs.tableRepeats === bounds.tableRepeats,
    even: costs.imbalance === bounds.imbalance,
  };
}

/** Whether nothing that stands above waste and changed seats can be better. */
export function isFull({ distinct, even }: Among): boolean {
  return distinct && even;
}

/**
 * A proven lower bound on changed seats. In each round a told seat cannot be kept where its table
 * is gone, closed to the person or (among plans with the fewest repeated tables) visited before;
 * and a table keeps no more than its chairs, or (among the evenest plans) its share of the people,
 * less those who must sit there and were told otherwise. Tables that may have one person more than
 * the others are chosen so that most is kept.
 */
export function repairBound(model: Model, among: Among): number {
  if (!model.hasTold) return 0;
  let bound = 0;
  const isFresh = among.distinct ? withoutRepeats(model) : null;
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    bound += changesOf(model, round, isFresh, among.even);
  }
  return bound;
}

function changesOf(model: Model, round: number, isFresh: Uint8Array | null, even: boolean): number {
  const { people, tables, units, unitAt, pinned, forbidden, told, visits } = model;
  const keepable = new Int32Array(tables);
  const strangers = new Int32Array(tables);
  const bound = new Int32Array(tables);
  let cells = 0;
  let free = 0;
  for (let person = 0; person < people; person += 1) {
    const unit = unitAt[round * people + person]!;
    if (unit === NOWHERE) continue;
    const cell = round * units + unit;
    const pin = pinned[cell]!;
    const was = told[round * people + person]!;
    if (pin === NOWHERE) free += 1;
    else bound[pin]! += 1;
    if (was !== NOWHERE) cells += 1;
    if (pin !== NOWHERE && pin !== was) strangers[pin]! += 1;
    if (was < 0 || (pin !== NOWHERE && pin !== was)) continue;
    if (pin === NOWHERE) {
      if (forbidden[unit * tables + was] === 1) continue;
      if (isFresh?.[person] === 1 && visits[person * tables + was]! > 0) continue;
    }
    keepable[was]! += 1;
  }
  const room = even ? evenRoom(model, bound, free, keepable, strangers) : model.cap;
  let kept = 0;
  for (let table = 0; table < tables; table += 1) {
    kept += Math.min(keepable[table]!, room[table]! - strangers[table]!);
  }
  return cells - kept;
}

/** People by table when the free ones fill up the lowest, the last of them where most is kept. */
export function evenRoom(
  { tables, cap }: Model,
  bound: Int32Array,
  free: number,
  keepable: Int32Array,
  strangers: Int32Array,
): Int32Array {
  const room = bound.slice();
  let left = free;
  for (let level = 0; left > 0; level += 1) {
    const rising: number[] = [];
    let isFull = true;
    for (let table = 0; table < tables; table += 1) {
      if (cap[table]! > level) isFull = false;
      if (room[table] === level && cap[table]! > level) rising.push(table);
    }
    if (isFull) break;
    // Where all rise the order is of no matter; a stable sort keeps it the same everywhere.
    const wanting = (table: number): number =>
      keepable[table]! + strangers[table]! > level ? 0 : 1;
    rising.sort((a, b) => wanting(a) - wanting(b));
    for (const table of rising.slice(0, left)) room[table]! += 1;
    left -= Math.min(left, rising.length);
  }
  return room;
}

/** Counted once for a model: several bounds ask for it. */
const freshByModel = new WeakMap<Model, Uint8Array>();

/** 1 for people who need not repeat any table. */
export function withoutRepeats(model: Model): Uint8Array {
  let isFresh = freshByModel.get(model);
  if (isFresh === undefined) {
    isFresh = countFresh(model);
    freshByModel.set(model, isFresh);
  }
  return isFresh;
}

function countFresh(model: Model): Uint8Array {
  const { people, tables, units, unitAt, pinned, hosts, forbidden, firstRound } = model;
  const isFresh = new Uint8Array(people);
  if (!model.tablesCount) return isFresh;
  const hasForbidden = forbidden.includes(1);
  for (let person = 0; person < people; person += 1) {
    const seen = new Set<number>();
    const closed = new Set<number>();
    let rounds = 0;
    for (let round = firstRound; round < model.rounds; round += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit === NOWHERE) continue;
      const cell = round * units + unit;
      if (pinned[cell] === NOWHERE) {
        rounds += 1;
        for (let table = 0; hasForbidden && table < tables; table += 1) {
          if (forbidden[unit * tables + table] === 1) closed.add(table);
        }
      } else if (hosts[round * people + person] === 0) seen.add(pinned[cell]!);
    }
    let open = 0;
    for (let table = 0; table < tables && open < rounds; table += 1) {
      const isOpen = !closed.has(table) && !seen.has(table);
      if (isOpen && model.visits[person * tables + table] === 0) open += 1;
    }
    if (open >= rounds) isFresh[person] = 1;
  }
  return isFresh;
}

const visitedByModel = new WeakMap<Model, readonly (readonly number[])[]>();

/** By person: the tables they have visited before, and an own one that is avoided. */
export function visitedTables(model: Model): readonly (readonly number[])[] {
  let visited = visitedByModel.get(model);
  if (visited === undefined) {
    const { people, tables, visits } = model;
    visited = Array.from({ length: people }, (_, person) => {
      const seen: number[] = [];
      for (let table = 0; table < tables; table += 1) {
        if (visits[person * tables + table]! > 0) seen.push(table);
      }
      return seen;
    });
    visitedByModel.set(model, visited);
  }
  return visited;
}
