import { whyNot } from './feasible.ts';
import { clearRound, seatRound } from './greedy.ts';
import type { Model } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import type { Random } from './random.ts';
import { searchRound } from './round-search.ts';
import { Seats } from './seats.ts';
import { walk } from './walk.ts';

/** Greedy attempts before a round is searched exactly. */
const GREEDY_TRIES = 4;

/** Steps of the first exact attempt; each next one has twice as many. */
const WORK_FIRST = 1_000_000;
const WORK_MAX = 128_000_000;

/**
 * A valid rotation, of little worth but for its tables, or why there is none. The hard rules bind each
 * round by itself, so a round that greedy seating cannot fill is searched exactly. Only a search
 * that was given up after `WORK_MAX` steps (a second or so, and only for rooms packed to the last
 * chair with many groups and pairs apart) calls a round impossible without a proof.
 */
export function start(model: Model, random: Random): Seats | NoPlan {
  const fault = whyNot(model);
  if (fault !== null) return fault;
  const seats = new Seats(model);
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    if (!seatGreedily(seats, round, random) && !seatExactly(seats, round, random)) {
      return { reason: 'noSeating', round: round + 1 };
    }
  }
  const walked = walk(model);
  return walked !== null && isEvener(walked, seats) ? walked : seats;
}

/** Fewer repeated tables, or as few and evener ones. */
export function isEvener(one: Seats, other: Seats): boolean {
  return (one.tableRepeats - other.tableRepeats || one.imbalance - other.imbalance) < 0;
}

function seatGreedily(seats: Seats, round: number, random: Random): boolean {
  for (let i = 0; i < GREEDY_TRIES; i += 1) {
    if (seatRound(seats, round, random)) return true;
    clearRound(seats, round);
  }
  return false;
}

function seatExactly(seats: Seats, round: number, random: Random): boolean {
  for (let work = WORK_FIRST; work <= WORK_MAX; work *= 2) {
    const found = searchRound(seats, round, random, work);
    if (found !== 'unknown') return found === 'seated';
  }
  return false;
}
