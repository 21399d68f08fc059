/**
 * One undo for everything that facilitators do live: `undo { fact }` gives back exactly what stood
 * before that press, as long as nothing later has changed it or relies on it (deeds.ts). What time
 * has gone on after (steps, pauses, minutes) is given back with the time there was.
 */
import { seatIn } from './audience.ts';
import type { Cafe, Stage } from './cafe.ts';
import { givenBack, type Cell } from './cells.ts';
import type { Command } from './command.ts';
import type { Decision } from './decide.ts';
import { undoPlan } from './decide-plan.ts';
import { isByClock, newestOf, newestRepair, type Deed } from './deeds.ts';
import type { FactKind, NameChange } from './fact.ts';
import type { PersonId, TableId } from './ids.ts';
import { leftMsAt, stepIndex, toldRound } from './position.ts';
import { mayShowQuestion, type CardRef } from './picked-cards.ts';
import { homeRound, minuteMs, runsByItself } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { hasChairs } from './seating.ts';
import { isOpenIn } from './table-mark.ts';
import { undoTimes } from './times.ts';

/** What names other things, so that without it the café may not hold together. */
const BY_HAND: ReadonlySet<FactKind> = new Set([
  'personChanged',
  'tableDescribed',
  'teamNamed',
  'teamRemoved',
]);

/** What may be done after the close too, and the close itself. */
const UNTIL_DELETED: ReadonlySet<FactKind> = new Set([
  'closed',
  'questionAnswered',
  'questionHidden',
]);

type No = { refusal: Refusal } | null;

/** Undoes one press of a facilitator, or one bell. `back` undoes a step. */
export function undo(
  cafe: Cafe,
  { fact }: Pick<Extract<Command, { kind: 'undo' }>, 'fact'>,
  now: number,
  back: () => Decision,
): Decision {
  const deed = cafe.deeds.find((one) => one.fact === fact);
  if (deed === undefined) return refuse('nothing to undo');
  const no = inTheWay(cafe, deed);
  if (no !== null) return no;
  if (!isByClock(deed)) return undoCells(cafe, deed);
  if (deed.did === 'stepsTimed') return undoTimes(cafe, now);
  if (deed.did === 'planChanged') return undoPlan(cafe);
  if (deed.did === 'stepEntered' || deed.did === 'closed') return back();
  const stage = stageBefore(cafe, deed, now);
  return 'refusal' in stage ? stage : { facts: [{ kind: 'undone', fact, stage }] };
}

/** "Undo the last change of tables": the last repair, closing or opening, whatever came after. */
export function undoRepair(cafe: Cafe): Decision {
  return undoNewest(cafe, newestRepair(cafe));
}

/** Takes the last list back; the names on it are forgotten. */
export function undoTakeIn(cafe: Cafe): Decision {
  return undoNewest(cafe, newestOf(cafe, ['takenIn']));
}

function undoNewest(cafe: Cafe, deed: Deed | null): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  return deed !== null && canUndo(cafe, deed) ? undoCells(cafe, deed) : refuse('nothing to undo');
}

/** Whether a deed can be undone as far as the café says; chairs and minutes are looked at when it is. */
export function canUndo(cafe: Cafe, deed: Deed): boolean {
  if (inTheWay(cafe, deed) !== null) return false;
  return isByClock(deed) || reliance(cafe, deed) === null;
}

/** Why a deed cannot be undone any more, or not now. */
function inTheWay(cafe: Cafe, deed: Deed): No {
  if (deed.undone !== undefined) return { refusal: { code: 'already', ...deed.undone } };
  if (cafe.stage.at === 'closed' && !UNTIL_DELETED.has(deed.did)) return refuse('cafe closed');
  if (deed.did === 'planChanged') {
    // Seats that were changed since are kept.
    const isLast = cafe.replanned !== null && newestOf(cafe, ['planChanged']) === deed;
    return isLast ? null : refuse('nothing to undo');
  }
  const since = deed.since.at(-1);
  if (since !== undefined) {
    return { refusal: { code: 'changed since', by: since.by, at: since.at } };
  }
  switch (deed.did) {
    case 'stepEntered':
    case 'closed':
      return cafe.trail.length === 0 ? refuse('nothing to undo') : null;
    case 'stepsTimed':
      return cafe.retimed === null || newestOf(cafe, ['stepsTimed']) !== deed
        ? refuse('nothing to undo')
        : null;
    case 'extended':
      // A bell that was held would have to ring at once.
      return deed.minutes === undefined ? refuse('nothing to undo') : null;
    default:
      return null;
  }
}

