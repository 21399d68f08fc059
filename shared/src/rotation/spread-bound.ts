import { evenLoads, filledUp, pairs } from './even.ts';
import { NOWHERE, type Model } from './model.ts';
import { leastOverlap, type Range } from './overlap.ts';
import type { Seats } from './seats.ts';

/**
 * People who sat together (or are of one team) spread over the tables of a round; where they are
 * more than the tables, some pairs sit together again. Counted round by round among people who
 * move freely and alone, so that no pair is counted twice and none of `pinnedOnly` again.
 *
 * @param fixed only those who must sit where they sit.
 * @param distinct whether nobody returns to a table: then one table fewer is open to a group.
 * @param even whether the tables are as even as can be.
 */
export function spreadBound(fixed: Seats, distinct: boolean, even: boolean): number {
  const { model } = fixed;
  const stays = !model.tablesCount || !distinct;
  const bound = priced(fixed, stays ? 0 : Infinity, even);
  return stays ? bound : Math.max(bound, atOneTable(model, even));
}

/** Prices looked at for a return to a table. */
const PRICES = [1, 2, 3, 4, 6];

/**
 * The same for rotations in which, those aside who must, people come back to a table so many times:
 * with a price on each return, what waste and returns cost together at least, less the price of all
 * returns (Lagrange).
 */
export function returningBound(fixed: Seats, returns: number, even: boolean): number {
  return PRICES.reduce(
    (bound, price) => Math.max(bound, priced(fixed, price, even) - price * returns),
    0,
  );
}

/** Waste at least, and the price of each return to a table of a round before. */
function priced(fixed: Seats, stayPrice: number, even: boolean): number {
  const { model } = fixed;
  const { firstRound, rounds, units, members, pinned } = model;
  const isFree = (round: number, unit: number): boolean =>
    members[round * units + unit]!.length === 1 && pinned[round * units + unit] === NOWHERE;
  const stays = stayPrice < Infinity;
  const again = overlaps(model, stayPrice, even);
  const groups = [model.team, ...tablesBefore(model)];
  let bound = 0;
  for (let round = firstRound; round < rounds; round += 1) {
    let most = 0;
    for (const group of groups) {
      most = Math.max(most, groupsTogether(fixed, group, stays, round, isFree));
    }
    for (let before = firstRound; before < round; before += 1) {
      let both = 0;
      for (let unit = 0; unit < units; unit += 1) {
        if (isFree(before, unit) && isFree(round, unit)) both += 1;
      }
      most = Math.max(most, again(before, round, both));
    }
    bound += most;
  }
  return bound;
}

/** Above this many steps the loads of single tables are not looked at. */
const FLOW_STEPS = 1_000_000;

/**
 * The fewest pairs among `both` people, free and alone in two rounds, that sit together in one and in
 * the other, and the price of each who stays at a table.
 */
function overlaps(
  model: Model,
  stayPrice: number,
  even: boolean,
): (before: number, round: number, both: number) => number {
  const { tables } = model;
  const open = stayPrice < Infinity ? tables : tables - 1;
  const unpaid = stayPrice > 0 ? tables - 1 : tables;
  const evenly = Array.from({ length: tables }, () => Infinity);
  const known = new Map<string, number>();
  return (before, round, both) => {
    const from = rangeOf(model, before, both, even);
    const to = rangeOf(model, round, both, even);
    let spreadEvenly = 0;
    // Pairs in a spread group are a convex function of its size: even groups cost least.
    for (const group of evenLoads(evenly, both)) spreadEvenly += spread(group, open);
    const isSpread =
      from.most.every((load) => load <= unpaid) && to.most.every((load) => load <= unpaid);
    if (isSpread || both * tables * tables > FLOW_STEPS) return spreadEvenly;
    const key = [both, from.least, from.most, to.least, to.most].join(';');
    const least = known.get(key) ?? leastOverlap(from, to, both, stayPrice) ?? spreadEvenly;
    known.set(key, least);
    return Math.max(least, spreadEvenly);
  };
}

/**
 * Two who meet at a certain table meet there once where nobody returns, so whatever else they meet is
 * waste. Of those a table has in one round, so many visit each other table in the other rounds: all
 * of them, less those whom that table never has. Over the rounds they spread as evenly as can be.
 * The table for which this proves most counts. Of use where everybody is alone, free and always here.
 */
function atOneTable(model: Model, even: boolean): number {
  const { firstRound, rounds, units, people, tables, members, pinned } = model;
  const others = rounds - firstRound - 1;
  for (let cell = firstRound * units; cell < rounds * units; cell += 1) {
    if (members[cell]!.length !== 1 || pinned[cell] !== NOWHERE) return 0;
  }
  if (others < 1 || units !== people) return 0;
  // Everybody is always here: one round's loads are as any other's.
  const { least, most } = rangeOf(model, firstRound, people, even);
  let bound = 0;
  for (let table = 0; table < tables; table += 1) {
    const group = least[table]!;
    const visits = new Int32Array(tables);
    let left = group * others;
    for (let to = 0; to < tables; to += 1) {
      if (to === table) continue;
      visits[to] = Math.max(0, group - (people - (others + 1) * least[to]!));
      left -= visits[to]!;
    }
    // Where the rest find room where nobody meets again, nothing is left to prove.
    let roomy = 0;
    for (let to = 0; to < tables; to += 1) {
      const open = to === table ? 0 : Math.min(group, others, others * most[to]!);
      roomy = visits[to]! > others ? -Infinity : roomy + Math.max(0, open - visits[to]!);
    }
    if (left <= roomy) continue;
    for (; left > 0; left -= 1) {
      let next = NOWHERE;
      for (let to = 0; to < tables; to += 1) {
        const isOpen = visits[to]! < Math.min(group, others * most[to]!);
        if (to === table || !isOpen) continue;
        if (next === NOWHERE || visits[to]! < visits[next]!) next = to;
      }
      if (next === NOWHERE) return 0;
      visits[next]! += 1;
    }
    let again = 0;
    for (const count of visits) again += spread(count, others);
    bound = Math.max(bound, (others + 1) * again);
  }
  return bound;
}

