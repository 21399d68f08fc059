/**
 * Tables closed for the day and opened again. A closed table keeps its team, its number and its
 * notes, but nobody is sent there any more; in the home round a team is still at its own table.
 */
import type { Instance } from '../rotation/index.ts';
import { staying, withPerson, withTable } from './by-hand.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { Doing } from './deed.ts';
import type { Table } from './definition.ts';
import type { PersonChange } from './fact.ts';
import type { RoundNumber, TableId } from './ids.ts';
import { noRound } from './no-seat.ts';
import type { Person, RotationQuality } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { toldRound } from './position.ts';
import { homeRound, roundCount, visitingRounds } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { changedItineraries, changesOf, repairInstance, type SeatChange } from './repair.ts';
import { fits, type Proposal } from './rotation.ts';
import { freeTable, homeSeat, partnersOf } from './seating.ts';
import { withTableMark } from './table-mark.ts';

/** `closed`: why; null opens the table. */
export interface TableChange {
  table: TableId;
  closed: string | null;
}

/** A change that may mean other seats. */
export type Change = TableChange | { changed: PersonChange } | { added: Table };

/** A change that is thought through: who must go now, and what is to be planned anew after that. */
export interface Thought {
  /** Seats in the told round, of those who are at the table. */
  now: SeatChange[];
  /** Null where no visit comes any more, or nobody is seated yet. */
  instance: Instance | null;
}

/** What a change, or with null a repair alone, means for people's seats. */
export function thinkThrough(cafe: Cafe, change: Change | null): Thought | { refusal: Refusal } {
  if (change === null) {
    const instance = repairInstance(cafe);
    return instance === null ? noRound(cafe) : { now: [], instance };
  }
  if ('added' in change) {
    return { now: [], instance: repairInstance(withTable(cafe, change.added)) };
  }
  if ('changed' in change) return thinkOf(cafe, change.changed);
  const { table: id, closed } = change;
  const { tables } = cafe.definition;
  const table = tables.find((one) => one.id === id);
  if (table === undefined) return refuse('no table');
  if (closed !== null) {
    const isLast = tables.every((one) => one === table || one.closed !== undefined);
    if (isLast) return refuse('cannot plan');
    const stays = ({ here, fixedAt }: Person): boolean => here && fixedAt === id;
    if (Object.values(cafe.people).some(stays)) return refuse('seat fixed');
  }
  const marked = withTableMark(cafe, id, closed);
  const now = closed === null ? [] : leaving(marked, table);
  if (now === null) return refuse('cannot plan');
  return { now, instance: repairInstance(withChanges(marked, now)) };
}

/** Somebody who is here and of whom something is changed that seats are made from. */
function thinkOf(cafe: Cafe, change: PersonChange): Thought {
  const was = cafe.people[change.whom];
  const after = withPerson(cafe, change);
  const is = after.people[change.whom];
  const fields = ['team', 'fixedAt', 'goesWith'] as const;
  const isSame = change.freed.length === 0 && fields.every((field) => was?.[field] === is?.[field]);
  if (is?.here !== true || isSame) return { now: [], instance: null };
  const now: SeatChange[] = [];
  const home = homeRound(cafe.definition.programme);
  const told = toldRound(cafe.definition.programme, cafe.stage);
  if (home !== null && told !== null && told < home && cafe.itineraries?.[is.id] !== undefined) {
    const from = cafe.itineraries[is.id]?.tables[home - 1] ?? null;
    const to = homeSeat(after, is);
    if (from !== to) now.push({ person: is.id, round: home, from, to, hosting: false });
  }
  return { now, instance: repairInstance(staying(after, change)) };
}

/** What changes for people's seats, with the plan for the rounds to come; null where there is none. */
export function thoughtChanges(
  cafe: Cafe,
  { now }: Thought,
  proposal: Proposal | null,
): { changes: SeatChange[]; quality: RotationQuality | null } | null {
  if (proposal === null) return { changes: now, quality: cafe.quality };
  const later = changesOf(cafe, proposal);
  return later === null ? null : { ...later, changes: [...now, ...later.changes] };
}

