import { mayJoin } from '../greedy.ts';
import { NOWHERE, type Model } from '../model.ts';
import { Seats } from '../seats.ts';
import { isEvener } from '../start.ts';

/** A changed seat weighs so many steps of a way. */
const CHANGE = 8;

/** Somebody's going from a table to another in a round. */
interface Move {
  round: number;
  unit: number;
  from: number;
  to: number;
}

/** What it takes at least to get from a table to another, and who goes when, at `from * tables + to`. */
interface Arcs {
  readonly cost: Float64Array;
  readonly unit: Int32Array;
  readonly round: Int32Array;
}

/**
 * Makes tables as even as they can be where a round by itself cannot make them so without that somebody
 * comes back to a table: everybody who moves alone may take their tables in another order, and one
 * table for another that they have not seen. Few seats are changed, and nobody comes back more often.
 *
 * - In two rounds: whoever sits at a table that has two more people in the one than in the other has
 *   both seats changed about, and so on with somebody at the table to which that leads, until one is
 *   reached that has more in the other round.
 * - Over all rounds: somebody gives up a table that has many visits for another, where somebody gives up
 *   theirs, until a table is reached that has few.
 *
 * Whoever comes back to a table goes to one they have not seen, and all begins anew. Where everybody moves alone and is here in all rounds to come, nothing is then
 * more even with as few returns.
 */
export function evenedOut(found: Seats): Seats {
  const seats = Seats.of(found.model, found.at);
  let best = found;
  // Each time fewer come back, or all rounds together become more even, or else one of them does, which
  // cannot go on for ever. In between one of them may be less even, and groups in the way of more.
  do {
    while (evenBetweenRounds(seats));
    if (isEvener(seats, best)) best = Seats.of(seats.model, seats.at);
  } while (evenOverAll(seats) || visitNewTables(seats));
  return best;
}

/** Whoever comes back to a table goes to one they have not seen, as long as it has a chair. */
function visitNewTables(seats: Seats): boolean {
  const { model, at, visits } = seats;
  const { firstRound, rounds, units, tables, members, tablesCount } = model;
  if (!tablesCount) return false;
  let isFewer = false;
  for (let round = firstRound; round < rounds; round += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      if (!isFree(model, round, unit)) continue;
      const own = members[round * units + unit]![0]! * tables;
      const from = at[round * units + unit]!;
      if (visits[own + from]! < 2) continue;
      const to = emptiestOf(seats, round, unit, (table) => visits[own + table] === 0);
      if (to !== NOWHERE && make(seats, [{ round, unit, from, to }])) isFewer = true;
    }
  }
  return isFewer;
}

/** The table with fewest people of those that a unit may join, NOWHERE where none has a chair. */
function emptiestOf(
  seats: Seats,
  round: number,
  unit: number,
  isWanted: (table: number) => boolean,
): number {
  const { tables, cap } = seats.model;
  const row = round * tables;
  let best = NOWHERE;
  for (let table = 0; table < tables; table += 1) {
    if (!isWanted(table) || seats.load[row + table]! >= cap[table]!) continue;
    if (best !== NOWHERE && seats.load[row + table]! >= seats.load[row + best]!) continue;
    if (mayJoin(seats, round, unit, table)) best = table;
  }
  return best;
}

function evenBetweenRounds(seats: Seats): boolean {
  const { firstRound, rounds } = seats.model;
  for (let one = firstRound; one < rounds; one += 1) {
    for (let other = firstRound; other < rounds; other += 1) {
      if (one !== other && evenBetween(seats, one, other)) return true;
    }
  }
  return false;
}

/** Between a round and another in which a table has at least two people fewer. */
function evenBetween(seats: Seats, one: number, other: number): boolean {
  const { model, load } = seats;
  const { tables } = model;
  const more = (table: number): number =>
    load[one * tables + table]! - load[other * tables + table]!;
  const crowded = Array.from({ length: tables }, (_, table) => table).filter(
    (table) => more(table) > 1,
  );
  if (crowded.length === 0) return false;
  const arcs = noArcs(tables);
  for (const [unit, from, to] of bothFree(seats, one, other)) {
    const changes = changesOf(model, one, unit, from, to) + changesOf(model, other, unit, to, from);
    offer(arcs, tables, { round: one, unit, from, to }, changes);
  }
  return crowded.some((table) => {
    const way = cheapestWay(tables, arcs, table, (end) => (more(end) < 0 ? 0 : Infinity));
    const back = way.map(({ unit, from, to }) => ({ round: other, unit, from: to, to: from }));
    return way.length > 0 && make(seats, [...way, ...back]);
  });
}

/** Units of one that are free in both rounds, with the tables at which they sit, where these differ. */
function* bothFree(
  { model, at }: Seats,
  one: number,
  other: number,
): Generator<[unit: number, from: number, to: number]> {
  const { units } = model;
  for (let unit = 0; unit < units; unit += 1) {
    if (!isFree(model, one, unit) || !isFree(model, other, unit)) continue;
    const from = at[one * units + unit]!;
    const to = at[other * units + unit]!;
    if (from !== to) yield [unit, from, to];
  }
}

