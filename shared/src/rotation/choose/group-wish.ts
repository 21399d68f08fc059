import { mayJoin, sizeOf } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Seats } from '../seats.ts';
import type { WishRoom } from './wish-flow.ts';

/** What a newly met wish of one person counts, and the first of all. */
const WORTH = { wish: 2, first: 3 };

/**
 * Seats people who go together where wishes of theirs are newly met; a chair at a table that more
 * wish for than it has chairs counts as a wish that somebody else could have had. Where tables are
 * alike, at the one that is dearer to them, that they have not seen, that is emptier.
 *
 * @param isDear 1 by table where not all who wish for it find a chair.
 * @returns false where no table can take them.
 */
export function seatGroup(seats: Seats, round: number, unit: number, isDear: Uint8Array): boolean {
  const { model } = seats;
  const size = sizeOf(model, round, unit);
  let best = NOWHERE;
  let bestScore: readonly number[] = [];
  for (let table = 0; table < model.tables; table += 1) {
    const load = seats.load[round * model.tables + table]!;
    if (load + size > model.cap[table]! || !mayJoin(seats, round, unit, table)) continue;
    const { met, worth, seen } = newlyMet(seats, round, unit, table);
    const score = [met - (isDear[table] === 1 ? size * WORTH.wish : 0), worth, -seen, -load];
    if (best !== NOWHERE && !isAbove(score, bestScore)) continue;
    best = table;
    bestScore = score;
  }
  if (best === NOWHERE) return false;
  seats.sit(round, unit, best);
  return true;
}

/** Tables that more people wish for than can sit there, 1 by table. */
export function dearTables(room: WishRoom): Uint8Array {
  const wishing = new Int32Array(room.seats.length);
  for (const list of room.wishes) for (const { table } of list) wishing[table]! += 1;
  return Uint8Array.from(room.seats, (chairs, table) => (wishing[table]! > chairs ? 1 : 0));
}

function newlyMet(
  seats: Seats,
  round: number,
  unit: number,
  table: number,
): { met: number; worth: number; seen: number } {
  const { members, units, wishes, tables } = seats.model;
  const result = { met: 0, worth: 0, seen: 0 };
  for (const person of members[round * units + unit]!) {
    if (seats.visits[person * tables + table]! > 0) {
      result.seen += 1;
      continue;
    }
    const list = wishes[person]!;
    const rank = list.indexOf(table);
    if (rank < 0) continue;
    const isFirst = list.every((wish) => seats.visits[person * tables + wish] === 0);
    result.met += isFirst ? WORTH.first : WORTH.wish;
    result.worth += list.length - rank;
  }
  return result;
}

function isAbove(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((value, i) => value !== other[i]);
  return first >= 0 && one[first]! > other[first]!;
}
