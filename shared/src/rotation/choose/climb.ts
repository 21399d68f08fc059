import { mayJoin } from '../greedy.ts';
import { NOWHERE } from '../model.ts';
import type { Random } from '../random.ts';
import type { Seats } from '../seats.ts';
import { wishBound, wishRoomOf } from './wish-room.ts';

/** Attempts for each wish; the largest rooms get fewer, so that nobody waits. */
const ATTEMPTS = { perWish: 60, most: 200_000 };

/**
 * Honours more wishes by exchanges within a round: somebody goes to a wished table, where there is a
 * chair or in exchange for somebody there to whom it matters less. Exchanges that change nothing are
 * made too, unless tables get repeated or uneven: they open ways. Stops at the flow's bound.
 */
export function climb(seats: Seats, random: Random): void {
  const { model } = seats;
  const { rounds, firstRound, people, units, tables, unitAt, pinned, members, cap } = model;
  const room = wishRoomOf(model);
  const wishers = [...room.wishes.keys()].filter((person) => room.wishes[person]!.length > 0);
  if (wishers.length === 0 || rounds === firstRound) return;
  const bound = wishBound(model);
  const worth = seats.worth().wishes.slice();
  /** What an exchange changes: people with at least one wish, with two …; then the sum by rank. */
  const gains = new Int32Array(bound.length);
  const wishes = room.wishes.reduce((sum, list) => sum + list.length, 0);
  const attempts = Math.min(ATTEMPTS.most, wishes * ATTEMPTS.perWish);
  for (let i = 0; i < attempts && worth.some((count, at) => count !== bound[at]); i += 1) attempt();

  function attempt(): void {
    const person = wishers[random.below(wishers.length)]!;
    const list = room.wishes[person]!;
    const { table } = list[random.below(list.length)]!;
    const round = firstRound + random.below(rounds - firstRound);
    const unit = unitAt[round * people + person]!;
    if (unit === NOWHERE || pinned[round * units + unit] !== NOWHERE) return;
    const from = seats.at[round * units + unit]!;
    if (from === table) return;
    const cell = round * tables + table;
    const size = members[round * units + unit]!.length;
    const hasChair = seats.load[cell]! + size <= cap[table]!;
    const there = seats.size[cell]!;
    const other =
      hasChair || there === 0 ? NOWHERE : seats.here[cell * seats.width + random.below(there)]!;
    if (!hasChair && !fits(round, other, size, cell, from)) return;
    const before = costs();
    gains.fill(0);
    count(round, unit, -1);
    count(round, other, -1);
    move(round, unit, other, from, table);
    count(round, unit, 1);
    count(round, other, 1);
    const gain = gains.find((change) => change !== 0) ?? 0;
    const isBetter = gain > 0 || (gain === 0 && costs() <= before);
    if (!isBetter || !isAllowed(round, unit, other, from, table)) {
      move(round, unit, other, table, from);
    } else if (gain > 0) {
      for (const [at, change] of gains.entries()) worth[at]! -= change;
    }
  }

  /** What must not get worse for nothing: repeated tables, then uneven loads. */
  function costs(): number {
    return seats.tableRepeats * (1 + rounds * people) + seats.imbalance;
  }

  /** Whether another unit may leave, and both tables hold who comes. */
  function fits(round: number, other: number, size: number, cell: number, from: number): boolean {
    if (other === NOWHERE || pinned[round * units + other] !== NOWHERE) return false;
    const leaving = members[round * units + other]!.length;
    return (
      seats.load[cell]! - leaving + size <= cap[cell - round * tables]! &&
      seats.load[round * tables + from]! - size + leaving <= cap[from]!
    );
  }

  function move(round: number, unit: number, other: number, from: number, to: number): void {
    seats.leave(round, unit);
    if (other !== NOWHERE) {
      seats.leave(round, other);
      seats.sit(round, other, from);
    }
    seats.sit(round, unit, to);
  }

  function isAllowed(
    round: number,
    unit: number,
    other: number,
    from: number,
    to: number,
  ): boolean {
    return (
      mayJoin(seats, round, unit, to) && (other === NOWHERE || mayJoin(seats, round, other, from))
    );
  }

  /** Adds (1) or takes away (−1) what the people of a unit get, the most important first. */
  function count(round: number, unit: number, by: 1 | -1): void {
    if (unit === NOWHERE) return;
    for (const person of members[round * units + unit]!) {
      let had = room.had[person]!;
      for (const wish of room.wishes[person]!) {
        if (!isAt(person, wish.table)) continue;
        gains[had]! += by;
        gains[gains.length - 1]! += by * wish.worth;
        had += 1;
      }
    }
  }

  function isAt(person: number, table: number): boolean {
    for (let round = firstRound; round < rounds; round += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit !== NOWHERE && seats.at[round * units + unit] === table) return true;
    }
    return false;
  }
}
