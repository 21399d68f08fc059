import { NOWHERE, type Model } from './model.ts';
import { Seats } from './seats.ts';
import { countVisitors, openTables, visitsBeyondPeople, type Visitors } from './visits-bound.ts';

/** Repeats of people who have not tables enough, and of whoever comes to tables for want of others. */
interface Repeats {
  again: number;
  beyond: number;
}

interface Pinned {
  seats: Seats;
  visitors?: Visitors;
  repeats?: Repeats;
}

/** Counted once for a model: several bounds ask for them. */
const pinnedByModel = new WeakMap<Model, Pinned>();

function pinnedOf(model: Model): Pinned {
  let pinned = pinnedByModel.get(model);
  if (pinned === undefined) {
    pinned = { seats: Seats.of(model, model.pinned) };
    pinnedByModel.set(model, pinned);
  }
  return pinned;
}

/**
 * Only those who must sit where they sit. Every count but the imbalance only grows when somebody
 * sits down, so what these cost is a bound already: team-mates who must host side by side, somebody
 * fixed at one table all day, what was before.
 */
export function pinnedOnly(model: Model): Seats {
  return pinnedOf(model).seats;
}

/** How many people can come to each table beside those who must sit where they sit. */
export function visitorsOf(model: Model): Visitors {
  const pinned = pinnedOf(model);
  pinned.visitors ??= countVisitors(model, pinned.seats);
  return pinned.visitors;
}

export function repeatsOf(model: Model): Repeats {
  const pinned = pinnedOf(model);
  pinned.repeats ??= repeats(model, pinned.seats, visitorsOf(model));
  return pinned.repeats;
}

function repeats(model: Model, pinned: Seats, visitors: Visitors): Repeats {
  const { people, tables, units, members, firstRound, rounds } = model;
  const visits = new Int32Array(people);
  const isOpen = openTables(model);
  for (let cell = firstRound * units; cell < rounds * units; cell += 1) {
    if (model.pinned[cell] !== NOWHERE) continue;
    for (const person of members[cell]!) visits[person]! += 1;
  }
  let again = 0;
  for (let person = 0; person < people; person += 1) {
    if (visits[person] === 0) continue;
    let fresh = 0;
    for (let table = 0; table < tables; table += 1) {
      const at = person * tables + table;
      if (isOpen[at] === 1 && pinned.visits[at] === 0) fresh += 1;
    }
    again += Math.max(0, visits[person]! - fresh);
  }
  return { again, beyond: visitsBeyondPeople(model, pinned, visitors) };
}
