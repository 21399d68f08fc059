/** What has come to rely on a deed since, so that it stays. */
import { overfills } from './always-at.ts';
import type { Cafe } from './cafe.ts';
import { type CardRef, placeOf } from './cards.ts';
import { givenBack } from './cells.ts';
import { tearsApart } from './companies.ts';
import { overcrowds } from './crowd.ts';
import type { Cell, Deed } from './deed.ts';
import type { FactKind } from './fact.ts';
import type { TableId } from './ids.ts';
import { mayShowQuestion } from './picked-cards.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sameWords } from './same-words.ts';

/** What names other things, so that without it the café may not hold together. */
const BY_HAND: ReadonlySet<FactKind> = new Set([
  'personChanged',
  'tableDescribed',
  'teamNamed',
  'teamRemoved',
]);

/** What a deed changed or holds, in no order. */
export function cellsIn({ cells }: Deed): Cell[] {
  return Object.values(cells);
}

/** What has come to rely on a deed since, so that without it the café would not hold together. */
export function reliance(cafe: Cafe, deed: Deed): { refusal: Refusal } | null {
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
      case 'table': {
        if (isRenumbered(cafe, cell) && isTold(cafe)) return refuse('number told');
        const tooFew = withoutItsChairs(cafe, deed, cell);
        if (tooFew !== null) return tooFew;
        break;
      }
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
      case 'added':
      case 'step':
      case 'clock':
        break;
    }
  }
  // For most the café is put together as it would be only once it is asked for: that takes time.
  if (!BY_HAND.has(deed.did) && !cellsIn(deed).some(takesAway)) return null;
  const after = givenBack(cafe, cellsIn(deed));
  const isWhole =
    holdsTogether(after) &&
    !tearsApart(cafe.people, after.people) &&
    !overfills(cafe, after, givenChairs(deed)) &&
    closedAgain(deed).every((id) => mayClose(after, id)) &&
    isNobodys(cafe, after, new Set(added(deed)));
  return isWhole ? null : refuse('relied on');
}

function isTold({ itineraries, planned }: Cafe): boolean {
  return itineraries !== null || planned !== null;
}

function isRenumbered({ definition }: Cafe, { id, was }: Extract<Cell, { of: 'table' }>): boolean {
  const now = definition.tables.find((table) => table.id === id);
  return was !== null && now !== undefined && was.number !== now.number;
}

/** Why a table cannot be without the chairs it was given: it would be more crowded than it was. */
function withoutItsChairs(
  cafe: Cafe,
  deed: Deed,
  { id, was, crowd }: Extract<Cell, { of: 'table' }>,
): { refusal: Refusal } | null {
  if (was === null || crowd === undefined) return null;
  return overcrowds(givenBack(cafe, cellsIn(deed)), id, was.chairs, crowd);
}

/** Tables that a deed gave more chairs. */
export function givenChairs(deed: Deed): Set<TableId> {
  const given = cellsIn(deed).flatMap((cell) =>
    cell.of === 'table' && cell.crowd !== undefined ? [cell.id] : [],
  );
  return new Set(given);
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

function added(deed: Deed): TableId[] {
  return cellsIn(deed).flatMap((cell) => (cell.of === 'table' && cell.was === null ? cell.id : []));
}

/** Once somebody was told to sit at a new table, they may have written there: it stays. */
function isNobodys(cafe: Cafe, after: Cafe, tables: ReadonlySet<TableId>): boolean {
  if (tables.size === 0) return true;
  const told = toldRound(cafe.definition.programme, cafe.stage) ?? Infinity;
  const isHere = (seat: TableId | null): boolean => seat !== null && tables.has(seat);
  const isTold = (seat: TableId | null, i: number): boolean => i + 1 <= told && isHere(seat);
  return (
    !Object.values(after.itineraries ?? {}).some((own) => own.tables.some(isHere)) &&
    !Object.values(cafe.itineraries ?? {}).some((own) => own.tables.some(isTold)) &&
    !Object.keys(cafe.sat).some((page) => isHere(placeOf(page).table))
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
    areOwn(definition.teams.map(({ name }) => sameWords(name))) &&
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