/** From a table with many visits to one with few, through people who have not seen the next one. */
function evenOverAll(seats: Seats): boolean {
  const { model, load, at, visits } = seats;
  const { firstRound, rounds, tables, units, members, cap, tablesCount } = model;
  const filled = new Int32Array(tables);
  for (let round = firstRound; round < rounds; round += 1) {
    for (let table = 0; table < tables; table += 1) filled[table]! += load[round * tables + table]!;
  }
  const level = (visitors: number): number => Math.floor(visitors / (rounds - firstRound));
  const arcs = noArcs(tables);
  for (let round = firstRound; round < rounds; round += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      if (!isFree(model, round, unit)) continue;
      const from = at[round * units + unit]!;
      const own = members[round * units + unit]![0]! * tables;
      const isAgain = !tablesCount || visits[own + from]! > 1;
      for (let to = 0; to < tables; to += 1) {
        if (to === from || load[round * tables + to]! >= cap[to]!) continue;
        if (!isAgain && visits[own + to]! > 0) continue;
        const changes = changesOf(model, round, unit, from, to);
        offer(arcs, tables, { round, unit, from, to }, changes);
      }
    }
  }
  const fullest = Array.from(filled.keys()).sort((a, b) => filled[b]! - filled[a]!);
  return fullest.some((table) => {
    const saved = level(filled[table]! - 1);
    // As low as can be, before as few changes as can be.
    const way = cheapestWay(tables, arcs, table, (end) =>
      level(filled[end]!) < saved ? level(filled[end]!) : Infinity,
    );
    return way.length > 0 && make(seats, way);
  });
}

function isFree({ units, members, pinned }: Model, round: number, unit: number): boolean {
  const cell = round * units + unit;
  return members[cell]!.length === 1 && pinned[cell] === NOWHERE;
}

/** How many more seats differ from what was told. */
function changesOf(
  { people, told, units, members }: Model,
  round: number,
  unit: number,
  from: number,
  to: number,
): number {
  const was = told[round * people + members[round * units + unit]![0]!]!;
  return was === NOWHERE ? 0 : (was === to ? 0 : 1) - (was === from ? 0 : 1);
}

function noArcs(tables: number): Arcs {
  return {
    cost: new Float64Array(tables * tables).fill(Infinity),
    unit: new Int32Array(tables * tables),
    round: new Int32Array(tables * tables),
  };
}

function offer(arcs: Arcs, tables: number, { round, unit, from, to }: Move, changes: number): void {
  const cost = 1 + CHANGE * Math.max(0, changes);
  const arc = from * tables + to;
  if (cost >= arcs.cost[arc]!) return;
  arcs.cost[arc] = cost;
  arcs.unit[arc] = unit;
  arcs.round[arc] = round;
}

/**
 * The cheapest way from a table to one of those whose rank is least, as moves; none where none is reached.
 *
 * @param rank of a table as an end; Infinity for one that is none.
 */
function cheapestWay(
  tables: number,
  { cost, unit, round }: Arcs,
  start: number,
  rank: (end: number) => number,
): Move[] {
  const distance = new Float64Array(tables).fill(Infinity);
  const before = new Int32Array(tables).fill(NOWHERE);
  const isDone = new Uint8Array(tables);
  distance[start] = 0;
  let end = NOWHERE;
  for (;;) {
    let next = NOWHERE;
    for (let table = 0; table < tables; table += 1) {
      const isNear = isDone[table] === 0 && distance[table]! < Infinity;
      if (isNear && (next === NOWHERE || distance[table]! < distance[next]!)) next = table;
    }
    if (next === NOWHERE) break;
    isDone[next] = 1;
    const isEnd = next !== start && rank(next) < Infinity;
    if (isEnd && (end === NOWHERE || rank(next) < rank(end))) end = next;
    for (let table = 0; table < tables; table += 1) {
      const reached = distance[next]! + cost[next * tables + table]!;
      if (reached >= distance[table]!) continue;
      distance[table] = reached;
      before[table] = next;
    }
  }
  const moves: Move[] = [];
  for (let to = end; to !== NOWHERE && to !== start; to = before[to]!) {
    const from = before[to]!;
    const arc = from * tables + to;
    moves.push({ round: round[arc]!, unit: unit[arc]!, from, to });
  }
  return moves;
}

/** Makes the moves of a way, if nobody is brought to whom they must not meet. */
function make(seats: Seats, moves: readonly Move[]): boolean {
  for (const { round, unit } of moves) seats.leave(round, unit);
  const isAllowed = moves.every(({ round, unit, to }) => {
    const may = mayJoin(seats, round, unit, to);
    seats.sit(round, unit, to);
    return may;
  });
  if (isAllowed) return true;
  const { units } = seats.model;
  for (const { round, unit } of moves) {
    if (seats.at[round * units + unit] !== NOWHERE) seats.leave(round, unit);
  }
  for (const { round, unit, from } of moves) seats.sit(round, unit, from);
  return false;
}
