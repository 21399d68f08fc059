import { mayJoin } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Workbench } from './workbench.ts';

/** Longer chains change so much that they are hardly ever taken. */
const LINKS_MAX = 48;

/**
 * Two rounds: people along a closed chain change theirs. The first sits at table A in one round and
 * at B in the other, the next at B and then at C, and so on until a table comes again: when each of
 * them swaps the two rounds, every table has as many people as before, and everybody visits the same
 * tables as before. Rooms in which everybody visits all tables hardly have another move.
 *
 * Returns the change of energy, 0 where nothing moved.
 */
export function reverseChain(bench: Workbench, round: number, other: number): number {
  const chain = findChain(bench, round, other);
  if (chain === null) return 0;
  const before = bench.energy();
  const isAllowed = swapRounds(bench, chain, round, other);
  const change = bench.energy() - before;
  if (isAllowed && bench.accepts(change)) return change;
  swapRounds(bench, chain, round, other);
  return 0;
}

/** Single units, one after another around the chain; null where the walk ends at somebody bound. */
function findChain(bench: Workbench, round: number, other: number): number[] | null {
  const { seats, random, model } = bench;
  const { units, tables } = model;
  const reached = new Map<number, number>();
  const chain: number[] = [];
  let unit = bench.anyFree(round);
  let table = seats.at[round * units + unit]!;
  while (chain.length < LINKS_MAX) {
    if (bench.single[unit] === NOWHERE || !bench.isFree(round, unit)) return null;
    const next = seats.at[other * units + unit]!;
    if (next === NOWHERE || !bench.isFree(other, unit) || next === table) return null;
    reached.set(table, chain.length);
    chain.push(unit);
    const begin = reached.get(next);
    if (begin !== undefined) return chain.slice(begin);
    table = next;
    const cell = round * tables + table;
    const count = seats.size[cell]!;
    if (count === 0) return null;
    unit = seats.here[cell * seats.width + random.below(count)]!;
  }
  return null;
}

/** Swaps two rounds of everybody in the chain; whether nobody then sits with whom they may not. */
function swapRounds(
  bench: Workbench,
  chain: readonly number[],
  round: number,
  other: number,
): boolean {
  const { seats, model } = bench;
  const places = chain.map((unit) => [
    seats.at[round * model.units + unit]!,
    seats.at[other * model.units + unit]!,
  ]);
  for (const unit of chain) {
    seats.leave(round, unit);
    seats.leave(other, unit);
  }
  let isAllowed = true;
  for (const [i, unit] of chain.entries()) {
    const [was, wasOther] = places[i]!;
    isAllowed &&= mayJoin(seats, round, unit, wasOther!);
    isAllowed &&= mayJoin(seats, other, unit, was!);
    seats.sit(round, unit, wasOther!);
    seats.sit(other, unit, was!);
  }
  return isAllowed;
}