/** Where the clock stood before a pause, a resumption or minutes more, with the time there was. */
function stageBefore(cafe: Cafe, deed: Deed, now: number): Stage | { refusal: Refusal } {
  const { stage } = cafe;
  if (deed.did === 'extended') {
    const addedMs = (deed.minutes ?? 0) * minuteMs(cafe.definition.pace);
    // Whatever waits for a press may be over its time; anything else would have to ring at once.
    const step = cafe.definition.programme[stepIndex(stage) ?? 0];
    const rings = step !== undefined && runsByItself(step);
    if (rings && leftMsAt(stage, now) <= addedMs) return refuse('no minutes');
    if (stage.at === 'step') return { ...stage, endsAt: stage.endsAt - addedMs };
    if (stage.at === 'paused') return { ...stage, leftMs: stage.leftMs - addedMs };
    return refuse('nothing to undo');
  }
  if (stage.at === 'paused') {
    const { index, pausedAt, startedAt, leftMs } = stage;
    const passedMs = pausedAt - startedAt;
    return { at: 'step', index, startedAt: now - passedMs, endsAt: now + leftMs };
  }
  // Resumed by mistake: what has run since is given back.
  if (stage.at === 'step') {
    const { index, startedAt, endsAt } = stage;
    const passedMs = deed.at - startedAt;
    return {
      ...{ at: 'paused', index, startedAt: now - passedMs },
      ...{ leftMs: endsAt - deed.at, pausedAt: now },
    };
  }
  return refuse('nothing to undo');
}

function undoCells(cafe: Cafe, deed: Deed): Decision {
  const after = givenBack(cafe, cellsIn(deed));
  const no = reliance(cafe, deed) ?? crowding(cafe, after, deed);
  if (no !== null) return no;
  const gone = Object.keys(cafe.people).filter((id) => after.people[id] === undefined);
  const names = gone.map((person): NameChange => ({ person, name: null }));
  return { facts: [{ kind: 'undone', fact: deed.fact }], names };
}

/** The café without what a deed did. */
export function undone(cafe: Cafe, fact: number | null): Cafe {
  const deed = cafe.deeds.find((one) => one.fact === fact);
  return deed === undefined ? cafe : givenBack(cafe, cellsIn(deed));
}

function cellsIn({ cells }: Deed): Cell[] {
  return Object.values(cells);
}

/** Where somebody is to go after all, and since when: the seat they were given instead is undone. */
export function takenBack(cafe: Cafe, id: PersonId): { table: TableId; at: number } | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const table = seatIn(cafe, id, round);
  for (const { cells, undone } of cafe.deeds) {
    const cell = cells[`seat ${id} ${String(round)}`];
    if (undone === undefined || cell?.of !== 'seat' || table === null) continue;
    return cell.was?.table === table ? { table, at: undone.at } : null;
  }
  return null;
}

/** What has come to rely on a deed since, so that without it the café would not hold together. */
function reliance(cafe: Cafe, deed: Deed): No {
  const told = toldRound(cafe.definition.programme, cafe.stage);
  for (const cell of cellsIn(deed)) {
    switch (cell.of) {
      case 'person': {
        // Seats have been made since, with this person or without.
        const comesOrGoes = cafe.people[cell.id]?.here !== (cell.was?.here ?? false);
        const isSeated = cafe.itineraries !== null;
        if (comesOrGoes && deed.seated !== isSeated) return refuse('relied on');
        if (deed.did === 'hostWished' && (isSeated || cafe.planned !== null)) {
          return refuse('seats made');
        }
        break;
      }
      case 'seat': {
        // What people were told in another round, and where they have sat, stays.
        const isNow = deed.round === told || (told !== null && cell.round > told);
        const is = cafe.itineraries?.[cell.id]?.tables[cell.round - 1] ?? null;
        if (!isNow && is !== (cell.was?.table ?? null)) return refuse('undo late');
        break;
      }
      case 'table':
        // Once people sit at a new table, somebody may have written there: it stays.
        if (cell.was === null && isInUse(cafe, deed)) return refuse('relied on');
        if (isRenumbered(cafe, cell) && isTold(cafe)) return refuse('number told');
        break;
      case 'about': {
        const { opensAt, keepDays = 0 } = cell.was;
        const hasOpened = cafe.openedAt !== null;
        if (hasOpened && opensAt !== undefined) return refuse('doors opened');
        if (hasOpened && keepDays > cafe.definition.keepDays) return refuse('kept promise');
        break;
      }
      case 'seatFirst':
      case 'planned':
        if (cafe.itineraries !== null) return refuse('plan made');
        break;
      case 'spotlight':
        if (cell.was !== null && !mayStand(cafe, cell.was)) return refuse('relied on');
        break;
      case 'team':
      case 'question':
      case 'quality':
      case 'step':
      case 'clock':
        break;
    }
  }
  // For most the café is put together as it would be only once it is asked for: that takes time.
  if (!BY_HAND.has(deed.did) && !cellsIn(deed).some(takesAway)) return null;
  const after = givenBack(cafe, cellsIn(deed));
  const isWhole = holdsTogether(after) && closedAgain(deed).every((id) => mayClose(after, id));
  return isWhole ? null : refuse('relied on');
}

