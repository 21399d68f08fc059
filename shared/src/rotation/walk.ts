import { mayJoin, seatPinned, sizeOf } from './greedy.ts';
import type { Model } from './model.ts';
import { Seats } from './seats.ts';

/**
 * Everybody who is free walks one table on each round, in the order of the tables. Where people are
 * alone, always here and bound by nothing, nobody returns to a table before all have been seen and
 * loads stay as even as in the first round: whom they meet is no matter here. Null where chairs or
 * rules do not allow it.
 */
export function walk(model: Model): Seats | null {
  const { tables, cap, firstRound, rounds } = model;
  const seats = new Seats(model);
  for (let round = firstRound; round < rounds; round += 1) {
    const free = seatPinned(seats, round);
    if (free === null) return null;
    for (const [i, unit] of free.entries()) {
      const table = (i + round) % tables;
      const load = seats.load[round * tables + table]! + sizeOf(model, round, unit);
      if (load > cap[table]! || !mayJoin(seats, round, unit, table)) return null;
      seats.sit(round, unit, table);
    }
  }
  return seats;
}
