import { NOWHERE } from '../model.ts';
import type { Random } from '../random.ts';
import type { Bench } from './bench.ts';
import { IMBALANCE_WEIGHT } from './exchange.ts';

/** Of so many moves that cost nothing but waste more for fewer changed seats, one is taken. */
const WASTEFUL = 2;

/**
 * One round: somebody looks at all tables, and at everybody there, until they find a seat to take or
 * somebody to change places with. Where people were told seats few moves are any good, so looking at
 * many from one seat is much quicker than drawing each. Returns the change of energy, 0 where nothing
 * moved.
 *
 * @param person somebody who moves alone.
 */
export function lookAround(bench: Bench, random: Random, round: number, person: number): number {
  const { ledger } = bench;
  const { people, tables, told, cap } = ledger.model;
  const { at, price, load, here } = ledger;
  const from = at[round * people + person]!;
  const own = (round * tables + from) * people;
  const paid = price[own + person]!;
  if (paid === 0 || bench.isWishedFor(round, person, from)) return 0;
  const dearest = bench.dearest;
  const was = told[round * people + person]!;
  // Half of those who are not where they were told look there first.
  const isAway = was >= 0 && was !== from && random.below(2) === 0;
  const first = isAway ? was : random.below(tables);
  for (let i = 0; i < tables; i += 1) {
    const to = (first + i) % tables;
    if (to === from) continue;
    const cell = round * tables + to;
    const there = cell * people;
    const going = price[there + person]! - paid;
    const count = load[cell]!;
    const changes = changed(was, from, to);
    if (count < load[round * tables + from]! && count < cap[to]!) {
      const evener = load[round * tables + from]! - count - 1;
      const change = going - IMBALANCE_WEIGHT * evener;
      if (bench.accepts(change, random) && !isWasteful(change, changes, random)) {
        ledger.move(round, person, to);
        return change;
      }
    }
    const begin = cell * ledger.width;
    const turn = count > 1 ? random.below(count) : 0;
    for (let j = 0; j < count; j += 1) {
      const other = here[begin + ((turn + j) % count)]!;
      const change =
        going + price[own + other]! - price[there + other]! - 2 * ledger.costOfPair(person, other);
      if (change > dearest || !bench.isAlone(round, other)) continue;
      if (!bench.accepts(change, random) || bench.isWishedFor(round, other, to)) continue;
      const both = changes + changed(told[round * people + other]!, to, from);
      if (isWasteful(change, both, random)) continue;
      ledger.move(round, person, to);
      ledger.move(round, other, from);
      return change;
    }
  }
  return 0;
}

/** How many more seats differ from a told one when somebody goes from a table to another. */
function changed(was: number, from: number, to: number): number {
  if (was === NOWHERE) return 0;
  return (was === to ? 0 : 1) - (was === from ? 0 : 1);
}

/** Whether to leave a move that costs nothing only as it changes fewer seats and wastes more. */
function isWasteful(change: number, changes: number, random: Random): boolean {
  return change === 0 && changes < 0 && random.below(WASTEFUL) > 0;
}
