import { filledUp } from './even.ts';
import { NOWHERE, type Model } from './model.ts';
import type { Seats } from './seats.ts';

/**
 * How many people can come to a table that they have not seen: for each table of a model, among those
 * who are free and not kept from it.
 */
export interface Visitors {
  readonly all: Int32Array;
  /** Of these, whom no team-mate awaits there in every round. */
  readonly strangers: Int32Array;
}

/** @param pinned only those who must sit where they sit. */
export function countVisitors(model: Model, pinned: Seats): Visitors {
  const { people, tables } = model;
  const all = new Int32Array(tables);
  const strangers = new Int32Array(tables);
  const isOpen = openTables(model);
  const awaits = matesAt(model);
  for (let person = 0; person < people; person += 1) {
    for (let table = 0; table < tables; table += 1) {
      const at = person * tables + table;
      if (isOpen[at] === 0 || pinned.visits[at]! > 0) continue;
      all[table]! += 1;
      if (!awaits(person, table)) strangers[table]! += 1;
    }
  }
  return { all, strangers };
}

/** 1 at `person * tables + table` where somebody has a round in which they may go there. */
export function openTables(model: Model): Uint8Array {
  const { firstRound, rounds, people, units, tables, members, pinned, forbidden } = model;
  const isOpen = new Uint8Array(people * tables);
  const hasForbidden = forbidden.includes(1);
  for (let round = firstRound; round < rounds; round += 1) {
    for (let unit = 0; unit < units; unit += 1) {
      if (pinned[round * units + unit] !== NOWHERE) continue;
      for (const person of members[round * units + unit]!) {
        if (!hasForbidden) {
          isOpen.fill(1, person * tables, (person + 1) * tables);
          continue;
        }
        for (let table = 0; table < tables; table += 1) {
          if (forbidden[unit * tables + table] === 0) isOpen[person * tables + table] = 1;
        }
      }
    }
  }
  return isOpen;
}

/** Whether somebody of one's team sits at a table in every round, come what may. */
function matesAt(model: Model): (person: number, table: number) => boolean {
  const { firstRound, rounds, people, units, tables, members, pinned, team, aside } = model;
  const mates = new Map<number, number[]>();
  for (let unit = 0; unit < units; unit += 1) {
    const table = pinned[firstRound * units + unit]!;
    if (table === NOWHERE) continue;
    for (const person of members[firstRound * units + unit]!) {
      let stays = team[person] !== NOWHERE;
      for (let round = firstRound; round < rounds && stays; round += 1) {
        const own = model.unitAt[round * people + person]!;
        stays = own !== NOWHERE && pinned[round * units + own] === table;
      }
      if (!stays) continue;
      const key = team[person]! * tables + table;
      mates.set(key, [...(mates.get(key) ?? []), person]);
    }
  }
  if (mates.size === 0) return () => false;
  return (person, table) =>
    (mates.get(team[person]! * tables + table) ?? []).some(
      (mate) => mate !== person && aside[mate * people + person] === 0,
    );
}

/** What the other tables have no chairs for must come to a table, and only so many people can. */
export function visitsBeyondPeople(model: Model, pinned: Seats, { all }: Visitors): number {
  const { firstRound, rounds, people, tables, cap, unitAt } = model;
  const chairs = cap.reduce((sum, own) => sum + own, 0);
  const needed = new Int32Array(tables);
  for (let round = firstRound; round < rounds; round += 1) {
    let present = 0;
    for (let person = 0; person < people; person += 1) {
      if (unitAt[round * people + person] !== NOWHERE) present += 1;
    }
    for (let table = 0; table < tables; table += 1) {
      const bound = pinned.load[round * tables + table]!;
      needed[table]! += Math.max(0, present - (chairs - cap[table]!) - bound);
    }
  }
  return needed.reduce((again, visits, table) => again + Math.max(0, visits - all[table]!), 0);
}

/** The fewest free people at each table in a round in which tables are as even as can be. */
function leastVisits(model: Model, pinned: Seats, round: number): Int32Array {
  const { units, tables, members, cap } = model;
  let free = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const cell = round * units + unit;
    if (model.pinned[cell] === NOWHERE) free += members[cell]!.length;
  }
  const base = pinned.load.subarray(round * tables, (round + 1) * tables);
  const loads = filledUp(base, cap, free);
  // Of those at the lowest level with chairs left any may be the one that has no more.
  let level = Infinity;
  for (const [table, load] of loads.entries()) {
    if (load < cap[table]!) level = Math.min(level, load);
  }
  return Int32Array.from(loads, (load, table) => {
    return Math.min(load, Math.max(base[table]!, level)) - base[table]!;
  });
}

/**
 * Visits to tables where team-mates sit, as even tables need more visits than strangers can make.
 * Each adds at least one pair of a mate who stays and one who comes.
 */
export function visitsToMates(model: Model, pinned: Seats, { strangers }: Visitors): number {
  const { firstRound, rounds, tables } = model;
  const needed = new Int32Array(tables);
  for (let round = firstRound; round < rounds; round += 1) {
    for (const [table, visits] of leastVisits(model, pinned, round).entries()) {
      needed[table]! += visits;
    }
  }
  return needed.reduce((sum, visits, table) => sum + Math.max(0, visits - strangers[table]!), 0);
}
