import { NOWHERE, type Model } from '../model.ts';
import { conflictsOf } from './conflicts.ts';
import { RelaxedRound } from './relaxed-round.ts';
import { NEVER } from './relaxed-seats.ts';
import { repairBound, visitedTables, withoutRepeats, type Among } from './repair-bound.ts';

/** What cannot be had by any repair. */
export interface JointBound {
  /** Fewer changed seats. */
  changed: number;
  /** Of pairs who meet again by what they were told and changed seats, fewer together. */
  either: number;
}

/**
 * Bounds on changed seats, and on what they can save. A round by itself, relaxed, changes no fewer
 * seats than a flow says. Beyond these, each pair that meets again as told either does so, which is
 * waste, or one of its seats changes; as many such pairs as share no seat, and have none whose
 * change the flow has counted, add one each.
 *
 * @param enough what `either` need not be above: a plan that is there.
 * @param simple the simpler bound on changed seats of the same plans.
 */
export function jointBound(
  model: Model,
  among: Among,
  enough = Infinity,
  simple = repairBound(model, among),
): JointBound {
  if (!model.hasTold) return { changed: 0, either: 0 };
  const isFresh = among.distinct ? withoutRepeats(model) : null;
  const nothing = new Uint8Array(model.rounds * model.people);
  const plain = relaxed(model, isFresh, among, nothing, nothing);
  const conflicts = conflictsOf(model, plain.isKept);
  let changed = Math.max(plain.changed, simple);
  let either = Math.max(changed, plain.changed + disjoint(conflicts, plain.isIdle).length);
  const all = disjoint(conflicts, plain.isKept);
  if (either < enough && plain.changed + all.length > either) {
    const free = new Uint8Array(nothing.length);
    for (const seats of all) for (const cell of seats) free[cell] = 1;
    either = Math.max(either, relaxed(model, isFresh, among, nothing, free).changed + all.length);
  }
  const lent = isFresh === null ? nothing : lentSeats(model, isFresh, plain);
  if (either < enough && lent.includes(1)) {
    const next = relaxed(model, isFresh, among, lent, nothing);
    changed = Math.max(changed, next.changed);
    either = Math.max(either, next.changed + disjoint(conflicts, next.isIdle).length);
  }
  return { changed, either: Math.max(changed, either) };
}

interface RelaxedRounds {
  changed: number;
  /** 1 at `round * people + person` where a told seat can be kept. */
  isKept: Uint8Array;
  /** 1 where its change is not among those counted. */
  isIdle: Uint8Array;
}

/** Whether a told table is open to somebody who moves. */
function isOpen(
  { tables, forbidden, visits, unitAt, people }: Model,
  isFresh: Uint8Array | null,
  round: number,
  person: number,
  table: number,
): boolean {
  const unit = unitAt[round * people + person]!;
  if (forbidden[unit * tables + table] === 1) return false;
  return isFresh?.[person] !== 1 || visits[person * tables + table] === 0;
}

/**
 * Idle seats of people who need not repeat a table and cannot keep all they were told. Where one of
 * them is sent to a table told for another round, that round's seat changes too. Its change costs
 * nothing in its own round, so it may be counted where they are sent: at `round * people + person`.
 */
function lentSeats(
  model: Model,
  isFresh: Uint8Array,
  { isKept, isIdle }: RelaxedRounds,
): Uint8Array {
  const { people, rounds, firstRound, told, unitAt, pinned, units } = model;
  const lent = new Uint8Array(rounds * people);
  for (let person = 0; person < people; person += 1) {
    if (isFresh[person] === 0) continue;
    let isSent = false;
    for (let round = firstRound; round < rounds && !isSent; round += 1) {
      const cell = round * people + person;
      const unit = unitAt[cell]!;
      if (unit === NOWHERE || pinned[round * units + unit] !== NOWHERE) continue;
      isSent = told[cell] !== NOWHERE && isKept[cell] === 0;
    }
    if (!isSent) continue;
    for (let round = firstRound; round < rounds; round += 1) {
      lent[round * people + person] = isIdle[round * people + person]!;
    }
  }
  return lent;
}

