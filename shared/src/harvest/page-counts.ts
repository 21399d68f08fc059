import type { RoundNumber, TableId } from '../cafe/index.ts';
import { packAll } from './pack-page.ts';
import type { PageNotes } from './page-notes.ts';

/** How many notes stand on a page; removed ones and answers to questions are none. */
export interface PageCount {
  table: TableId;
  round: RoundNumber;
  notes: number;
}

/** Of the pages on which any stand. */
export function pageCounts(pages: readonly PageNotes[]): PageCount[] {
  return pages.flatMap((page) => {
    const { cards, addedLater } = packAll(page, () => null);
    const notes = cards.length + addedLater.length;
    return notes === 0 ? [] : [{ table: page.table, round: page.round, notes }];
  });
}
