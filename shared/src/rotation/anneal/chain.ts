import { NOWHERE } from '../model.ts';
import type { Random } from '../random.ts';
import type { Bench } from './bench.ts';

/** Longer chains change so much that they are hardly ever taken. */
export const LINKS_MAX = 48;

/**
 * Two rounds: people along a closed chain change theirs. The first sits at table A in one round and
 * at B in the other, the next at B and then at C, and so on until a table comes again: when each of
 * them swaps the two rounds, every table has as many people as before, and everybody visits the same
 * tables as before. Rooms in which everybody visits all tables hardly have another move.
 *
 * Returns the change of energy, 0 where nothing moved.
 */
export function reverseChain(bench: Bench, random: Random, round: number, other: number): number {
  const { ledger, chain } = bench;
  const { people } = ledger.model;
  const end = findChain(bench, random, round, other);
  if (end === 0) return 0;
  // The chain begins where its last table was reached first.
  const last = ledger.at[other * people + chain[end - 1]!]!;
  const begin = bench.reached[last]!;
  let change = 0;
  for (let i = begin; i < end; i += 1) bench.isInChain[chain[i]!] = 1;
  for (let i = begin; i < end; i += 1) change += costOfSwap(bench, round, other, chain[i]!);
  for (let i = begin; i < end; i += 1) bench.isInChain[chain[i]!] = 0;
  if (!bench.accepts(change, random)) return 0;
  for (let i = begin; i < end; i += 1) {
    const person = chain[i]!;
    const table = ledger.at[round * people + person]!;
    const next = ledger.at[other * people + person]!;
    ledger.move(round, person, next);
    ledger.move(other, person, table);
  }
  return change;
}

/** Single people, one after another along the chain; how many, or 0 where the walk ends open. */
function findChain(bench: Bench, random: Random, round: number, other: number): number {
  const { ledger, chain, reached } = bench;
  const { people, tables } = ledger.model;
  const free = bench.free[round]!;
  let person = free[random.below(free.length)]!;
  let table = ledger.at[round * people + person]!;
  reached.fill(NOWHERE);
  for (let length = 0; length < LINKS_MAX;) {
    if (!bench.isAlone(round, person) || !bench.isAlone(other, person)) return 0;
    const next = ledger.at[other * people + person]!;
    if (next === table) return 0;
    reached[table] = length;
    chain[length] = person;
    length += 1;
    if (reached[next] !== NOWHERE) return length;
    table = next;
    const cell = round * tables + table;
    const count = ledger.load[cell]!;
    if (count === 0) return 0;
    person = ledger.here[cell * ledger.width + random.below(count)]!;
  }
  return 0;
}

/**
 * What it costs that one of a chain swaps two rounds. No two of a chain sit together in them, before
 * or after, so each meets only people who stay.
 */
function costOfSwap(bench: Bench, round: number, other: number, person: number): number {
  const { at, model } = bench.ledger;
  const { people, told } = model;
  const table = at[round * people + person]!;
  const next = at[other * people + person]!;
  let cost =
    costAt(bench, round, other, person, round, table) +
    costAt(bench, round, other, person, round, next) +
    costAt(bench, round, other, person, other, table) +
    costAt(bench, round, other, person, other, next);
  const was = told[round * people + person]!;
  const wasOther = told[other * people + person]!;
  if (was !== NOWHERE) cost += (was === next ? 0 : 1) - (was === table ? 0 : 1);
  if (wasOther !== NOWHERE) cost += (wasOther === table ? 0 : 1) - (wasOther === next ? 0 : 1);
  return cost;
}

/** The part of this that those make up who sit at one of the tables in one of the rounds. */
function costAt(
  bench: Bench,
  round: number,
  other: number,
  person: number,
  where: number,
  there: number,
): number {
  const { ledger, isInChain } = bench;
  const { at, here, load, width, model } = ledger;
  const { people, tables } = model;
  const table = at[round * people + person]!;
  const next = at[other * people + person]!;
  const cell = where * tables + there;
  const end = cell * width + load[cell]!;
  let cost = 0;
  for (let i = cell * width; i < end; i += 1) {
    const met = here[i]!;
    if (isInChain[met] === 1) continue;
    const theirs = at[round * people + met]!;
    const theirsOther = at[other * people + met]!;
    const isKnown = theirs === table || theirs === next;
    // Who is at one of these tables in both rounds was counted in the first.
    if (where === other && isKnown) continue;
    let more = 0;
    if (theirs === next) more += 1;
    if (theirs === table) more -= 1;
    if (theirsOther === table) more += 1;
    if (theirsOther === next) more -= 1;
    if (more !== 0) cost += ledger.costOfMeeting(person, met, more);
  }
  return cost;
}