/** Each round by itself. */
function relaxed(
  model: Model,
  isFresh: Uint8Array | null,
  among: Among,
  lent: Uint8Array,
  free: Uint8Array,
): RelaxedRounds {
  const { people, tables, rounds, units, firstRound, unitAt, pinned, told, cap } = model;
  const { forbidden } = model;
  const visited = visitedTables(model);
  const isKept = new Uint8Array(rounds * people);
  const isIdle = new Uint8Array(rounds * people);
  const hasForbidden = model.forbidden.includes(1);
  let changed = 0;
  for (let round = firstRound; round < rounds; round += 1) {
    const bound = new Int32Array(tables);
    const movers: number[] = [];
    for (let person = 0; person < people; person += 1) {
      const cell = round * people + person;
      const unit = unitAt[cell]!;
      if (unit === NOWHERE) continue;
      const pin = pinned[round * units + unit]!;
      const was = told[cell]!;
      if (pin === NOWHERE) {
        movers.push(person);
        if (was >= 0 && isOpen(model, isFresh, round, person, was)) isKept[cell] = 1;
        continue;
      }
      bound[pin]! += 1;
      if (was !== NOWHERE && was !== pin) changed += 1;
      if (was === pin) isKept[cell] = 1;
    }
    const wish = new Int32Array(movers.length).fill(NOWHERE);
    const price = new Int32Array(movers.length * tables);
    for (const [i, person] of movers.entries()) {
      const cell = round * people + person;
      const was = told[cell]!;
      if (isKept[cell] === 1) wish[i] = was;
      const isFree = was === NOWHERE || lent[cell] === 1 || free[cell] === 1;
      const costs = isFree ? 0 : 1;
      price.fill(costs, i * tables, (i + 1) * tables);
      if (was >= 0) price[i * tables + was] = 0;
      const base = unitAt[cell]! * tables;
      for (let table = 0; hasForbidden && table < tables; table += 1) {
        if (forbidden[base + table] === 1) price[i * tables + table] = NEVER;
      }
      if (isFresh?.[person] === 1) {
        for (const table of visited[person]!) price[i * tables + table] = NEVER;
      }
      for (let other = firstRound; other < rounds; other += 1) {
        if (other === round || lent[other * people + person] === 0) continue;
        const table = told[other * people + person]!;
        const seat = i * tables + table;
        if (table !== was && price[seat] !== NEVER) price[seat]! += 1;
      }
    }
    const flow = new RelaxedRound({ tables, cap, bound, told: wish, price, isEven: among.even });
    changed += flow.cost;
    for (const [i, person] of movers.entries()) {
      const idle = lent[round * people + person] !== 1 && flow.isIdle(i);
      isIdle[round * people + person] = idle ? 1 : 0;
    }
  }
  return { changed, isKept, isIdle };
}

/** Pairs that meet again of which no two have a seat in common, all of them among the seats given. */
function disjoint(
  conflicts: readonly (readonly number[])[],
  isGiven: Uint8Array,
): (readonly number[])[] {
  const left = conflicts.filter((seats) => seats.every((cell) => isGiven[cell] === 1));
  const times = new Int32Array(isGiven.length);
  for (const seats of left) for (const cell of seats) times[cell]! += 1;
  const crowd = (seats: readonly number[]): number =>
    seats.reduce((sum, cell) => sum + times[cell]!, 0);
  left.sort((a, b) => crowd(a) - crowd(b));
  const isTaken = new Uint8Array(isGiven.length);
  return left.filter((seats) => {
    if (seats.some((cell) => isTaken[cell] === 1)) return false;
    for (const cell of seats) isTaken[cell] = 1;
    return true;
  });
}
