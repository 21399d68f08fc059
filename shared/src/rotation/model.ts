import type { Instance, RotationPerson } from './instance.ts';
import type { Leaning } from './host-post.ts';
import type { NoPlan } from './no-plan.ts';
import { relayHosts } from './relay.ts';
import { unitsOf, type Unit } from './units.ts';

/** No table: absent, free, or not placed yet. */
export const NOWHERE = -1;

/** What somebody was told and can no longer have: the table is gone. */
const GONE = -2;

/**
 * An instance in numbers, as every part of the planner works on it: people, tables and units by
 * index, flat typed arrays. Rounds are 0-based here and run from `firstRound`; what was before is
 * in `met` and `visits` alone. A *unit* is everybody linked by `together` in a round, and is what is
 * moved. It is there, with all its *members*, only in rounds in which just these people are here: a
 * group of which one is away is another unit then.
 */
export interface Model {
  readonly instance: Instance;
  readonly rounds: number;
  /** The first round that can still be planned. */
  readonly firstRound: number;
  readonly tables: number;
  readonly people: number;
  readonly units: number;
  readonly tableIds: readonly string[];
  readonly personIds: readonly string[];
  /** Seats by table. */
  readonly cap: Int32Array;
  /** Unit at `round * people + person`; NOWHERE where the person is absent. */
  readonly unitAt: Int32Array;
  /** The people of a unit in a round, at `round * units + unit`; none where it is not there. */
  readonly members: readonly Int32Array[];
  /**
   * Where a unit must sit, at `round * units + unit`: a table's index for hosts, fixed people and seats
   * that are kept; NOWHERE where it is free.
   */
  readonly pinned: Int32Array;
  /** 1 at `round * people + person` where this person hosts: no visit. */
  readonly hosts: Uint8Array;
  /** 1 at `unit * tables + table` where a free unit may not sit (its own table in a relay). */
  readonly forbidden: Uint8Array;
  /** Team by person, a number from 0; NOWHERE without team. */
  readonly team: Int32Array;
  /** By unit: the units it may never share a table with. */
  readonly apart: readonly Int32Array[];
  /** 1 at `a * people + b`, both ways, where a pair goes together: no waste. */
  readonly aside: Uint8Array;
  /** Meetings of a pair before `firstRound`, plus one for team-mates, at `a * people + b`, both ways. */
  readonly met: Uint8Array;
  /** What was wasted before `firstRound`, and the pairs of meetings of those who met again. */
  readonly before: { readonly waste: number; readonly meetings: number };
  /** Visits before `firstRound`, plus one for an avoided home table, at `person * tables + table`. */
  readonly visits: Uint8Array;
  /** Told table at `round * people + person`; NOWHERE where nothing was told; or GONE. */
  readonly told: Int32Array;
  readonly hasTold: boolean;
  /** By person: wished tables, the dearest first. */
  readonly wishes: readonly Int32Array[];
  readonly hasWishes: boolean;
  /** False where repeated tables are free. */
  readonly tablesCount: boolean;
}

/**
 * Compiles an instance (already read and consistent in its names): chooses the hosts of a relay,
 * pins hosts and fixed people, and counts the past.
 *
 * @param strict whether a relay that cannot be fair is an error; else it is as fair as can be.
 * @param choice which of several equally fair choices of a relay's hosts; see `relayHosts`.
 * @param leaning who should rather host than others.
 */
export function modelOf(
  instance: Instance,
  strict = true,
  choice = 0,
  leaning?: Leaning,
): Model | NoPlan {
  const { rounds, people } = instance;
  const firstRound = Math.min(instance.past?.rounds ?? 0, rounds);
  const tableIndex = new Map(instance.tables.map(({ id }, i) => [id, i]));
  const personIndex = new Map(people.map(({ id }, i) => [id, i]));
  const grouped = unitsOf(instance);
  const relay = relayHosts(instance, grouped, choice, leaning);
  if (relay.fault !== null && strict) return relay.fault;

  const P = people.length;
  const U = grouped.list.length;
  const T = instance.tables.length;
  const unitAt = new Int32Array(rounds * P).fill(NOWHERE);
  const nobody = new Int32Array(0);
  const members = Array.from({ length: rounds * U }, () => nobody);
  // One array for all rounds of a unit: thousands of them take longer than all else here.
  const membersOf = grouped.list.map((unit) => Int32Array.from(unit));
  const pinned = new Int32Array(rounds * U).fill(NOWHERE);
  const hosts = new Uint8Array(rounds * P);
  const place = (person: RotationPerson, i: number, round: number): number => {
    const hosted = relay.hosts[round]?.has(i)
      ? person.home
      : (person.host ?? person.hosting?.[round]);
    if (hosted != null) hosts[round * P + i] = 1;
    const kept = round < firstRound ? null : instance.kept?.[person.id]?.[round];
    return tableIndex.get(hosted ?? person.fixed ?? kept ?? '') ?? NOWHERE;
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const u of grouped.inRound[round]!) {
      const unit = grouped.list[u]!;
      const cell = round * U + u;
      members[cell] = membersOf[u]!;
      for (const i of unit) {
        unitAt[round * P + i] = u;
        const at = place(people[i]!, i, round);
        if (at !== NOWHERE && pinned[cell] !== NOWHERE && pinned[cell] !== at) {
          const ids = unit.map((member) => people[member]!.id);
          return { reason: 'twoPlaces', people: ids, round: round + 1 };
        }
        if (at !== NOWHERE) pinned[cell] = at;
      }
    }
  }
  const wishes = people.map((person) =>
    Int32Array.from((person.wishes ?? []).flatMap((id) => tableIndex.get(id) ?? [])),
  );
  return {
    instance,
    rounds,
    firstRound,
    tables: T,
    people: P,
    units: U,
    tableIds: instance.tables.map(({ id }) => id),
    personIds: people.map(({ id }) => id),
    cap: Int32Array.from(instance.tables, ({ cap }) => cap),
    unitAt,
    members,
    pinned,
    hosts,
    forbidden: ownTables(instance, grouped.list, tableIndex),
    ...pairsOf(instance, personIndex, unitAt, U),
    visits: visitsBefore(instance, firstRound, tableIndex),
    told: toldSeats(instance, firstRound, tableIndex),
    hasTold: instance.told !== undefined,
    wishes,
    hasWishes: wishes.some((list) => list.length > 0),
    tablesCount: instance.objective?.tables !== false,
  };
}

