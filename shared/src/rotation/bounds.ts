import { evenlyVisited } from './construct/even-visits.ts';
import { filledUp, pairs } from './even.ts';
import type { Costs } from './instance.ts';
import { NOWHERE, type Model } from './model.ts';
import { pinnedOnly, repeatsOf, visitorsOf } from './pinned.ts';
import { jointBound } from './repair/joint-bound.ts';
import { repairBound, type Among } from './repair/repair-bound.ts';
import { relayRepairBound } from './repair/relay-repair-bound.ts';
import { Seats } from './seats.ts';
import { sixTablesBound } from './six-tables.ts';
import { returningBound, spreadBound } from './spread-bound.ts';
import { twoTablesBound } from './two-tables.ts';
import { visitsToMates } from './visits-bound.ts';

/** What nobody can beat, proven. */
export interface Bounds {
  tableRepeats: number;
  /** Of plans that repeat no more tables than that. */
  imbalance: number;
  /** Imbalance of plans that honour the wishes as well and repeat as few tables, where that is more. */
  imbalanceInOrder?: number;
  waste: number;
  /** Seats that must differ from what was told. */
  changed: number;
  /** Waste and changed seats together, where something was told: pairs must meet again or move. */
  wasteAndChanged?: number;
  /** Waste of plans with as few wasted meetings and changed seats together, where that is more. */
  wasteInOrder?: number;
}

/** Whether nothing can be better, but for the meetings. */
export function isAtBounds(costs: Costs, bounds: Bounds): boolean {
  const { tableRepeats, imbalance, waste, changed, wasteAndChanged = waste + changed } = bounds;
  return (
    costs.tableRepeats <= tableRepeats &&
    costs.imbalance <= (bounds.imbalanceInOrder ?? imbalance) &&
    costs.waste <= (bounds.wasteInOrder ?? waste) &&
    costs.waste + costs.changed <= wasteAndChanged
  );
}

/**
 * The bounds beside a plan: what it wastes less, other plans that waste no more must change.
 */
export function boundsBeside(bounds: Bounds, { waste }: Costs): Bounds {
  const { changed, wasteAndChanged } = bounds;
  if (wasteAndChanged === undefined) return bounds;
  return { ...bounds, changed: Math.max(changed, wasteAndChanged - waste) };
}

/**
 * Lower bounds of a model's rotations, each with its proof beside it. `docs/rotation.md` says them
 * in words.
 *
 * @param among the plans the bounds on waste and changes speak of; a plan that repeats more tables
 *   than need be, or is less even, could have less of these.
 * @param evenest the evenest seats among those that repeat as few tables; looked for where nothing is
 *   told and nobody need come back.
 */
export function lowerBounds(
  model: Model,
  among: Among = { distinct: true, even: true },
  evenest?: Seats | null,
): Bounds {
  const pinned = pinnedOnly(model);
  const tableRepeats = repeatsBound(model);
  const isDistinct = model.tablesCount && among.distinct && tableRepeats === pinned.tableRepeats;
  const isAgain = model.tablesCount && among.distinct && !isDistinct && !model.hasTold;
  const least = imbalanceBound(model, pinned);
  const looked = isDistinct && !model.hasTold ? evenlyVisited(model) : null;
  const known = among.distinct ? evenest : null;
  const imbalance = Math.max(least, (known ?? looked)?.imbalance ?? 0);
  const isEven = among.even && imbalance === least;
  const toMates = isDistinct && isEven ? visitsToMates(model, pinned, visitorsOf(model)) : 0;
  const waste = Math.max(
    pinned.waste +
      Math.max(
        spreadBound(pinned, isDistinct, isEven),
        isAgain ? returningBound(pinned, tableRepeats - pinned.tableRepeats, isEven) : 0,
        toMates,
        isDistinct ? sixTablesBound(model) : 0,
        isDistinct ? twoTablesBound(model) : 0,
      ),
    acquaintanceBound(model),
  );
  const bounds = { tableRepeats, imbalance, waste, changed: 0 };
  if (!model.hasTold) return bounds;
  const changed = repairBound(model, amongKnown(model, { ...among, even: isEven }));
  return { ...bounds, changed, wasteAndChanged: waste + changed };
}

