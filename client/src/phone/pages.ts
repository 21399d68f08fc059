import { homeRound, visitingRounds } from '@tablecloth/shared/cafe';
import type { PhoneWords } from '../words/phone.ts';
import type { Day, Seat } from './day.svelte.ts';
import { Reading } from './reading.svelte.ts';

/** A page to read, with what its heading says. */
export interface PageToRead {
  reading: Reading;
  table: number;
  round: number;
  /** Whose table it is; empty where nobody's. */
  team: string;
  /** Of the home round, where the next step is written. */
  isHome: boolean;
}

/** Earlier rounds at the table of a seat. */
export function earlierPages(day: Day, { table, round }: Seat): PageToRead[] {
  return rounds(round - 1).map((earlier) => toRead(day, table.id, table.number, earlier));
}

/** What visitors wrote at one's team's own table; with `home`, the home round's page too. */
export function ownPages(day: Day, home: boolean): PageToRead[] {
  const { cafe } = day;
  const table = day.table(day.ownTeam?.homeTable ?? null);
  if (cafe === null || table === null) return [];
  const last = home ? homeRound(cafe.programme) : null;
  const all = [...(last === null ? [] : [last]), ...rounds(visitingRounds(cafe.programme))];
  return all.map((round) => toRead(day, table.id, table.number, round));
}

/** Every visiting round of one table; none for a table there is not. */
export function pagesOf(day: Day, id: string): PageToRead[] {
  const table = day.table(id);
  if (table === null) return [];
  const visits = visitingRounds(day.cafe?.programme ?? []);
  return rounds(visits).map((round) => toRead(day, table.id, table.number, round));
}

/** The tables one visited that are not one's team's own. */
export function visitedPages(day: Day): PageToRead[] {
  const home = day.ownTeam?.homeTable ?? null;
  return day.seats
    .filter(({ table }) => table.id !== home)
    .map(({ table, round }) => toRead(day, table.id, table.number, round));
}

function rounds(last: number): number[] {
  return Array.from({ length: last }, (_, i) => i + 1);
}

function toRead(day: Day, table: string, number: number, round: number): PageToRead {
  const isHome = round === homeRound(day.cafe?.programme ?? []);
  const team = day.teamAt(table)?.name ?? '';
  const reading = new Reading(day, `${table}.${String(round)}`);
  return { reading, table: number, round, team, isHome };
}

/** The heading of a page. */
export function pageTitle(
  { table, round, isHome }: Pick<PageToRead, 'table' | 'round' | 'isHome'>,
  t: PhoneWords,
): string {
  return isHome ? t.homeRound.notes(table) : t.notesOf(table, round);
}
