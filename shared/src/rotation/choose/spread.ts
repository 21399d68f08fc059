import { cheapest, seatPinned, sizeOf } from '../greedy.ts';
import { compareWorth } from '../instance.ts';
import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { dearTables, seatGroup } from './group-wish.ts';
import { Itineraries } from './itineraries.ts';
import { honoured } from './wish-flow.ts';
import { wishRoomIn, wishRoomOf } from './wish-room.ts';

/**
 * A rotation that honours the wishes of a flow: who is bound sits first, then groups, each where most
 * of its people wish to be; the flow says which tables everybody else gets, and they are spread over
 * the rounds. Null where somebody finds no seat that way.
 */
export function spread(model: Model, random: Random): Seats | null {
  const seats = new Seats(model);
  const isDear = dearTables(wishRoomOf(model));
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    const free = seatPinned(seats, round);
    if (free === null) return null;
    const groups = shuffled(
      free.filter((unit) => sizeOf(model, round, unit) > 1),
      random,
    ).sort((a, b) => sizeOf(model, round, b) - sizeOf(model, round, a));
    for (const group of groups) if (!seatGroup(seats, round, group, isDear)) return null;
  }
  const room = wishRoomIn(seats);
  const wished = honoured(room);
  const others = filledUp(seats, room.visits, room.seats, wished);
  giveWished(seats, wished, others);
  const emptiest = new Seats(model);
  emptiest.copy(seats);
  giveOthers(seats, others);
  return better(seatRest(seats) ? seats : null, seatRest(emptiest) ? emptiest : null);
}

/** Wished tables, those of people who are here least before others, evenly over the rounds. */
function giveWished(seats: Seats, wished: number[][], others: number[][]): void {
  const even = new Itineraries(seats, evenLimits(seats, [...wished, ...others].flat()));
  const full = new Itineraries(seats, allChairs(seats.model));
  const rounds = (person: number): number => wished[person]!.length + others[person]!.length;
  const order = [...wished.keys()].sort((a, b) => rounds(a) - rounds(b) || a - b);
  for (const person of order) {
    for (const table of wished[person]!) {
      if (!even.give(person, table)) full.give(person, table);
    }
  }
}

/** The other tables, such that nobody returns to one. */
function giveOthers(seats: Seats, others: number[][]): void {
  const even = new Itineraries(seats, evenLimits(seats, others.flat()));
  for (const [person, tables] of others.entries()) {
    for (const table of tables) even.give(person, table);
  }
}

/** The second where it is truly better: emptiest tables first is even, but may lead back to a table. */
function better(one: Seats | null, other: Seats | null): Seats | null {
  if (one === null || other === null) return one ?? other;
  return compareWorth(other.worth(), one.worth()) < 0 ? other : one;
}

/**
 * Chairs by round and table such that a table's visitors come as evenly over the rounds as those
 * who sit there already allow.
 */
function evenLimits({ model, load }: Seats, visits: readonly number[]): Int32Array {
  const { firstRound, rounds, tables, cap } = model;
  const left = new Int32Array(tables);
  for (const table of visits) left[table]! += 1;
  const limits = load.slice();
  for (let table = 0; table < tables; table += 1) {
    for (let level = 1; level <= cap[table]! && left[table]! > 0; level += 1) {
      for (let round = firstRound; round < rounds; round += 1) {
        const cell = round * tables + table;
        if (limits[cell]! >= level) continue;
        limits[cell] = level;
        left[table]! -= 1;
      }
    }
  }
  return limits;
}

function allChairs({ rounds, tables, cap }: Model): Int32Array {
  return Int32Array.from({ length: rounds * tables }, (_, cell) => cap[cell % tables]!);
}

/**
 * The other tables of each person, one for every visit without a wish: the emptiest over the day
 * that they have not seen, one at a time in turn.
 */
function filledUp(
  seats: Seats,
  visits: readonly number[],
  chairs: readonly number[],
  wished: readonly (readonly number[])[],
): number[][] {
  const { model } = seats;
  const { tables, rounds, firstRound } = model;
  const load = new Int32Array(tables);
  const left = Int32Array.from(chairs);
  for (let cell = firstRound * tables; cell < rounds * tables; cell += 1) {
    load[cell % tables]! += seats.load[cell]!;
  }
  const take = (table: number): void => {
    load[table]! += 1;
    left[table]! -= 1;
  };
  for (const table of wished.flat()) take(table);
  const others = wished.map((): number[] => []);
  for (let visit = 1; visit <= rounds - firstRound; visit += 1) {
    for (const [person, own] of others.entries()) {
      if (visit > visits[person]! || wished[person]!.length + own.length >= visit) continue;
      let best = NOWHERE;
      for (let table = 0; table < tables; table += 1) {
        if (left[table]! <= 0 || (best !== NOWHERE && load[table]! >= load[best]!)) continue;
        if (seats.visits[person * tables + table]! > 0 || isClosed(model, person, table)) continue;
        if (!own.includes(table) && !wished[person]!.includes(table)) best = table;
      }
      if (best === NOWHERE) continue;
      own.push(best);
      take(best);
    }
  }
  return others;
}

function isClosed(model: Model, person: number, table: number): boolean {
  const { rounds, firstRound, people, tables, unitAt, forbidden } = model;
  for (let round = firstRound; round < rounds; round += 1) {
    const unit = unitAt[round * people + person]!;
    if (unit !== NOWHERE && forbidden[unit * tables + table] === 1) return true;
  }
  return false;
}

/** Whoever has no seat yet in a round takes the one that costs least. */
function seatRest(seats: Seats): boolean {
  const { model } = seats;
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    for (let unit = 0; unit < model.units; unit += 1) {
      if (sizeOf(model, round, unit) === 0) continue;
      if (seats.at[round * model.units + unit] !== NOWHERE) continue;
      const table = cheapest(seats, round, unit);
      if (table === NOWHERE) return false;
      seats.sit(round, unit, table);
    }
  }
  return true;
}