/** How many of `counted` people a table has in a round, whoever else is there. */
function rangeOf(model: Model, round: number, counted: number, even: boolean): Range {
  const { units, members, tables, cap } = model;
  const pinnedLoad = new Int32Array(tables);
  let present = 0;
  let isFree = true;
  for (let unit = 0; unit < units; unit += 1) {
    const people = members[round * units + unit]!.length;
    present += people;
    const table = model.pinned[round * units + unit]!;
    if (people === 0 || table === NOWHERE) continue;
    pinnedLoad[table]! += people;
    isFree = false;
  }
  const chairs = cap.reduce((sum, own) => sum + own, 0);
  // The most even loads: every table is full or at one of two levels next to each other.
  const loads = evenLoads(Array.from(cap), present);
  const top = Math.max(0, ...loads);
  const isLevel = loads.every((load, table) => load === top || load === cap[table]);
  const level = isLevel ? top : top - 1;
  const least = new Int32Array(tables);
  const most = new Int32Array(tables);
  for (let table = 0; table < tables; table += 1) {
    const own = cap[table]!;
    const low = even && isFree ? Math.min(own, level) : present - (chairs - own);
    least[table] = Math.max(0, low - (present - counted));
    most[table] = (even && isFree ? Math.min(own, top) : own) - pinnedLoad[table]!;
  }
  return { least, most };
}

/** Pairs that sit together when a group spreads over tables as evenly as can be. */
function spread(group: number, tables: number): number {
  if (tables <= 0) return pairs(group);
  const low = Math.floor(group / tables);
  const more = group - low * tables;
  return more * pairs(low + 1) + (tables - more) * pairs(low);
}

/** Who sat together in each round that has been: a number for each table by person, or NOWHERE. */
export function tablesBefore({ instance, firstRound }: Model): Int32Array[] {
  return Array.from({ length: firstRound }, (_, round) => {
    const numbers = new Map<string, number>();
    return Int32Array.from(instance.people, ({ id }) => {
      const table = instance.past?.seats[id]?.[round] ?? null;
      if (table === null) return NOWHERE;
      const number = numbers.get(table) ?? numbers.size;
      numbers.set(table, number);
      return number;
    });
  });
}

/**
 * People of one group, all of whom know each other (a team, or a table that has been), who must share
 * tables in a round because the free ones are more than the tables they can go to where none of the
 * group sits anyhow. Where nobody returns they cannot go to tables that count as visited, a team's own
 * table among them.
 */
function groupsTogether(
  { model, visits }: Seats,
  group: Int32Array,
  stays: boolean,
  round: number,
  isFree: (round: number, unit: number) => boolean,
): number {
  const { people, units, tables, unitAt, pinned, members, forbidden } = model;
  const groups = group.reduce((most, own) => Math.max(most, own + 1), 0);
  const free = new Int32Array(groups);
  const bound = new Int32Array(groups * tables);
  const isOpen = new Uint8Array(groups * tables);
  const movers: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const own = group[person]!;
    const unit = unitAt[round * people + person]!;
    if (own === NOWHERE || unit === NOWHERE) continue;
    const at = pinned[round * units + unit]!;
    if (at !== NOWHERE && members[round * units + unit]!.length > 0) bound[own * tables + at]! += 1;
    if (!isFree(round, unit)) continue;
    free[own]! += 1;
    movers.push(person);
  }
  // A table each where none of them sits: then nobody need share one, and no more is looked at.
  const wanting = free.slice();
  for (const person of movers) {
    const own = group[person]!;
    const unit = unitAt[round * people + person]!;
    for (let table = 0; wanting[own]! > 0 && table < tables; table += 1) {
      const seat = own * tables + table;
      if (isOpen[seat] === 1 || forbidden[unit * tables + table] === 1) continue;
      if (!stays && visits[person * tables + table]! > 0) continue;
      isOpen[seat] = 1;
      if (bound[seat] === 0) wanting[own]! -= 1;
    }
  }
  let together = 0;
  for (let own = 0; own < groups; own += 1) {
    if (wanting[own] === 0) continue;
    const mates: number[] = [];
    for (let at = own * tables; at < (own + 1) * tables; at += 1) {
      if (isOpen[at] === 1) mates.push(bound[at]!);
    }
    // Each next one joins as few mates as can be, chairs or not.
    const chairs = new Int32Array(mates.length).fill(people);
    const spreadOut = filledUp(Int32Array.from(mates), chairs, free[own]!);
    for (const [i, all] of spreadOut.entries()) together += pairs(all) - pairs(mates[i]!);
  }
  return together;
}
