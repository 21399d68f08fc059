import { NOWHERE, type Model } from './model.ts';
import { shuffled, type Random } from './random.ts';
import { Seats } from './seats.ts';

/**
 * Seats round after round: pinned units first, then every unit, in shuffled order and the largest
 * first, at the table that costs least. In this order of weight: a table that holds it and nobody
 * it must not meet, a table it has not seen, an even load, people it has not met.
 *
 * Returns null where a unit fits at no table.
 */
export function greedy(model: Model, random: Random): Seats | null {
  const { units, tables, members, pinned, cap } = model;
  const seats = new Seats(model);
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    const free: number[] = [];
    for (let unit = 0; unit < units; unit += 1) {
      if (members[round * units + unit]!.length === 0) continue;
      const table = pinned[round * units + unit]!;
      if (table === NOWHERE) {
        free.push(unit);
        continue;
      }
      const load = seats.load[round * tables + table]! + size(model, round, unit);
      if (load > cap[table]! || meetsApart(seats, round, unit, table)) return null;
      seats.sit(round, unit, table);
    }
    // Shuffled, then by size: sort is stable, so equal sizes stay shuffled.
    const order = shuffled(free, random).sort(
      (a, b) => size(model, round, b) - size(model, round, a),
    );
    for (const unit of order) {
      const table = cheapest(seats, round, unit);
      if (table === NOWHERE) return null;
      seats.sit(round, unit, table);
    }
  }
  return seats;
}

function size(model: Model, round: number, unit: number): number {
  return model.members[round * model.units + unit]!.length;
}

/** The table that costs a unit least in a round, NOWHERE where none may take it. */
export function cheapest(seats: Seats, round: number, unit: number): number {
  const { model } = seats;
  const { tables, people } = model;
  const own = model.members[round * model.units + unit]!;
  let best = NOWHERE;
  let bestCost = Infinity;
  for (let table = 0; table < tables; table += 1) {
    const load = seats.load[round * tables + table]!;
    if (load + own.length > model.cap[table]! || !mayJoin(seats, round, unit, table)) continue;
    let seen = 0;
    let known = 0;
    const cell = round * tables + table;
    for (const a of own) {
      if (model.tablesCount && seats.visits[a * tables + table]! > 0) seen += 1;
      for (let i = 0; i < seats.size[cell]!; i += 1) {
        const other = seats.here[cell * seats.width + i]!;
        for (const b of model.members[round * model.units + other]!) {
          if (seats.met[a * people + b]! > 0) known += 1;
        }
      }
    }
    const cost = (seen * 10_000 + load) * 10_000 + known;
    if (cost < bestCost) {
      best = table;
      bestCost = cost;
    }
  }
  return best;
}

/** Whether a unit may sit at a table with those who are there, chairs aside. */
export function mayJoin(seats: Seats, round: number, unit: number, table: number): boolean {
  const { model } = seats;
  return (
    model.forbidden[unit * model.tables + table] === 0 && !meetsApart(seats, round, unit, table)
  );
}

function meetsApart({ model, at }: Seats, round: number, unit: number, table: number): boolean {
  return model.apart[unit]!.some(
    (other) => other === unit || at[round * model.units + other] === table,
  );
}
