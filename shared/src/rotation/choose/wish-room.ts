import { NOWHERE, type Model } from '../model.ts';
import { Seats } from '../seats.ts';
import { honoured, type WishRoom } from './wish-flow.ts';

/**
 * What can still be made of the wishes in a rotation under way, whatever else binds people in a
 * round: nobody can get more than the flow in it gives, and everybody gets that where all are here in
 * every round.
 */
export function wishRoomIn(under: Seats): WishRoom {
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
  for (const [person, tables] of honoured(room).entries()) {
    const list = room.wishes[person]!;
    for (const { table, worth } of list) if (tables.includes(table)) sum -= worth;
    sum -= room.hadWorth[person]!;
    const met = room.had[person]! + tables.length;
    for (let i = 0; i < Math.min(met, atLeast.length); i += 1) atLeast[i]! -= 1;
  }
  return [...atLeast, sum];
}
