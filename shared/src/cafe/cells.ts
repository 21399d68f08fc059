/**
 * A café in parts small enough to be given back one by one: what one fact has changed is a list of
 * cells, each with what stood there before. Undo needs nothing else (deeds.ts).
 */
import { saidOf, withAbout } from './about.ts';
import type { Cafe } from './cafe.ts';
import { crowdAt } from './crowd.ts';
import type { Cell, Crowd, Seat } from './deed.ts';
import type { Table } from './definition.ts';
import type { PersonId, RoundNumber } from './ids.ts';
import type { Itinerary } from './person.ts';
import { shownQuestion } from './picked-cards.ts';
import { toldRound } from './position.ts';

export function keyOf(cell: Cell): string {
  switch (cell.of) {
    case 'person':
    case 'table':
    case 'team':
      return `${cell.of} ${cell.id}`;
    case 'seat':
      return `seat ${cell.id} ${String(cell.round)}`;
    case 'question':
      return `${cell.field} ${cell.page} ${cell.card}`;
    case 'about':
      return `about ${Object.keys(cell.was).join()}`;
    case 'spotlight':
    case 'seatFirst':
    case 'planned':
    case 'quality':
    case 'added':
    case 'step':
    case 'clock':
      return cell.of;
  }
}

/**
 * Every cell that is another one after than before, with what stood there before.
 *
 * @param person the only one whose cells can be, or null: to look at two thousand takes its time.
 */
export function changedCells(before: Cafe, after: Cafe, person: PersonId | null): Cell[] {
  const cells: Cell[] = [];
  for (const id of changedKeys(before.people, after.people, person)) {
    cells.push({ of: 'person', id, was: before.people[id] ?? null });
  }
  for (const id of changedKeys(before.itineraries ?? {}, after.itineraries ?? {}, person)) {
    cells.push(...changedSeats(id, before.itineraries?.[id], after.itineraries?.[id]));
  }
  const { definition: was } = before;
  const { definition: is } = after;
  for (const [id, table] of changedOnes(was.tables, is.tables)) {
    cells.push({ of: 'table', id, was: table, ...crowdWith(before, is.tables, table) });
  }
  for (const [id, team] of changedOnes(was.teams, is.teams)) {
    cells.push({ of: 'team', id, was: team });
  }
  if (before.panel !== after.panel) cells.push(...changedQuestions(before, after));
  if (before.spotlight !== after.spotlight) {
    // One that was hidden stood nowhere: the screen was empty.
    cells.push({ of: 'spotlight', was: shownQuestion(before) });
  }
  if (was.seatFirst !== is.seatFirst) {
    cells.push({ of: 'seatFirst', was: was.seatFirst ?? null });
  }
  cells.push(...changedAbout(was, is));
  if (before.planned !== after.planned) cells.push({ of: 'planned', was: before.planned });
  if (before.quality !== after.quality) cells.push({ of: 'quality', was: before.quality });
  return cells;
}

function crowdWith(before: Cafe, tables: readonly Table[], was: Table | null): { crowd?: Crowd } {
  const chairs = tables.find(({ id }) => id === was?.id)?.chairs ?? 0;
  return was !== null && chairs > was.chairs ? { crowd: crowdAt(before, was.id) } : {};
}

const ABOUT = [
  ...(['title', 'organisation', 'question', 'homeQuestion', 'panelQuestion', 'notice'] as const),
  ...(['lobby', 'opensAt', 'keepDays'] as const),
];

function changedAbout(was: Cafe['definition'], is: Cafe['definition']): Cell[] {
  return ABOUT.filter((field) => saidOf(was, field) !== saidOf(is, field)).map((field) => ({
    ...{ of: 'about', was: { [field]: saidOf(was, field) } },
  }));
}

/** Whoever is seated, with their seats from a round on: other rounds than before rest on all of it. */
export function roundCells(cafe: Cafe, from: RoundNumber): Cell[] {
  return Object.keys(cafe.itineraries ?? {}).flatMap((id) => [
    { of: 'person', id, was: cafe.people[id] ?? null },
    ...seatCells(cafe, id).slice(from - 1),
  ]);
}

/** All of somebody's seats as they are: whoever leaves or comes relies on them. */
export function seatCells({ itineraries }: Cafe, id: PersonId): Cell[] {
  const own = itineraries?.[id];
  return (own?.tables ?? []).map((_, i) => ({
    ...{ of: 'seat' as const, id, round: i + 1 },
    was: own === undefined ? null : seatAt(own, i),
  }));
}

function seatAt({ tables, hosting }: Itinerary, index: number): Seat {
  return { table: tables[index] ?? null, hosting: hosting[index] ?? false };
}

