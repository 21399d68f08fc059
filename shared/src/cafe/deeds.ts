/**
 * What facilitators have done lately, so that it can be undone: each deed with what stood before in
 * the cells it changed or relies on. It may be undone exactly as long as nothing later has changed
 * one of those cells. Whoever did is noted in `since`; when that is undone itself, it is gone from
 * there, so presses are taken back in any order that makes sense. There is no undo of an undo: to
 * have it again is to do it again.
 */
import type { Cafe } from './cafe.ts';
import { changedCells, keyOf, roundCells, seatCells } from './cells.ts';
import type { Cell, Deed } from './deed.ts';
import type { Fact, FactBody, FactKind, FactOf } from './fact.ts';
import type { PersonId } from './ids.ts';
import { LIMITS } from './limits.ts';
import { toldRound } from './position.ts';
import { visitingRounds } from './programme.ts';
import { partnersOf } from './seating.ts';

type PlanChanged = FactOf<'planChanged'>;

/** Deeds whose cells are given back as they were. */
const BY_CELLS: ReadonlySet<FactKind> = new Set([
  'personArrived',
  'personLeft',
  'personExpected',
  'personSeated',
  'rotationRepaired',
  'restSeated',
  'tableClosed',
  'tableOpened',
  'takenIn',
  'teamDescribed',
  'hostWished',
  'seatingChosen',
  'tablesPlanned',
  'seatPlanned',
  'personChanged',
  'tableAdded',
  'tableDescribed',
  'teamAdded',
  'teamNamed',
  'teamRemoved',
  'questionShown',
  'questionAnswered',
  'questionHidden',
  'cafeDescribed',
  'tableAsked',
]);
/** Deeds with a fact of their own to undo them; after most time has gone on, and is given back as well. */
const BY_CLOCK: ReadonlySet<FactKind> = new Set([
  'stepEntered',
  'closed',
  'paused',
  'resumed',
  'extended',
  'stepsTimed',
  'planChanged',
]);

export function isByClock({ did }: Deed): boolean {
  return BY_CLOCK.has(did);
}

const REPAIRS = [
  'rotationRepaired',
  'restSeated',
  'tableClosed',
  'tableOpened',
  'personChanged',
  'tableAdded',
] as const;

/** The newest deed of some kinds that was not undone, or null. */
export function newestOf({ deeds }: Pick<Cafe, 'deeds'>, kinds: readonly FactKind[]): Deed | null {
  return deeds.find(({ did, undone }) => undone === undefined && kinds.includes(did)) ?? null;
}

/** The newest change of many seats at once. */
export function newestRepair(cafe: Pick<Cafe, 'deeds'>): Deed | null {
  const { deeds } = cafe;
  return newestOf({ deeds: deeds.filter((deed) => movesMany(deed)) }, REPAIRS);
}

function movesMany({ last: { body } }: Deed): boolean {
  const { kind } = body;
  if (kind === 'rotationRepaired' || kind === 'restSeated') return true;
  return 'seats' in body && body.seats !== undefined;
}

/** The deeds after one more fact, newest first. */
export function withDeed(before: Cafe, after: Cafe, fact: Fact): Deed[] {
  const { body } = fact;
  const undid = undoneBy(before, body);
  if (undid !== null) {
    const deeds = withoutDeed(before.deeds, undid, fact);
    return body.kind === 'planUndone' ? withoutRounds(deeds, after, undid, fact) : deeds;
  }
  const changed = changedCells(before, after, 'person' in body ? body.person : null);
  const cells = withAlsoAbout(changed, before, body);
  const [newest, ...others] = before.deeds;
  if (newest !== undefined && continues(before, newest, fact)) {
    const grown: Deed = {
      ...newest,
      // Somebody who is listed and arrives in one press has been added.
      ...(newest.did === 'personListed' ? { fact: fact.number, did: body.kind } : {}),
      last: { number: fact.number, body },
      cells: { ...byKey(cells), ...newest.cells },
    };
    return [grown, ...touchedBy(others, cells, { ...fact, number: newest.fact })];
  }
  const deeds = touchedBy(before.deeds, cells, fact).filter(({ did }) => did !== 'personListed');
  if (!isDeed(fact, changed.length > 0)) return deeds;
  const deed: Deed = {
    fact: fact.number,
    ...{ by: fact.by, at: fact.at, did: body.kind, since: [] },
    last: { number: fact.number, body },
    round: toldRound(before.definition.programme, before.stage),
    seated: before.itineraries !== null,
    cells: byKey([...cells, ...heldBy(body)]),
    ...(body.kind === 'extended' && before.stage.at !== 'held' ? { minutes: body.minutes } : {}),
  };
  return fewer([deed, ...deeds]);
}

