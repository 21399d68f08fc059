import { NOWHERE, type Model } from './model.ts';
import { shuffled, type Random } from './random.ts';
import type { Seats } from './seats.ts';

/**
 * Seats everybody in an empty round: pinned units first, then every unit, in shuffled order and the
 * largest first, at the table that costs least. In this order of weight: a table that holds it and
 * nobody it must not meet, a table it has not seen, an even load, people it has not met.
 *
 * Returns false, with some seated, where a unit fits at no table.
 */
export function seatRound(seats: Seats, round: number, random: Random): boolean {
  const { model } = seats;
  const free = seatPinned(seats, round);
  if (free === null) return false;
  // Shuffled, then by size: sort is stable, so equal sizes stay shuffled.
  const order = shuffled(free, random).sort(
    (a, b) => sizeOf(model, round, b) - sizeOf(model, round, a),
  );
  for (const unit of order) {
    const table = cheapest(seats, round, unit);
    if (table === NOWHERE) return false;
    seats.sit(round, unit, table);
  }
  return true;
}

/** Seats those whose table is given and returns the units that are free; null where they clash. */
export function seatPinned(seats: Seats, round: number): number[] | null {
  const { model } = seats;
  const { units, tables, members, pinned, cap } = model;
  const free: number[] = [];
  for (let unit = 0; unit < units; unit += 1) {
    if (members[round * units + unit]!.length === 0) continue;
    const table = pinned[round * units + unit]!;
    if (table === NOWHERE) {
      free.push(unit);
      continue;
    }
    const load = seats.load[round * tables + table]! + sizeOf(model, round, unit);
    if (load > cap[table]! || meetsApart(seats, round, unit, table)) return null;
    seats.sit(round, unit, table);
  }
  return free;
}

/** Gets everybody up again. */
export function clearRound(seats: Seats, round: number): void {
  const { units } = seats.model;
  for (let unit = 0; unit < units; unit += 1) {
    if (seats.at[round * units + unit] !== NOWHERE) seats.leave(round, unit);
  }
}

/** How many of a unit are here in a round. */
export function sizeOf(model: Model, round: number, unit: number): number {
  return model.members[round * model.units + unit]!.length;
}

/** The table that costs a unit least in a round, NOWHERE where none may take it. */
export function cheapest(seats: Seats, round: number, unit: number): number {
  const { tables, cap } = seats.model;
  const size = sizeOf(seats.model, round, unit);
  let best = NOWHERE;
  let bestCost = Infinity;
  for (let table = 0; table < tables; table += 1) {
    if (seats.load[round * tables + table]! + size > cap[table]!) continue;
    if (!mayJoin(seats, round, unit, table)) continue;
    const cost = costOf(seats, round, unit, table);
    if (cost < bestCost) {
      best = table;
      bestCost = cost;
    }
  }
  return best;
}

/** What sitting down at a table costs, hard rules aside: seen tables, then load, then known people. */
function costOf(seats: Seats, round: number, unit: number, table: number): number {
  const { model } = seats;
  const { tables, people, units, members } = model;
  const cell = round * tables + table;
  let seen = 0;
  let known = 0;
  for (const a of members[round * units + unit]!) {
    if (model.tablesCount && seats.visits[a * tables + table]! > 0) seen += 1;
    for (let i = 0; i < seats.size[cell]!; i += 1) {
      const other = seats.here[cell * seats.width + i]!;
      for (const b of members[round * units + other]!) {
        if (seats.met[a * people + b]! > 0) known += 1;
      }
    }
  }
  return (seen * 10_000 + seats.load[cell]!) * 10_000 + known;
}

/** Whether a unit may sit at a table with those who are there, but for `leaving`; chairs aside. */
export function mayJoin(
  seats: Seats,
  round: number,
  unit: number,
  table: number,
  leaving = NOWHERE,
): boolean {
  const { model } = seats;
  return (
    model.forbidden[unit * model.tables + table] === 0 &&
    !meetsApart(seats, round, unit, table, leaving)
  );
}

function meetsApart(
  { model, at }: Seats,
  round: number,
  unit: number,
  table: number,
  leaving = NOWHERE,
): boolean {
  const apart = model.apart[unit]!;
  for (let i = 0; i < apart.length; i += 1) {
    const other = apart[i]!;
    if (other === unit) return true;
    if (other !== leaving && at[round * model.units + other] === table) return true;
  }
  return false;
}
