import { mayJoin, sizeOf } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Workbench } from './workbench.ts';

/** Of eight units that cost nothing where they sit, so many are left in peace. */
const CONTENT_LEFT = 7;

/**
 * One round: a unit changes places with another, or goes to an emptier table; a group changes places
 * with as many people. Returns the change of energy, 0 where nothing moved.
 */
export function exchange(bench: Workbench, round: number, unit: number): number {
  const { seats, random, model } = bench;
  const from = seats.at[round * model.units + unit]!;
  if (bench.isWishedFor(round, unit, from)) return 0;
  const saved = savedByLeaving(bench, round, unit, from);
  if (saved === 0 && random.below(8) < CONTENT_LEFT) return 0;
  const other = bench.anyFree(round);
  const to = seats.at[round * model.units + other]!;
  if (to === from || !mayJoin(seats, round, unit, to, other)) return 0;
  const surplus = seats.load[round * model.tables + from]! - seats.load[round * model.tables + to]!;
  if (surplus > 0 && random.below(4) === 0) return shift(bench, round, unit, to);
  if (bench.single[unit] === NOWHERE || bench.single[other] === NOWHERE) {
    return exchangeGroup(bench, round, unit, to);
  }
  if (bench.isWishedFor(round, other, to)) return 0;
  if (!mayJoin(seats, round, other, from, unit)) return 0;
  const change =
    saved +
    savedByLeaving(bench, round, other, to) +
    costOfJoining(bench, round, unit, to, other) +
    costOfJoining(bench, round, other, from, unit);
  if (!bench.accepts(change)) return 0;
  seats.leave(round, unit);
  seats.leave(round, other);
  seats.sit(round, unit, to);
  seats.sit(round, other, from);
  return change;
}

/** What it saves, as a number not above zero, that a person leaves; a group is worth a try always. */
function savedByLeaving(bench: Workbench, round: number, unit: number, from: number): number {
  const person = bench.single[unit]!;
  if (person === NOWHERE) return -1;
  const { seats, model } = bench;
  let saved = -metThere(bench, round, person, from, unit, 2);
  if (model.tablesCount && seats.visits[person * model.tables + from]! >= 2) {
    saved -= bench.repeatWeight;
  }
  const told = model.told[round * model.people + person]!;
  return told !== NOWHERE && told !== from ? saved - 1 : saved;
}

/** What it costs that a person joins a table which `leaving` leaves. */
function costOfJoining(
  bench: Workbench,
  round: number,
  unit: number,
  to: number,
  leaving: number,
): number {
  const { seats, model } = bench;
  const person = bench.single[unit]!;
  let cost = metThere(bench, round, person, to, leaving, 1);
  if (model.tablesCount && seats.visits[person * model.tables + to]! >= 1) {
    cost += bench.repeatWeight;
  }
  const told = model.told[round * model.people + person]!;
  return told !== NOWHERE && told !== to ? cost + 1 : cost;
}

/** How many at a table, `except` one unit, a person has met at least so many times. */
function metThere(
  bench: Workbench,
  round: number,
  person: number,
  table: number,
  except: number,
  times: number,
): number {
  const { people, tables, units, members } = bench.model;
  const { met, here, size, width } = bench.seats;
  const cell = round * tables + table;
  const row = person * people;
  let count = 0;
  for (let i = 0; i < size[cell]!; i += 1) {
    const unit = here[cell * width + i]!;
    if (unit === except) continue;
    const alone = bench.single[unit]!;
    if (alone !== NOWHERE) {
      if (met[row + alone]! >= times) count += 1;
      continue;
    }
    for (const one of members[round * units + unit]!) if (met[row + one]! >= times) count += 1;
  }
  return count;
}

/** One unit goes to a table with a chair for it. */
function shift(bench: Workbench, round: number, unit: number, to: number): number {
  const { seats, model } = bench;
  const load = seats.load[round * model.tables + to]! + sizeOf(model, round, unit);
  if (load > model.cap[to]! || !mayJoin(seats, round, unit, to)) return 0;
  const before = bench.energy();
  const from = seats.at[round * model.units + unit]!;
  seats.leave(round, unit);
  seats.sit(round, unit, to);
  const change = bench.energy() - before;
  if (bench.accepts(change)) return change;
  seats.leave(round, unit);
  seats.sit(round, unit, from);
  return 0;
}

/**
 * A unit goes to a table from which units of as many people, drawn one after another, come to its
 * own. Nothing is done where they do not add up.
 */
function exchangeGroup(bench: Workbench, round: number, unit: number, to: number): number {
  const { seats, model, random } = bench;
  const from = seats.at[round * model.units + unit]!;
  const cell = round * model.tables + to;
  const count = seats.size[cell]!;
  const first = random.below(count);
  const coming: number[] = [];
  let people = sizeOf(model, round, unit);
  for (let i = 0; i < count && people > 0; i += 1) {
    const other = seats.here[cell * seats.width + ((first + i) % count)]!;
    const size = sizeOf(model, round, other);
    if (size > people || !bench.isFree(round, other)) continue;
    if (bench.isWishedFor(round, other, to)) continue;
    coming.push(other);
    people -= size;
  }
  if (people > 0) return 0;
  const before = bench.energy();
  seats.leave(round, unit);
  for (const other of coming) seats.leave(round, other);
  let isAllowed = mayJoin(seats, round, unit, to);
  for (const other of coming) {
    isAllowed &&= mayJoin(seats, round, other, from);
    seats.sit(round, other, from);
  }
  seats.sit(round, unit, to);
  const change = bench.energy() - before;
  if (isAllowed && bench.accepts(change)) return change;
  seats.leave(round, unit);
  for (const other of coming) {
    seats.leave(round, other);
    seats.sit(round, other, to);
  }
  seats.sit(round, unit, from);
  return 0;
}