/** What facilitators do, and every step: a bell that rang by itself may have been the wrong moment too. */
function isDeed({ by, body: { kind } }: Fact, isChange: boolean): boolean {
  if (kind === 'stepEntered') return true;
  if (by.role !== 'facilitator') return false;
  return BY_CLOCK.has(kind) || (isChange && (BY_CELLS.has(kind) || kind === 'personListed'));
}

/** As many as the activity list has lines; the last list and the last repair stay all the same. */
function fewer(deeds: Deed[]): Deed[] {
  const newest = [
    newestOf({ deeds }, ['takenIn']),
    newestRepair({ deeds }),
    newestOf({ deeds }, ['stepsTimed']),
    newestOf({ deeds }, ['planChanged']),
  ];
  return deeds.filter((deed, i) => i < LIMITS.activityMax || newest.includes(deed));
}

function byKey(cells: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(cells.map((cell) => [keyOf(cell), cell]));
}

/** What a fact has changed or is about, as far as others might rely on it. */
function withAlsoAbout(changed: readonly Cell[], before: Cafe, body: FactBody): Cell[] {
  const also = alsoAbout(before, body);
  if (also.length === 0) return [...changed];
  const known = new Set(changed.map(keyOf));
  return [...changed, ...also.filter((cell) => !known.has(keyOf(cell)))];
}

/** What must stay as it is for a deed to be undone, though it leaves it alone itself. */
function heldBy(body: FactBody): Cell[] {
  if (body.kind === 'extended') return [{ of: 'step' }, { of: 'added' }];
  return body.kind === 'questionShown' ? [{ of: 'step' }] : [];
}

function alsoAbout(before: Cafe, body: FactBody): Cell[] {
  switch (body.kind) {
    case 'stepEntered':
    case 'wentBack':
    case 'closed':
      return [{ of: 'step' }, { of: 'clock' }];
    case 'paused':
    case 'resumed':
    case 'bellHeld':
      return [{ of: 'clock' }];
    case 'stepsTimed':
      return body.steps.some(({ added }) => added !== undefined) ? [{ of: 'added' }] : [];
    case 'planChanged':
      return body.seats === undefined ? [] : roundCells(before, keptRounds(before, body) + 1);
    case 'personLeft':
    case 'personArrived':
      return seatCells(before, body.person);
    case 'personSeated':
      // Said again it is meant again, though nothing changes.
      return seatCells(before, body.person).filter(
        (cell) => cell.of === 'seat' && cell.round === body.round,
      );
    default:
      return [];
  }
}

/** How many visiting rounds there are both before and after a change of the plan. */
function keptRounds({ definition }: Cafe, { from, steps }: PlanChanged): number {
  const { programme } = definition;
  const after = [...programme.slice(0, from), ...steps];
  return Math.min(visitingRounds(programme), visitingRounds(after));
}

/** With the rounds of before whatever was done since knows of other seats than there are. */
function withoutRounds(deeds: readonly Deed[], after: Cafe, undid: number, fact: Fact): Deed[] {
  const { body } = fact;
  if (body.kind !== 'planUndone' || body.seats === undefined) return [...deeds];
  const newer = deeds.filter((deed) => deed.fact > undid);
  const others = deeds.filter((deed) => deed.fact <= undid);
  return [...touchedBy(newer, roundCells(after, 1), fact), ...others];
}

