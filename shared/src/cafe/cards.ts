/** Cards of pages as the café itself knows them: by where they are, never by their words. */
import type { RoundNumber, TableId } from './ids.ts';

/** One card of one page; `page` is `${table}.${round}`. */
export interface CardRef {
  page: string;
  card: string;
}

export interface PanelQuestion extends CardRef {
  /** False after it was taken back; it keeps its place in case it is asked again, while there are others. */
  isAsked: boolean;
  /** Put aside by a facilitator: nobody else is shown it. */
  isHidden: boolean;
  isAnswered: boolean;
}

/** Table and round of a page's id. */
export function placeOf(page: string): { table: TableId; round: RoundNumber } {
  const dot = page.lastIndexOf('.');
  return { table: page.slice(0, dot), round: Number(page.slice(dot + 1)) };
}