/**
 * The same bounds, those on changes drawn tighter with more work: for a plan that is not at them
 * already, and no further than to where it is.
 */
export function tighterBounds(
  { model, waste, changed: now }: Seats,
  bounds: Bounds,
  among: Among,
  enough = waste + now,
): Bounds {
  if (!model.hasTold) return bounds;
  const bound = pinnedOnly(model).waste;
  const { changed, either } = jointBound(
    model,
    amongKnown(model, among),
    enough - bound,
    bounds.changed,
  );
  const wasteAndChanged = Math.max(bounds.waste + changed, bound + either);
  return { ...bounds, changed, wasteAndChanged };
}

/**
 * Lower bounds for every fair choice of a relay's hosts, not only the model's: what holds whoever of
 * a team hosts.
 */
export function boundsOfAnyHosts(
  model: Model,
  among: Among = { distinct: true, even: true },
): Bounds {
  const isEachAlone = (model.instance.together ?? []).length === 0;
  const fixed = fixedOnly(model);
  const tableRepeats = model.tablesCount ? fixed.tableRepeats : 0;
  const imbalance = isEachAlone ? imbalanceBound(model, pinnedOnly(model)) : 0;
  const waste = Math.max(fixed.waste + hostsTogether(model), acquaintanceBound(model));
  const bounds = { tableRepeats, imbalance, waste, changed: 0 };
  if (!model.hasTold) return bounds;
  const changed = relayRepairBound(model, { ...among, even: among.even && isEachAlone });
  return { ...bounds, changed, wasteAndChanged: waste + changed };
}

/**
 * What those waste who cannot move. In a relay whose hosts may still be others: those who are fixed
 * elsewhere, and hosts side by side, whoever they are.
 */
export function boundWaste(model: Model, anyHosts: boolean): number {
  return anyHosts ? fixedOnly(model).waste + hostsTogether(model) : pinnedOnly(model).waste;
}

/**
 * Hosts of a table are of one team and sit side by side, whoever they are; what they waste. Only
 * pairs who go together do not count, and a fair relay lets them host together only so often.
 */
function hostsTogether(model: Model): number {
  const { people, rounds, firstRound, tables, tableIds, team, hosts, instance, aside } = model;
  let waste = 0;
  for (let table = 0; table < tables; table += 1) {
    const members: number[] = [];
    for (let person = 0; person < people; person += 1) {
      if (instance.people[person]!.home === tableIds[table]) members.push(person);
    }
    const isOneTeam = members.every(
      (person) => team[person] !== NOWHERE && team[person] === team[members[0]!],
    );
    if (!isOneTeam) continue;
    let sideBySide = 0;
    for (let round = firstRound; round < rounds; round += 1) {
      sideBySide += pairs(members.filter((person) => hosts[round * people + person] === 1).length);
    }
    let together = 0;
    for (const [i, a] of members.entries()) {
      for (let j = 0; j < i; j += 1) together += aside[a * people + members[j]!]!;
    }
    if (together > 0) sideBySide -= together * timesTogether(model, members);
    waste += Math.max(0, sideBySide);
  }
  return waste;
}

