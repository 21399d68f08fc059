/**
 * One undo for everything that facilitators do live: `undo { fact }` gives back exactly what stood
 * before that press, as long as nothing later has changed it or relies on it (deeds.ts). What time
 * has gone on after (steps, pauses, minutes) is given back with the time there was.
 */
import { overfills } from './always-at.ts';
import { seatIn } from './audience.ts';
import type { Cafe } from './cafe.ts';
import { givenBack } from './cells.ts';
import type { CommandOf } from './command.ts';
import { undoPlan } from './decide-plan.ts';
import type { Decision } from './decision.ts';
import type { Deed } from './deed.ts';
import { isByClock, newestOf, newestRepair } from './deeds.ts';
import type { FactKind, NameChange } from './fact.ts';
import type { PersonId, TableId } from './ids.ts';
import { isFrozen } from './keeping.ts';
import { leftMsAt, stepIndex, toldRound } from './position.ts';
import { minuteMs, runsByItself } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { cellsIn, givenChairs, reliance } from './reliance.ts';
import { seatDeeds } from './seat-deeds.ts';
import { hasChairs } from './seating.ts';
import type { Stage } from './stage.ts';
import { isOpenIn } from './table-mark.ts';
import { undoTimes } from './times.ts';

/** What may be undone after the close too, until the notes are frozen, and the close itself. */
const UNTIL_FROZEN: ReadonlySet<FactKind> = new Set([
  'closed',
  'questionAnswered',
  'questionHidden',
]);

type No = { refusal: Refusal } | null;

/** Undoes one press of a facilitator, or one bell. `back` undoes a step. */
export function undo(
  cafe: Cafe,
  { fact }: Pick<CommandOf<'undo'>, 'fact'>,
  now: number,
  back: () => Decision,
): Decision {
  const deed = cafe.deeds.find((one) => one.fact === fact);
  if (deed === undefined) return refuse('nothing to undo');
  const no = inTheWay(cafe, deed);
  if (no !== null) return no;
  if (isFrozen(cafe, now)) return refuse('too late');
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

/** Whether a deed can be undone as far as the café says; chairs, minutes and the hour are looked at when it is. */
export function canUndo(cafe: Cafe, deed: Deed): boolean {
  if (inTheWay(cafe, deed) !== null) return false;
  return isByClock(deed) || reliance(cafe, deed) === null;
}

/** The number under which what was done after a fact can be undone now, or null. */
export function undoOf(cafe: Cafe, after: number): number | null {
  const deed = cafe.deeds.find(({ fact }) => fact > after);
  return deed !== undefined && canUndo(cafe, deed) ? deed.fact : null;
}

/** Why a deed cannot be undone any more, or not now. */
function inTheWay(cafe: Cafe, deed: Deed): No {
  if (deed.undone !== undefined) return { refusal: { code: 'undone already', ...deed.undone } };
  if (cafe.stage.at === 'closed' && !UNTIL_FROZEN.has(deed.did)) return refuse('cafe closed');
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

/** Where somebody is to go after all, and since when: the seat they were given instead is undone. */
export function takenBack(cafe: Cafe, id: PersonId): { table: TableId; at: number } | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const table = seatIn(cafe, id, round);
  if (table === null || round === null) return null;
  const since = seatDeeds(cafe, round, id).flatMap(({ deed: { undone }, was }) =>
    undone !== undefined && was?.table === table ? undone.at : [],
  );
  return since.length === 0 ? null : { table, at: Math.max(...since) };
}

/** Whether those who would sit elsewhere again find their table open, and a chair at it. */
function crowding(cafe: Cafe, after: Cafe, deed: Deed): No {
  if (overfills(cafe, after, givenChairs(deed))) return refuse('chairs given');
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
