import { seatPinned } from '../greedy.ts';
import { NOWHERE, type Model } from '../model.ts';
import { pinnedOnly } from '../pinned.ts';
import { Seats } from '../seats.ts';
import { coreOf } from './core.ts';
import { coloured } from './edge-colours.ts';

/**
 * Walkers × tables × rounds for which this is found in some hundredths of a second; more of them only
 * where nearly every visit finds its table at once: in rooms for plans by theory.
 */
const WORK_MAX = 12_000;

/**
 * A rotation in which nobody comes back to a table or to their own who need not, and tables are as even
 * as they can be with that, whoever meets whom; so its imbalance is a bound among such. Null where
 * somebody who is not bound goes with others or is not here in all rounds to come, where hosts are not
 * the same all the time, in a relay, and in most large rooms.
 */
export function evenlyVisited(model: Model): Seats | null {
  if (!model.tablesCount || (model.instance.relay ?? 0) > 0) return null;
  const walkers = walkersAlone(model);
  if (walkers === null) return null;
  const { firstRound, rounds, tables, hasTold } = model;
  const isLarge = walkers.length * tables * (rounds - firstRound) > WORK_MAX;
  if (isLarge && (hasTold || firstRound > 0 || coreOf(model)?.isEven !== true)) return null;
  const isNew = (person: number, table: number): boolean =>
    model.visits[person * model.tables + table] === 0;
  return evenVisits(model, walkers, isNew, true);
}

/** Everybody who is not bound, where all of them are alone and here in all rounds to come. */
function walkersAlone(model: Model): number[] | null {
  const { firstRound, rounds, people, units, members, pinned, unitAt } = model;
  const walkers: number[] = [];
  for (let person = 0; person < people; person += 1) {
    let free = 0;
    for (let round = firstRound; round < rounds; round += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit === NOWHERE || pinned[round * units + unit] !== NOWHERE) continue;
      if (members[round * units + unit]!.length > 1) return null;
      free += 1;
    }
    if (free === 0) continue;
    if (free < rounds - firstRound) return null;
    walkers.push(person);
  }
  return walkers;
}

/**
 * Nobody comes back to a table or to one they should not visit, if they need not, and tables are as even
 * as that allows, whoever meets whom: which tables each walker visits is decided first, then when. Of use
 * where tables to be avoided leave few ways; and where walkers are no more than tables, they never
 * meet at all.
 *
 * @param walkers all who are not bound, each alone and here in all rounds to come.
 * @param mayVisit whether a walker may go to a table without coming back.
 * @param mayReturn whether a walker who has fewer such tables than rounds goes to any others beside.
 * @returns null where somebody has too few tables, or tables have too few chairs, or not the same hosts
 *   in all rounds.
 */
export function evenVisits(
  model: Model,
  walkers: readonly number[],
  mayVisit: (person: number, table: number) => boolean,
  mayReturn = false,
): Seats | null {
  const { firstRound, tables, unitAt, people } = model;
  const rounds = model.rounds - firstRound;
  const base = boundAllDay(model);
  if (base === null) return null;
  const all = Array.from({ length: tables }, (_, table) => table);
  const open = walkers.map((person) => all.filter((table) => mayVisit(person, table)));
  if (!mayReturn && open.some((own) => own.length < rounds)) return null;
  const given = spreadOver(open, base, model.cap, rounds);
  if (given === null) return null;
  const tableOf = coloured(given, rounds);
  const seats = new Seats(model);
  for (let round = 0; round < rounds; round += 1) {
    const at = firstRound + round;
    if (seatPinned(seats, at) === null) return null;
    for (const [i, person] of walkers.entries()) {
      seats.sit(at, unitAt[at * people + person]!, tableOf[i * rounds + round]!);
    }
  }
  return seats;
}

/** How many are bound to each table; null where these are not as many in all rounds to come. */
function boundAllDay(model: Model): Int32Array | null {
  const { firstRound, rounds, tables } = model;
  const { load } = pinnedOnly(model);
  const base = load.slice(firstRound * tables, (firstRound + 1) * tables);
  for (let cell = firstRound * tables; cell < rounds * tables; cell += 1) {
    if (load[cell] !== base[cell % tables]) return null;
  }
  return base;
}

/** Visits of one person: so many, each to another of these tables. */
interface Visits {
  person: number;
  open: readonly number[];
  count: number;
}

/**
 * So many tables for each person as there are rounds, different ones where so many are open, such that,
 * spread over the rounds, tables are as even as can be: each visit goes to the emptiest table that a
 * chain of others, who give up one table for another, can free a place at. Whoever has fewer tables
 * than rounds visits all of them, and any tables beside.
 */
function spreadOver(
  open: readonly (readonly number[])[],
  base: Int32Array,
  cap: Int32Array,
  rounds: number,
): number[][] | null {
  const tables = base.length;
  const anywhere = Array.from({ length: tables }, (_, table) => table);
  const wanted: Visits[] = open.flatMap((own, person) => {
    const count = Math.min(rounds, own.length);
    const again = { person, open: anywhere, count: 1 };
    return [{ person, open: own, count }, ...Array.from({ length: rounds - count }, () => again)];
  });
  const chosen = chooseEvenly(wanted, base, cap, rounds);
  if (chosen === null) return null;
  const given = open.map((): number[] => []);
  for (const [i, { person }] of wanted.entries()) given[person]!.push(...chosen[i]!);
  return given;
}

function chooseEvenly(
  wanted: readonly Visits[],
  base: Int32Array,
  cap: Int32Array,
  rounds: number,
): number[][] | null {
  const tables = base.length;
  const given = wanted.map((): number[] => []);
  const visitors = Array.from({ length: tables }, (): number[] => []);
  /** By table, in the search under way: who would come here, and instead of which table. */
  const through = new Int32Array(tables);
  const insteadOf = new Int32Array(tables);
  const most = wanted.reduce((longest, { count }) => Math.max(longest, count), 0);
  for (let visit = 0; visit < most; visit += 1) {
    for (const [one, { count }] of wanted.entries()) {
      if (visit < count && !add(one)) return null;
    }
  }
  return given;

  /** How many sit at a table in all rounds. */
  function filled(table: number): number {
    return base[table]! * rounds + visitors[table]!.length;
  }

  /** How many are at a table already in the round in which one more comes best. */
  function level(table: number): number {
    return Math.floor(filled(table) / rounds);
  }

  function hasRoom(table: number): boolean {
    return filled(table) < cap[table]! * rounds;
  }

  function add(first: number): boolean {
    let lowest = Infinity;
    for (let table = 0; table < tables; table += 1) {
      if (hasRoom(table)) lowest = Math.min(lowest, level(table));
    }
    through.fill(NOWHERE);
    const reached: number[] = [];
    const reach = (one: number, from: number): void => {
      for (const table of wanted[one]!.open) {
        if (through[table] !== NOWHERE || given[one]!.includes(table)) continue;
        through[table] = one;
        insteadOf[table] = from;
        reached.push(table);
      }
    };
    reach(first, NOWHERE);
    let best = NOWHERE;
    for (let i = 0; i < reached.length; i += 1) {
      const table = reached[i]!;
      if (hasRoom(table) && (best === NOWHERE || filled(table) < filled(best))) {
        best = table;
      }
      if (best !== NOWHERE && level(best) === lowest && i + 1 >= wanted[first]!.open.length) break;
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