/** Closes or opens a table, with the seats as they were previewed, or not at all. */
export function changeTable(
  cafe: Cafe,
  command: CommandOf<'closeTable' | 'openTable'>,
  proposal: Proposal | null,
): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { kind, table } = command;
  const closed = kind === 'closeTable' ? command.reason : null;
  const before = cafe.definition.tables.find(({ id }) => id === table);
  if (before !== undefined && (before.closed === undefined) === (closed === null)) {
    const faster = markedBy(cafe, table);
    return faster === null ? { facts: [] } : { refusal: { code: 'already', ...faster } };
  }
  const thought = thinkThrough(cafe, { table, closed });
  if ('refusal' in thought) return thought;
  const { instance } = thought;
  if (instance !== null && (proposal === null || !fits(proposal, instance))) {
    return refuse('old preview');
  }
  const found = thoughtChanges(cafe, thought, instance === null ? null : proposal);
  if (found === null) return refuse('cannot plan');
  const rounds = roundCount(cafe.definition.programme);
  const itineraries = changedItineraries(cafe, found.changes, rounds);
  const { quality } = found;
  const seats = cafe.itineraries === null ? {} : { seats: { itineraries, quality } };
  return {
    facts: [
      closed === null
        ? { kind: 'tableOpened', table, ...seats }
        : { kind: 'tableClosed', table, reason: closed, ...seats },
    ],
  };
}

/** Who closed or opened a table last, or undid that; null where it is not remembered. */
function markedBy({ deeds }: Cafe, table: TableId): Doing | null {
  const doings = deeds.flatMap(({ by, at, last: { body }, undone }): Doing[] => {
    const isMark = body.kind === 'tableClosed' || body.kind === 'tableOpened';
    return isMark && body.table === table ? [undone ?? { by, at }] : [];
  });
  return doings.toSorted((one, other) => other.at - one.at)[0] ?? null;
}

/**
 * New seats in the told round for those who are told to be at a closed table, those who go together
 * at one; null where chairs are wanting. At home a team stays.
 */
function leaving(cafe: Cafe, { id: table }: Table): SeatChange[] | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  if (round === null || round === homeRound(cafe.definition.programme)) return [];
  if (picksTables(cafe.definition)) return unpicked(cafe, table, round);
  const changes: SeatChange[] = [];
  const isThere = ({ id, here }: Person): boolean =>
    here && cafe.itineraries?.[id]?.tables[round - 1] === table;
  const all = Object.values(cafe.people).filter(isThere);
  for (const person of all) {
    if (changes.some((change) => change.person === person.id)) continue;
    const movers = [person, ...partnersOf(cafe, person).filter(isThere)];
    const to = freeTable(withChanges(cafe, changes), person, round, movers.length);
    if (to === null) return null;
    for (const one of movers) changes.push(change(one, round, table, to));
  }
  return changes;
}

/** Where people pick their tables they are asked to pick again; nobody hosts there later either. */
function unpicked(cafe: Cafe, table: TableId, from: RoundNumber): SeatChange[] {
  const visits = visitingRounds(cafe.definition.programme);
  return Object.values(cafe.people).flatMap(({ id: person, here }) =>
    (cafe.itineraries?.[person]?.tables ?? []).flatMap((seat, i): SeatChange[] => {
      const round = i + 1;
      if (!here || seat !== table || round < from || round > visits) return [];
      return [{ person, round, from: table, to: null, hosting: false }];
    }),
  );
}

function change(
  { id: person }: Person,
  round: RoundNumber,
  from: TableId,
  to: TableId,
): SeatChange {
  return { person, round, from, to, hosting: false };
}

function withChanges(cafe: Cafe, changes: readonly SeatChange[]): Cafe {
  if (cafe.itineraries === null) return cafe;
  const changed = changedItineraries(cafe, changes, roundCount(cafe.definition.programme));
  return { ...cafe, itineraries: { ...cafe.itineraries, ...changed } };
}
