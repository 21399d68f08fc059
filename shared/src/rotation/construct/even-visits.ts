import { seatPinned } from '../greedy.ts';
import { NOWHERE, type Model } from '../model.ts';
import { Seats } from '../seats.ts';
import { coreOf, type Core } from './core.ts';
import { coloured } from './edge-colours.ts';

/**
 * A rotation in which nobody comes back to a table or to their own, and tables are as even as they
 * can be with that, whoever meets whom; so its imbalance is a bound where nobody comes back. Null where
 * the room is not for walkers and their hosts alone, or somebody has too few tables.
 */
export function evenlyVisited(model: Model): Seats | null {
  if (model.firstRound > 0 || !model.tablesCount || (model.instance.relay ?? 0) > 0) return null;
  const core = coreOf(model);
  if (core === null) return null;
  return evenVisits(model, core, (person, table) => {
    return model.visits[person * model.tables + table] === 0;
  });
}

/**
 * Nobody comes back to a table or to one they should not visit, and tables are as even as that
 * allows, whoever meets whom: which tables each walker visits is decided first, then when. Of use
 * where tables to be avoided leave few ways; and where walkers are no more than tables, they never
 * meet at all.
 *
 * @param mayVisit whether a walker may go to a table.
 * @returns null where somebody has fewer tables than rounds, or tables too few chairs.
 */
export function evenVisits(
  model: Model,
  { walkers, isEven }: Core,
  mayVisit: (person: number, table: number) => boolean,
): Seats | null {
  const { rounds, tables } = model;
  if (!isEven) return null;
  const all = Array.from({ length: tables }, (_, table) => table);
  const open = walkers.map((person) => all.filter((table) => mayVisit(person, table)));
  if (open.some((own) => own.length < rounds)) return null;
  const pinned = Seats.of(model, model.pinned);
  const room = model.cap.map((chairs, table) => (chairs - pinned.load[table]!) * rounds);
  const given = spreadOver(open, room, rounds);
  if (given === null) return null;
  const tableOf = coloured(given, rounds);
  const seats = new Seats(model);
  for (let round = 0; round < rounds; round += 1) {
    if (seatPinned(seats, round) === null) return null;
    for (const [i, person] of walkers.entries()) {
      seats.sit(round, model.unitAt[person]!, tableOf[i * rounds + round]!);
    }
  }
  return seats;
}

/**
 * So many different tables for each person that, spread over the rounds, tables are as even as can
 * be: each visit goes to the emptiest table that a chain of others, who give up one table for
 * another, can free a place at.
 */
function spreadOver(
  open: readonly (readonly number[])[],
  room: Int32Array,
  rounds: number,
): number[][] | null {
  const tables = room.length;
  const given = open.map((): number[] => []);
  const visitors = Array.from({ length: tables }, (): number[] => []);
  /** By table, in the search under way: who would come here, and instead of which table. */
  const through = new Int32Array(tables);
  const insteadOf = new Int32Array(tables);
  for (let visit = 0; visit < rounds; visit += 1) {
    for (const person of open.keys()) if (!add(person)) return null;
  }
  return given;

  /** How many are at a table already in the round in which one more comes best. */
  function level(table: number): number {
    return Math.floor(visitors[table]!.length / rounds);
  }

  function add(person: number): boolean {
    let lowest = Infinity;
    for (let table = 0; table < tables; table += 1) lowest = Math.min(lowest, level(table));
    through.fill(NOWHERE);
    const reached: number[] = [];
    const reach = (one: number, from: number): void => {
      for (const table of open[one]!) {
        if (through[table] !== NOWHERE || given[one]!.includes(table)) continue;
        through[table] = one;
        insteadOf[table] = from;
        reached.push(table);
      }
    };
    reach(person, NOWHERE);
    let best = NOWHERE;
    for (let i = 0; i < reached.length; i += 1) {
      const table = reached[i]!;
      const isOpen = visitors[table]!.length < room[table]!;
      if (isOpen && (best === NOWHERE || visitors[table]!.length < visitors[best]!.length)) {
        best = table;
      }
      if (best !== NOWHERE && level(best) === lowest && i + 1 >= open[person]!.length) break;
      for (const other of visitors[table]!) reach(other, table);
    }
    for (let table = best; table !== NOWHERE; table = insteadOf[table]!) {
      const one = through[table]!;
      const gives = insteadOf[table]!;
      given[one]!.push(table);
      visitors[table]!.push(one);
      if (gives === NOWHERE) return true;
      given[one]!.splice(given[one]!.indexOf(gives), 1);
      visitors[gives]!.splice(visitors[gives]!.indexOf(one), 1);
    }
    return false;
  }
}
