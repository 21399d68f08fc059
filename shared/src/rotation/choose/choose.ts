import { NOWHERE, type Model } from '../model.ts';
import type { NoPlan } from '../no-plan.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { start } from '../start.ts';
import { climb } from './climb.ts';
import { colouring, type Edge } from './colouring.ts';
import { honoured } from './wish-flow.ts';
import { wishRoomOf } from './wish-room.ts';

/**
 * A rotation by ranked wishes. Where everybody who moves is here in every round, the best there is:
 * a flow says who gets which tables, and a colouring in which round. Else the best that exchanges
 * find from a valid rotation.
 */
export function choose(model: Model, random: Random): Seats | NoPlan {
  const spread = spreadOverRounds(model);
  if (spread !== null) return spread;
  const seats = start(model, random);
  if (seats instanceof Seats) climb(seats, random);
  return seats;
}

/** The optimum of the wishes, or null where somebody comes, goes, is bound or goes with others. */
function spreadOverRounds(model: Model): Seats | null {
  const { rounds, firstRound, people, units, tables, unitAt, pinned } = model;
  const visitors = visitorsOf(model);
  const count = rounds - firstRound;
  if (visitors === null || count === 0) return null;
  const room = wishRoomOf(model);
  const given = honoured(room);
  if (!filledUp(model, visitors, given, room.seats)) return null;

  // A table with chairs for several is as many nodes: each has one visitor in a round.
  const edges: Edge[] = [];
  const tableOf: number[] = [];
  const personOf: number[] = [];
  const before = new Int32Array(tables);
  const firstNode = firstNodes(room.seats, count);
  for (const person of visitors) {
    for (const table of given[person]!) {
      edges.push([person, firstNode[table]! + Math.floor(before[table]! / count)]);
      before[table]! += 1;
      personOf.push(person);
      tableOf.push(table);
    }
  }
  const seats = new Seats(model);
  for (let round = firstRound; round < rounds; round += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      const place = pinned[round * units + unit]!;
      if (place !== NOWHERE) seats.sit(round, unit, place);
    }
  }
  for (const [edge, colour] of colouring(edges, count).entries()) {
    const round = firstRound + colour;
    seats.sit(round, unitAt[round * people + personOf[edge]!]!, tableOf[edge]!);
  }
  return seats;
}

/** Those who move in every round to come; null where not everybody moves in all of them or in none. */
function visitorsOf(model: Model): number[] | null {
  const { rounds, firstRound, people, units, unitAt, pinned, members, tables } = model;
  if (model.apart.some((others) => others.length > 0)) return null;
  const visitors: number[] = [];
  const bound = new Int32Array(rounds * tables);
  for (let person = 0; person < people; person += 1) {
    let visits = 0;
    for (let round = firstRound; round < rounds; round += 1) {
      const unit = unitAt[round * people + person]!;
      if (unit === NOWHERE || members[round * units + unit]!.length > 1) return null;
      const place = pinned[round * units + unit]!;
      if (place === NOWHERE) visits += 1;
      else bound[round * tables + place]! += 1;
    }
    if (visits > 0 && visits < rounds - firstRound) return null;
    if (visits > 0) visitors.push(person);
  }
  for (let round = firstRound + 1; round < rounds; round += 1) {
    for (let table = 0; table < tables; table += 1) {
      if (bound[round * tables + table] !== bound[firstRound * tables + table]) return null;
    }
  }
  for (let table = 0; table < tables; table += 1) {
    if (bound[firstRound * tables + table]! > model.cap[table]!) return null;
  }
  return visitors;
}

/** The first node by table; a table has one for each chair that visitors have. */
function firstNodes(seats: readonly number[], rounds: number): number[] {
  let next = 0;
  return seats.map((all) => {
    const first = next;
    next += Math.ceil(all / rounds);
    return first;
  });
}

/**
 * Gives each visitor a table for every round: the emptiest they have not got, one at a time in turn.
 * False where somebody finds none.
 */
function filledUp(
  model: Model,
  visitors: readonly number[],
  given: readonly number[][],
  seats: readonly number[],
): boolean {
  const { tables, people, unitAt, firstRound, rounds } = model;
  const load = new Int32Array(tables);
  for (const list of given) for (const table of list) load[table]! += 1;
  for (let visit = 1; visit <= rounds - firstRound; visit += 1) {
    for (const person of visitors) {
      const own = given[person]!;
      if (own.length >= visit) continue;
      const unit = unitAt[firstRound * people + person]!;
      let best = NOWHERE;
      let isBestSeen = true;
      for (let table = 0; table < tables; table += 1) {
        const isClosed = model.forbidden[unit * tables + table] === 1;
        if (isClosed || load[table]! >= seats[table]!) continue;
        const isSeen = own.includes(table) || model.visits[person * tables + table]! > 0;
        const isBetter =
          best === NOWHERE || (isSeen === isBestSeen ? load[table]! < load[best]! : isBestSeen);
        if (!isBetter) continue;
        best = table;
        isBestSeen = isSeen;
      }
      if (best === NOWHERE) return false;
      own.push(best);
      load[best]! += 1;
    }
  }
  return true;
}
