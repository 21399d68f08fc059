import type { Random } from '../random.ts';
import type { Bench } from './bench.ts';

/** Of eight people who cost nothing where they sit, so many are left in peace. */
const CONTENT_LEFT = 7;

/** What is hardly ever worth it: an uneven room for a new acquaintance. */
export const IMBALANCE_WEIGHT = 16;

/**
 * One round: somebody changes places with somebody else, or goes to an emptier table; a group
 * changes places with as many people. Returns the change of energy, 0 where nothing moved.
 */
export function exchange(bench: Bench, random: Random, round: number): number {
  const { ledger } = bench;
  const { people, tables } = ledger.model;
  const { at, price } = ledger;
  const free = bench.free[round]!;
  const person = free[random.below(free.length)]!;
  const from = at[round * people + person]!;
  const here = (round * tables + from) * people;
  const paid = price[here + person]!;
  if (paid === 0 && random.below(8) < CONTENT_LEFT) return 0;
  const other = free[random.below(free.length)]!;
  const to = at[round * people + other]!;
  if (to === from || bench.isWishedFor(round, person, from)) return 0;
  const surplus = ledger.load[round * tables + from]! - ledger.load[round * tables + to]!;
  if (surplus > 0 && random.below(4) === 0) return shift(bench, random, round, person, to);
  if (!bench.isAlone(round, person)) return exchangeGroup(bench, random, round, person, to);
  if (!bench.isAlone(round, other)) return exchangeGroup(bench, random, round, other, from);
  if (bench.isWishedFor(round, other, to)) return 0;
  const there = (round * tables + to) * people;
  const change =
    price[there + person]! +
    price[here + other]! -
    paid -
    price[there + other]! -
    2 * ledger.costOfPair(person, other);
  if (!bench.accepts(change, random)) return 0;
  ledger.move(round, person, to);
  ledger.move(round, other, from);
  return change;
}

/** A unit goes to a table with a chair for it. */
function shift(bench: Bench, random: Random, round: number, person: number, to: number): number {
  const { ledger } = bench;
  const { people, tables, cap } = ledger.model;
  const unit = bench.unitOf(round, person);
  const from = ledger.at[round * people + person]!;
  if (ledger.load[round * tables + to]! + unit.length > cap[to]!) return 0;
  let change =
    IMBALANCE_WEIGHT *
    (ledger.loadPairsChange(round, to, unit.length) +
      ledger.loadPairsChange(round, from, -unit.length));
  for (let i = 0; i < unit.length; i += 1) change += bench.gain(round, unit[i]!, from, to);
  if (!bench.accepts(change, random)) return 0;
  for (let i = 0; i < unit.length; i += 1) ledger.move(round, unit[i]!, to);
  return change;
}

/**
 * A group goes to a table from which units of as many people, one after another, come to its own.
 * Nothing is done where they do not add up.
 */
function exchangeGroup(
  bench: Bench,
  random: Random,
  round: number,
  person: number,
  to: number,
): number {
  const { ledger, coming } = bench;
  const { people, tables, unitAt } = ledger.model;
  const from = ledger.at[round * people + person]!;
  if (bench.isWishedFor(round, person, from)) return 0;
  const unit = bench.unitOf(round, person);
  const cell = round * tables + to;
  const count = ledger.load[cell]!;
  const first = random.below(count);
  let seats = 0;
  for (let i = 0; i < count && seats < unit.length; i += 1) {
    const other = ledger.here[cell * ledger.width + ((first + i) % count)]!;
    const own = bench.unitOf(round, other);
    // A unit is looked at when its first is.
    if (own[0] !== other || seats + own.length > unit.length) continue;
    if (!bench.isFree(round, other) || bench.isWishedFor(round, other, to)) continue;
    for (let j = 0; j < own.length; j += 1) coming[seats + j] = own[j]!;
    seats += own.length;
  }
  if (seats < unit.length) return 0;
  let change = 0;
  for (let i = 0; i < seats; i += 1) {
    const mover = unit[i]!;
    const comer = coming[i]!;
    change += bench.gain(round, mover, from, to) + bench.gain(round, comer, to, from);
    for (let j = 0; j < seats; j += 1) change -= 2 * ledger.costOfPair(mover, coming[j]!);
    for (let j = 0; j < i; j += 1) {
      const isOne = unitAt[round * people + comer] === unitAt[round * people + coming[j]!];
      if (!isOne) change += 2 * ledger.costOfPairHere(comer, coming[j]!);
    }
  }
  if (!bench.accepts(change, random)) return 0;
  for (let i = 0; i < seats; i += 1) ledger.move(round, unit[i]!, to);
  for (let i = 0; i < seats; i += 1) ledger.move(round, coming[i]!, from);
  return change;
}