export function isNoPlan(result: object): result is NoPlan {
  return 'reason' in result;
}

/** In a relay nobody visits their own team's table. */
function ownTables(
  instance: Instance,
  units: readonly Unit[],
  tableIndex: ReadonlyMap<string, number>,
): Uint8Array {
  const T = instance.tables.length;
  const forbidden = new Uint8Array(units.length * T);
  if ((instance.relay ?? 0) === 0) return forbidden;
  for (const [u, unit] of units.entries()) {
    for (const i of unit) {
      const table = tableIndex.get(instance.people[i]!.home ?? '');
      if (table !== undefined) forbidden[u * T + table] = 1;
    }
  }
  return forbidden;
}

/** Teams, pairs apart and together, and who met before. */
function pairsOf(
  instance: Instance,
  personIndex: ReadonlyMap<string, number>,
  unitAt: Int32Array,
  units: number,
): Pick<Model, 'team' | 'apart' | 'aside' | 'met' | 'before'> {
  const { people } = instance;
  const P = people.length;
  const teams = new Map<string, number>();
  const team = Int32Array.from(people, ({ team: name }) => {
    if (name === undefined) return NOWHERE;
    const number = teams.get(name) ?? teams.size;
    teams.set(name, number);
    return number;
  });
  const aside = new Uint8Array(P * P);
  for (const [one, other] of instance.together ?? []) {
    const a = personIndex.get(one)!;
    const b = personIndex.get(other)!;
    aside[a * P + b] = aside[b * P + a] = 1;
  }
  const apart = Array.from({ length: units }, () => new Set<number>());
  for (const [one, other] of instance.apart ?? []) {
    for (let round = 0; round < instance.rounds; round += 1) {
      const a = unitAt[round * P + personIndex.get(one)!]!;
      const b = unitAt[round * P + personIndex.get(other)!]!;
      if (a === NOWHERE || b === NOWHERE) continue;
      apart[a]!.add(b);
      apart[b]!.add(a);
    }
  }
  const met = new Uint8Array(P * P);
  const before = { waste: 0, meetings: 0 };
  const mates = Array.from(teams, (): number[] => []);
  for (const [b, number] of team.entries()) {
    for (const a of mates[number] ?? []) met[a * P + b] = met[b * P + a] = 1;
    mates[number]?.push(b);
  }
  for (let round = 0; round < (instance.past?.rounds ?? 0); round += 1) {
    const at = new Map<string, number[]>();
    for (const [a, { id }] of people.entries()) {
      const table = instance.past?.seats[id]?.[round] ?? null;
      if (table === null) continue;
      const here = at.get(table) ?? [];
      for (const b of here) {
        const times = met[a * P + b]!;
        met[a * P + b] = met[b * P + a] = times + 1;
        if (aside[a * P + b] === 1) continue;
        if (times > 0) before.waste += 1;
        before.meetings += times;
      }
      here.push(a);
      at.set(table, here);
    }
  }
  return { team, apart: apart.map((set) => Int32Array.from(set)), aside, met, before };
}

function visitsBefore(
  instance: Instance,
  firstRound: number,
  tableIndex: ReadonlyMap<string, number>,
): Uint8Array {
  const T = instance.tables.length;
  const visits = new Uint8Array(instance.people.length * T);
  for (const [i, person] of instance.people.entries()) {
    const home = tableIndex.get(person.home ?? '');
    if (instance.objective?.avoidHome === true && home !== undefined) visits[i * T + home] = 1;
    for (let round = 0; round < firstRound; round += 1) {
      const seat = instance.past?.seats[person.id]?.[round] ?? null;
      const hosted =
        (instance.relay ?? 0) > 0 ? person.home : (person.host ?? person.hosting?.[round]);
      const table = seat === null || seat === hosted ? undefined : tableIndex.get(seat);
      if (table !== undefined) visits[i * T + table]! += 1;
    }
  }
  return visits;
}

function toldSeats(
  instance: Instance,
  firstRound: number,
  tableIndex: ReadonlyMap<string, number>,
): Int32Array {
  const { rounds, people } = instance;
  const told = new Int32Array(rounds * people.length).fill(NOWHERE);
  for (const [i, { id }] of people.entries()) {
    for (let round = firstRound; round < rounds; round += 1) {
      const table = instance.told?.[id]?.[round] ?? null;
      if (table !== null) told[round * people.length + i] = tableIndex.get(table) ?? GONE;
    }
  }
  return told;
}
