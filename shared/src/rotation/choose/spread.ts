import { cheapest, seatPinned, sizeOf } from '../greedy.ts';
import { compareWorth } from '../instance.ts';
import { NOWHERE, type Model } from '../model.ts';
import { shuffled, type Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { dearTables, seatGroup } from './group-wish.ts';
import { Itineraries } from './itineraries.ts';
import { evenlyHonoured } from './even-wishes.ts';
import { choiceOf, evenRoomIn, wishRoomOf } from './wish-room.ts';

/**
 * A rotation that honours the wishes of a flow: who is bound sits first, then groups, each where most
 * of its people wish to be; the flow says which tables everybody else gets, and they are spread over
 * the rounds. Null where somebody finds no seat that way.
 */
export function spread(model: Model, random: Random): Seats | null {
  const seats = new Seats(model);
  const isDear = dearTables(wishRoomOf(model));
  let hasGroups = false;
  for (let round = model.firstRound; round < model.rounds; round += 1) {
    const free = seatPinned(seats, round);
    if (free === null) return null;
    const groups = shuffled(
      free.filter((unit) => sizeOf(model, round, unit) > 1),
      random,
    ).sort((a, b) => sizeOf(model, round, b) - sizeOf(model, round, a));
    hasGroups ||= groups.length > 0;
    for (const group of groups) if (!seatGroup(seats, round, group, isDear)) return null;
  }
  const { wished, others } = hasGroups ? evenlyHonoured(evenRoomIn(seats)) : choiceOf(model);
  giveWished(seats, wished, others);
  const emptiest = new Seats(model);
  emptiest.copy(seats);
  giveOthers(seats, others);
  return better(seatRest(seats) ? seats : null, seatRest(emptiest) ? emptiest : null);
}

/** By person. */
type Tables = readonly (readonly number[])[];

/** Wished tables, those of people who are here least before others, evenly over the rounds. */
function giveWished(seats: Seats, wished: Tables, others: Tables): void {
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
function giveOthers(seats: Seats, others: Tables): void {
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