function isTold({ itineraries, planned }: Cafe): boolean {
  return itineraries !== null || planned !== null;
}

function isRenumbered({ definition }: Cafe, { id, was }: Extract<Cell, { of: 'table' }>): boolean {
  const now = definition.tables.find((table) => table.id === id);
  return was !== null && now !== undefined && was.number !== now.number;
}

/** A table that was added while a round is told has nobody until another is. */
function isInUse({ definition, stage, itineraries }: Cafe, deed: Deed): boolean {
  if (itineraries === null) return false;
  return deed.did !== 'tableAdded' || deed.round !== toldRound(definition.programme, stage);
}

/** Whether somebody or something is gone without a deed, or a table closed. */
function takesAway(cell: Cell): boolean {
  switch (cell.of) {
    case 'person':
    case 'team':
      return cell.was === null;
    case 'table':
      return cell.was === null || cell.was.closed !== undefined;
    default:
      return false;
  }
}

function closedAgain(deed: Deed): TableId[] {
  return cellsIn(deed).flatMap((cell) =>
    cell.of === 'table' && cell.was?.closed !== undefined ? [cell.id] : [],
  );
}

function mayStand({ definition, stage, panel }: Cafe, { page, card }: CardRef): boolean {
  const known = panel.find((one) => one.page === page && one.card === card);
  const isListed = known?.isAsked === true && !known.isHidden;
  return isListed && mayShowQuestion(definition.programme, stage);
}

/** Whether everything that names something else finds it. */
function holdsTogether({ definition, people, marks, tablePhones }: Cafe): boolean {
  const tables = new Set(definition.tables.map(({ id }) => id));
  const teams = new Set(definition.teams.map(({ id }) => id));
  return (
    definition.teams.every(({ homeTable }) => tables.has(homeTable)) &&
    areOwn(definition.teams.map(({ homeTable }) => homeTable)) &&
    areOwn(definition.teams.map(({ name }) => name)) &&
    areOwn(definition.tables.map(({ number }) => number)) &&
    Object.values(tablePhones).every((table) => tables.has(table)) &&
    Object.keys(marks).every((id) => people[id] !== undefined) &&
    Object.values(people).every(
      ({ team, fixedAt, goesWith }) =>
        (team === null || teams.has(team)) &&
        (fixedAt === null || tables.has(fixedAt)) &&
        (goesWith === null || people[goesWith] !== undefined),
    )
  );
}

function areOwn(all: readonly (string | number)[]): boolean {
  return new Set(all).size === all.length;
}

/** Whether those who would sit elsewhere again find their table open, and a chair at it. */
function crowding(cafe: Cafe, after: Cafe, deed: Deed): No {
  const told = toldRound(after.definition.programme, after.stage) ?? Infinity;
  const concerned = new Set<PersonId>();
  for (const cell of cellsIn(deed)) {
    if (cell.of === 'person' || cell.of === 'seat') concerned.add(cell.id);
  }
  for (const id of concerned) {
    if (after.people[id]?.here !== true) continue;
    for (const [i, table] of (after.itineraries?.[id]?.tables ?? []).entries()) {
      const isThere = cafe.people[id]?.here && cafe.itineraries?.[id]?.tables[i] === table;
      if (table === null || i + 1 < told || isThere === true) continue;
      if (!isOpenIn(after, table, i + 1)) return refuse('table closed');
      if (!hasChairs(after, table, i + 1, 0)) return refuse('table full');
    }
  }
  return null;
}

/** A table that is closed again must have become nobody's by it, and not be the last. */
function mayClose({ definition, stage, people, itineraries }: Cafe, table: TableId): boolean {
  const told = toldRound(definition.programme, stage) ?? Infinity;
  const home = homeRound(definition.programme);
  const isTold = (seat: TableId | null, i: number): boolean =>
    seat === table && i + 1 >= told && i + 1 !== home;
  return (
    definition.tables.some(({ closed }) => closed === undefined) &&
    Object.values(people).every(
      ({ id, here, fixedAt }) =>
        !here || (fixedAt !== table && itineraries?.[id]?.tables.some(isTold) !== true),
    )
  );
}
