import { cheapest, mayJoin, seatPinned } from '../greedy.ts';
import { compareWorth } from '../instance.ts';
import { NOWHERE, type Model } from '../model.ts';
import type { NoPlan } from '../no-plan.ts';
import { shuffled, type Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { isAtBounds, lowerBounds, type Bounds } from '../bounds.ts';
import { EasySeats } from './easy-seats.ts';
import { RoundFlow } from './round-flow.ts';
import { settle } from './settle.ts';

/** The order in which people are seated decides little; the best of a few is taken. */
const ATTEMPTS = 3;

/** Work, in persons × tables × rounds, for which another attempt is made: some 50 ms. */
const WORK_MAX = 60_000;

/**
 * A valid rotation that keeps what people were told, as far as it can be kept: everybody sits where
 * they were told, who cannot (a table is gone or full, somebody they must not meet, a table they
 * have been at) and who was told nothing is seated by the cheapest moves, and tables are evened out
 * by the fewest. Returns a refusal where this finds no seat for somebody; a plan made anew may.
 *
 * @param aim where they are to sit if they can, at `round * people + person`, instead of where they
 *   were told: then one attempt does.
 */
export function repairStart(
  model: Model,
  random: Random,
  bounds = lowerBounds(model),
  aim?: Int32Array,
): Seats | NoPlan {
  let best: Seats | null = null;
  let fault: NoPlan = { reason: 'noSeating', round: model.firstRound + 1 };
  const work = model.people * model.tables * (model.rounds - model.firstRound);
  // A relay is begun from several choices of hosts as it is.
  const most = (model.instance.relay ?? 0) > 0 || aim !== undefined ? 1 : ATTEMPTS;
  const attempts = Math.max(1, Math.min(most, Math.floor(WORK_MAX / Math.max(1, work))));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const seats = attemptRepair(model, random, bounds, aim ?? model.told);
    if (!(seats instanceof Seats)) {
      fault = seats;
      continue;
    }
    if (best === null || compareWorth(seats.worth(), best.worth()) < 0) best = seats;
    if (isAtBounds(best, bounds)) break;
  }
  return best ?? fault;
}

function attemptRepair(
  model: Model,
  random: Random,
  bounds: Bounds,
  aim: Int32Array,
): Seats | NoPlan {
  const seats = new Seats(model);
  const homeless: number[][] = [];
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    if (seatPinned(seats, round) === null) return { reason: 'noSeating', round: round + 1 };
  }
  // All rounds before any newcomer, so that nobody is sent to a table they were told for later.
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    homeless.push(keep(seats, round, random, aim));
  }
  for (const [i, units] of homeless.entries()) {
    const round = model.firstRound + i;
    if (!seatAll(seats, round, units)) return { reason: 'noSeating', round: round + 1 };
  }
  if (!isAtBounds(seats, bounds)) settle(seats);
  return seats;
}

/** Seats everybody where they are to sit, unless they may not or have been there; returns the rest. */
function keep(seats: Seats, round: number, random: Random, aim: Int32Array): number[] {
  const { model } = seats;
  const { units, members, pinned } = model;
  const free: number[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    const cell = round * units + unit;
    if (pinned[cell] === NOWHERE && members[cell]!.length > 0) free.push(unit);
  }
  const left: number[] = [];
  // The largest units first: they find no other place.
  for (const unit of bySize(model, round, shuffled(free, random))) {
    const table = tableOfMost(model, round, unit, aim);
    const stays =
      table >= 0 && !hasSeen(seats, round, unit, table) && fits(seats, round, unit, table);
    if (stays && mayJoin(seats, round, unit, table)) seats.sit(round, unit, table);
    else left.push(unit);
  }
  return left;
}

/** The table at which most of a unit's people are to sit. */
function tableOfMost(
  { members, units, people }: Model,
  round: number,
  unit: number,
  aim: Int32Array,
): number {
  const own = members[round * units + unit]!;
  let best = NOWHERE;
  let most = 0;
  for (const person of own) {
    const table = aim[round * people + person]!;
    let count = 0;
    for (const other of own) if (aim[round * people + other] === table) count += 1;
    if (table >= 0 && count > most) {
      best = table;
      most = count;
    }
  }
  return best;
}

function hasSeen({ model, visits }: Seats, round: number, unit: number, table: number): boolean {
  if (!model.tablesCount) return false;
  const own = model.members[round * model.units + unit]!;
  return own.some((person) => visits[person * model.tables + table]! > 0);
}

function fits({ model, load }: Seats, round: number, unit: number, table: number): boolean {
  const more = model.members[round * model.units + unit]!.length;
  return load[round * model.tables + table]! + more <= model.cap[table]!;
}

function bySize({ members, units }: Model, round: number, list: readonly number[]): number[] {
  const size = (unit: number): number => members[round * units + unit]!.length;
  return [...list].sort((a, b) => size(b) - size(a));
}

/** Seats those who are left, pairs and larger first, and evens out the tables. */
function seatAll(seats: Seats, round: number, left: readonly number[]): boolean {
  const { members, units } = seats.model;
  const alone: number[] = [];
  for (const unit of left) {
    if (members[round * units + unit]!.length === 1) {
      alone.push(unit);
      continue;
    }
    const table = cheapest(seats, round, unit);
    if (table !== NOWHERE) seats.sit(round, unit, table);
    else if (!makeRoom(seats, round, unit, alone)) return false;
  }
  const easy = new EasySeats(seats, round);
  const hard = easy.seat(alone);
  if (hard.length === 0 && easy.even()) return true;
  const flow = new RoundFlow(seats, round);
  for (const unit of hard) if (!flow.insert(unit)) return false;
  // Each step makes the seating better, so this ends; the limit is for whoever proves this wrong.
  for (let step = 0; step < units && flow.improve(); step += 1);
  return true;
}

/** Sends people who move alone away from the table where fewest must go. */
function makeRoom(seats: Seats, round: number, unit: number, sentAway: number[]): boolean {
  const { model } = seats;
  const { units, tables, members, pinned, cap } = model;
  const more = members[round * units + unit]!.length;
  const movable = (table: number): number[] => {
    const cell = round * tables + table;
    return Array.from(
      seats.here.subarray(cell * seats.width, cell * seats.width + seats.size[cell]!),
    ).filter((other) => {
      const at = round * units + other;
      return members[at]!.length === 1 && pinned[at] === NOWHERE;
    });
  };
  let best = NOWHERE;
  let fewest = Infinity;
  for (let table = 0; table < tables; table += 1) {
    const over = seats.load[round * tables + table]! + more - cap[table]!;
    if (over >= fewest || movable(table).length < over) continue;
    if (!mayJoin(seats, round, unit, table)) continue;
    best = table;
    fewest = over;
  }
  if (best === NOWHERE) return false;
  for (const other of movable(best).slice(0, Math.max(0, fewest))) {
    seats.leave(round, other);
    sentAway.push(other);
  }
  seats.sit(round, unit, best);
  return true;
}
