import { NOWHERE, type Model } from '../model.ts';
import { Seats } from '../seats.ts';
import { evenlyHonoured, type EvenChoice, type EvenRoom } from './even-wishes.ts';
import type { WishRoom } from './wish-flow.ts';

/**
 * What can still be made of the wishes in a rotation under way, whatever else binds people in a
 * round: nobody can get more than the flow in it gives, and everybody gets that where all are here in
 * every round.
 */
function wishRoomIn(under: Seats): WishRoom {
  const { model } = under;
  const { rounds, firstRound, people, units, tables, unitAt, cap } = model;
  const seats = Array.from(cap, (chairs) => chairs * (rounds - firstRound));
  const visits = Array.from({ length: people }, () => 0);
  const held = Array.from({ length: people }, () => new Set<number>());
  for (let round = firstRound; round < rounds; round += 1) {
    for (let table = 0; table < tables; table += 1) {
      seats[table]! -= under.load[round * tables + table]!;
    }
    for (let person = 0; person < people; person += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit === NOWHERE) continue;
      const place = under.at[round * units + unit]!;
      if (place === NOWHERE) visits[person]! += 1;
      else held[person]!.add(place);
    }
  }
  for (const [person, id] of model.personIds.entries()) {
    for (const seat of model.instance.past?.seats[id]?.slice(0, firstRound) ?? []) {
      const table = seat === null ? NOWHERE : model.tableIds.indexOf(seat);
      if (table !== NOWHERE) held[person]!.add(table);
    }
  }
  const isForbidden = (person: number, table: number): boolean => {
    for (let round = firstRound; round < rounds; round += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit !== NOWHERE && model.forbidden[unit * tables + table] === 0) return false;
    }
    return true;
  };
  return {
    wishes: model.wishes.map((list, person) =>
      Array.from(list, (table, rank) => ({ table, worth: list.length - rank })).filter(
        ({ table }) => !held[person]!.has(table) && !isForbidden(person, table),
      ),
    ),
    visits,
    had: model.wishes.map(
      (list, person) => list.filter((table) => held[person]!.has(table)).length,
    ),
    hadWorth: model.wishes.map((list, person) =>
      list.reduce(
        (sum, table, rank) => sum + (held[person]!.has(table) ? list.length - rank : 0),
        0,
      ),
    ),
    seats,
  };
}

/** The same with the loads that are there already. */
export function evenRoomIn(under: Seats): EvenRoom {
  const { model, visits } = under;
  const { rounds, firstRound, people, tables, unitAt, forbidden, cap } = model;
  const closed = Uint8Array.from(visits, (count) => (count > 0 ? 1 : 0));
  for (let round = firstRound; round < rounds; round += 1) {
    for (let person = 0; person < people; person += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit === NOWHERE) continue;
      for (let table = 0; table < tables; table += 1) {
        if (forbidden[unit * tables + table] === 1) closed[person * tables + table] = 1;
      }
    }
  }
  const levels = Array.from(cap, (chairs, table) => {
    const own: number[] = [];
    for (let round = firstRound; round < rounds; round += 1) {
      for (let n = under.load[round * tables + table]!; n < chairs; n += 1) own.push(n);
    }
    return own.sort((a, b) => a - b);
  });
  return { ...wishRoomIn(under), closed, levels };
}

const choiceByModel = new WeakMap<Model, EvenChoice>();

/** Who gets which tables where nobody but the bound has a seat; worked out once for a model. */
export function choiceOf(model: Model): EvenChoice {
  let choice = choiceByModel.get(model);
  if (choice === undefined) {
    choice = evenlyHonoured(evenRoomIn(Seats.of(model, model.pinned)));
    choiceByModel.set(model, choice);
  }
  return choice;
}

/** The same before anybody but the bound has a seat. */
export function wishRoomOf(model: Model): WishRoom {
  return wishRoomIn(Seats.of(model, model.pinned));
}

/**
 * What nobody can beat, as `Worth.wishes` counts: the flow's optimum, whatever else binds people in
 * a round. In a relay it speaks of the hosts chosen; other hosts may have other wishes open. Empty
 * without wishes.
 */
export function wishBound(model: Model): number[] {
  if (!model.hasWishes) return [];
  const room = wishRoomOf(model);
  const longest = model.wishes.reduce((most, list) => Math.max(most, list.length), 0);
  const atLeast = Array.from({ length: Math.min(longest, model.rounds) }, () => 0);
  let sum = 0;
  for (const [person, tables] of choiceOf(model).wished.entries()) {
    const list = room.wishes[person]!;
    for (const { table, worth } of list) if (tables.includes(table)) sum -= worth;
    sum -= room.hadWorth[person]!;
    const met = room.had[person]! + tables.length;
    for (let i = 0; i < Math.min(met, atLeast.length); i += 1) atLeast[i]! -= 1;
  }
  return [...atLeast, sum];
}

/**
 * How uneven tables are at least where the wishes are honoured as well as they can be and nobody comes
 * back to a table: for a rotation that does both. Null where this is not known.
 */
export function unevenByWishes(seats: Seats): number | null {
  const { model } = seats;
  if (!model.hasWishes || !model.tablesCount || seats.tableRepeats > 0) return null;
  if (model.members.some((unit) => unit.length > 1)) return null;
  const choice = choiceOf(model);
  const bound = wishBound(model);
  if (!choice.isEvenest || seats.worth().wishes.some((n, at) => n !== bound[at])) return null;
  const pinned = Seats.of(model, model.pinned);
  return pinned.loadPairs + choice.pairs - pinned.evenLoadPairs;
}