function changedKeys<T>(
  before: Record<string, T>,
  after: Record<string, T>,
  only: string | null,
): string[] {
  if (before === after) return [];
  if (only !== null) return before[only] === after[only] ? [] : [only];
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return [...Object.keys(after).filter((key) => before[key] !== after[key]), ...gone];
}

function changedOnes<T extends { id: string }>(
  before: readonly T[],
  after: readonly T[],
): [string, T | null][] {
  if (before === after) return [];
  const was = new Map(before.map((one) => [one.id, one]));
  const is = new Map(after.map((one) => [one.id, one]));
  const ids = new Set([...was.keys(), ...is.keys()]);
  return [...ids].filter((id) => was.get(id) !== is.get(id)).map((id) => [id, was.get(id) ?? null]);
}

function changedSeats(
  id: PersonId,
  before: Itinerary | undefined,
  after: Itinerary | undefined,
): Cell[] {
  const count = Math.max(before?.tables.length ?? 0, after?.tables.length ?? 0);
  const cells: Cell[] = [];
  for (let i = 0; i < count; i += 1) {
    const was = before === undefined ? null : seatAt(before, i);
    const is = after === undefined ? null : seatAt(after, i);
    if (was?.table === is?.table && was?.hosting === is?.hosting) continue;
    cells.push({ of: 'seat', id, round: i + 1, was });
  }
  return cells;
}

function changedQuestions(before: Cafe, after: Cafe): Cell[] {
  return before.panel.flatMap((was) => {
    const { page, card } = was;
    const is = after.panel.find((one) => one.page === page && one.card === card);
    return (['isAnswered', 'isHidden'] as const)
      .filter((field) => is !== undefined && is[field] !== was[field])
      .map((field) => ({ of: 'question' as const, field, page, card, was: was[field] }));
  });
}

/** The café with all of this as it was; whoever leaves a told seat by it stays welcome on its page. */
export function givenBack(cafe: Cafe, cells: readonly Cell[]): Cafe {
  let after = { ...cafe };
  for (const cell of cells) {
    const { definition } = after;
    switch (cell.of) {
      case 'person':
        // In its own place: the order of people is the order in which they are seated.
        if (after.people === cafe.people) after.people = { ...cafe.people };
        if (cell.was === null) delete after.people[cell.id];
        else after.people[cell.id] = cell.was;
        break;
      case 'table':
        after.definition = { ...definition, tables: placed(definition.tables, cell) };
        break;
      case 'team':
        after.definition = { ...definition, teams: placed(definition.teams, cell) };
        break;
      case 'question':
        after.panel = after.panel.map((one) =>
          one.page === cell.page && one.card === cell.card
            ? { ...one, [cell.field]: cell.was }
            : one,
        );
        break;
      case 'spotlight':
        after.spotlight = cell.was;
        break;
      case 'seatFirst': {
        const { seatFirst: _now, ...rest } = definition;
        after.definition = cell.was === null ? rest : { ...rest, seatFirst: cell.was };
        break;
      }
      case 'planned':
        after.planned = cell.was;
        break;
      case 'quality':
        after.quality = cell.was;
        break;
      case 'about':
        after = withAbout(after, cell.was);
        break;
      case 'seat':
      case 'added':
      case 'step':
      case 'clock':
        break;
    }
  }
  after = withSeats(after, cells);
  return after;
}

function placed<T extends { id: string }>(
  list: readonly T[],
  { id, was }: { id: string; was: T | null },
): T[] {
  const isThere = list.some((one) => one.id === id);
  if (!isThere && was !== null) return [...list, was];
  return list.flatMap((one) => (one.id !== id ? [one] : was === null ? [] : [was]));
}

function withSeats(cafe: Cafe, cells: readonly Cell[]): Cafe {
  const seats = cells.filter((cell) => cell.of === 'seat');
  if (seats.length === 0) return cafe;
  const told = toldRound(cafe.definition.programme, cafe.stage);
  const itineraries = { ...cafe.itineraries };
  const sat = { ...cafe.sat };
  for (const { id, round, was } of seats) {
    const now = itineraries[id];
    // A round that was taken out of the plan has no seats to give back.
    if (now === undefined || round > now.tables.length) continue;
    const left = now.tables[round - 1] ?? null;
    const { table, hosting } = was ?? { table: null, hosting: false };
    itineraries[id] = {
      tables: now.tables.with(round - 1, table),
      hosting: now.hosting.with(round - 1, hosting),
    };
    if (left === null || left === table || round !== told) continue;
    const page = `${left}.${String(round)}`;
    const already = sat[page] ?? [];
    if (!already.includes(id)) sat[page] = [...already, id];
  }
  for (const { id, was } of seats) {
    if (was === null && itineraries[id]?.tables.every((table) => table === null) === true) {
      delete itineraries[id];
    }
  }
  return { ...cafe, itineraries, sat };
}