/** Whether a fact belongs to the press before it: whatever happened in one press is undone as one. */
function continues(cafe: Cafe, deed: Deed, { number, at, by, body }: Fact): boolean {
  const { last } = deed;
  const isNext = number === last.number + 1 && at === deed.at && deed.undone === undefined;
  if (!isNext || JSON.stringify(by) !== JSON.stringify(deed.by)) return false;
  const before = last.body;
  if (body.kind === 'personArrived') {
    return before.kind === 'personListed' && before.person === body.person;
  }
  if ('withTable' in body) return before.kind === 'tableDescribed';
  if (body.kind !== 'personSeated') return false;
  switch (body.because) {
    case 'late':
      return 'person' in before && before.person === body.person && deed.did === 'personArrived';
    case 'moved':
      return (
        before.kind === 'personSeated' &&
        before.because === 'moved' &&
        before.table === body.table &&
        goTogether(cafe, before.person, body.person)
      );
    case 'avoid':
      return before.kind === 'personSeated' && before.because !== 'late';
    case 'alsoHost':
      return before.kind === 'personSeated' && before.person === body.person;
    case 'change':
    case 'picked':
    case 'host':
      return false;
  }
}

function goTogether(cafe: Cafe, one: PersonId, other: PersonId): boolean {
  const person = cafe.people[other];
  return person !== undefined && partnersOf(cafe, person).some(({ id }) => id === one);
}

function touchedBy(
  deeds: readonly Deed[],
  cells: readonly Cell[],
  { number, by, at }: Pick<Fact, 'number' | 'by' | 'at'>,
): Deed[] {
  const keys = cells.map(keyOf);
  return deeds.map((deed) => {
    const isTouched = deed.undone === undefined && keys.some((key) => key in deed.cells);
    if (!isTouched || deed.since.at(-1)?.fact === number) return deed;
    return { ...deed, since: [...deed.since, { fact: number, by, at }] };
  });
}

/** The number of the deed that a fact undoes, or null. */
export function undoneBy(cafe: Cafe, body: FactBody): number | null {
  switch (body.kind) {
    case 'undone':
      return body.fact;
    case 'wentBack':
      return newestOf(cafe, ['stepEntered', 'closed'])?.fact ?? null;
    case 'planUndone':
      return newestOf(cafe, ['planChanged'])?.fact ?? null;
    case 'timesUndone':
      return newestOf(cafe, ['stepsTimed'])?.fact ?? null;
    case 'repairUndone':
      return newestRepair(cafe)?.fact ?? null;
    case 'takeInUndone':
      return newestOf(cafe, ['takenIn'])?.fact ?? null;
    default:
      return null;
  }
}

/** Undone it is no longer in the way of what it followed; what followed it is gone with it. */
function withoutDeed(deeds: readonly Deed[], undid: number, { number, by, at }: Fact): Deed[] {
  const gone = deeds.find(({ fact }) => fact === undid);
  const keys = Object.keys(gone?.cells ?? {});
  return deeds.map((deed) => {
    if (deed.fact === undid) return { ...deed, undone: { by, at } };
    // Minutes that were added after others were changed are not among them.
    const isShared = (key: string): boolean =>
      key in deed.cells && (key !== 'added' || deed.fact < undid);
    const shared = keys.filter(isShared);
    if (shared.length === 0) return deed;
    if (deed.fact > undid) return { ...deed, since: [...deed.since, { fact: number, by, at }] };
    // A step that is undone gives back where the clock stood, though not when it was set going.
    const isGiven = (key: string): boolean =>
      gone === undefined || !isByClock(gone) || ['step', 'clock', 'added'].includes(key);
    if (deed.did === 'resumed' || !shared.every(isGiven)) return deed;
    return { ...deed, since: deed.since.filter(({ fact }) => fact !== undid) };
  });
}