/** How often two of a team can host side by side at most, where everybody hosts equally often. */
function timesTogether(
  { people, rounds, firstRound, unitAt, hosts }: Model,
  team: number[],
): number {
  const times = team.map((person) => {
    let hosted = 0;
    for (let round = firstRound; round < rounds; round += 1)
      hosted += hosts[round * people + person]!;
    return hosted;
  });
  const isHereAllDay = team.every((person) =>
    Array.from({ length: rounds }, (_, round) => unitAt[round * people + person]).every(
      (unit) => unit !== NOWHERE,
    ),
  );
  const isFair = Math.max(...times) - Math.min(...times) <= 1;
  if (firstRound > 0 || !isHereAllDay || !isFair) return rounds - firstRound;
  const all = times.reduce((sum, n) => sum + n, 0);
  // Two can host once more than the rest only if there are two such turns.
  return Math.floor(all / team.length) + (all % team.length >= 2 ? 1 : 0);
}

/** Only those who are fixed at a table that is not their own, where they never host. */
function fixedOnly(model: Model): Seats {
  const { instance, tableIds, members } = model;
  const isVisit = (cell: number): boolean => {
    const table = tableIds[model.pinned[cell] ?? NOWHERE];
    const own = Array.from(members[cell]!, (person) => instance.people[person]!);
    return own.some(({ fixed }) => fixed === table) && own.every(({ home }) => home !== table);
  };
  return Seats.of(
    model,
    model.pinned.map((at, cell) => (at !== NOWHERE && isVisit(cell) ? at : NOWHERE)),
  );
}

/**
 * Whoever visits more often than there are tables they may visit and have not seen comes again; and
 * a table that needs more visits than people can come to it sees some again.
 */
function repeatsBound(model: Model): number {
  if (!model.tablesCount) return 0;
  const { again, beyond } = repeatsOf(model);
  return pinnedOnly(model).tableRepeats + Math.max(again, beyond);
}

/**
 * The same plans, and whether those with the fewest repeated tables are known to be without any
 * that somebody does not need. Where tables need more visits than people can come to them, anybody
 * may be the one who comes again.
 */
export function amongKnown(model: Model, among: Among): Among {
  if (!among.distinct || !model.tablesCount) return among;
  const { again, beyond } = repeatsOf(model);
  return { ...among, distinct: again >= beyond };
}

/** The pinned sit where they sit; the most even everybody else can do is to fill up the lowest. */
function imbalanceBound(model: Model, pinned: Seats): number {
  const { firstRound, rounds, tables, units, members, cap } = model;
  let least = 0;
  for (let round = firstRound; round < rounds; round += 1) {
    let free = 0;
    for (let unit = 0; unit < units; unit += 1) {
      const cell = round * units + unit;
      if (model.pinned[cell] === NOWHERE) free += members[cell]!.length;
    }
    const base = pinned.load.subarray(round * tables, (round + 1) * tables);
    for (const load of filledUp(base, cap, free)) least += pairs(load);
  }
  return least - pinned.evenLoadPairs;
}

/**
 * There are only so many pairs to make acquainted: what even the evenest tables seat beyond them
 * is waste.
 */
function acquaintanceBound(model: Model): number {
  const { people, units, members, aside, met, unitAt, rounds, firstRound } = model;
  const blank = new Seats(model);
  let seatings = blank.evenLoadPairs;
  for (let round = firstRound; round < rounds; round += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      const own = members[round * units + unit]!;
      for (const [i, a] of own.entries()) {
        for (let j = 0; j < i; j += 1) seatings -= aside[a * people + own[j]!]!;
      }
    }
  }
  if (seatings <= 0) return blank.waste;
  const canMeet = (a: number, b: number): boolean => {
    for (let round = firstRound; round < rounds; round += 1) {
      const one = unitAt[round * people + a]!;
      const other = unitAt[round * people + b]!;
      if (one === NOWHERE || other === NOWHERE) continue;
      if (!model.apart[one]!.includes(other)) return true;
    }
    return false;
  };
  let fresh = 0;
  // Where there are pairs enough nothing is left to prove.
  for (let a = 0; a < people && fresh < seatings; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (met[a * people + b]! > 0 || aside[a * people + b] === 1) continue;
      if (canMeet(a, b)) fresh += 1;
    }
  }
  return blank.waste + Math.max(0, seatings - fresh);
}
