import type { Cafe } from '@tablecloth/shared/cafe';
import { pageId } from '@tablecloth/shared/notes';
import type { PageBody } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import type { NewRow, Store } from '../store/store.ts';
import { writtenRows } from './written-rows.ts';

/**
 * Puts an export's notes back on the pages of a café that was just made and that nobody knows of
 * yet: cards under their authors, late additions beneath. A card is one row now, of whoever made it;
 * how it was written and by whom it was corrected does not come back.
 *
 * @throws when the store fails or refuses a row; the café is then half made and should be deleted.
 */
export async function seedNotes(
  store: Store,
  { id: cafe, factNumber: expect }: Pick<Cafe, 'id' | 'factNumber'>,
  notes: readonly PageBody[],
  now: number,
): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.flatMap((page) => rowsOf(cafe, page, now));
  const openRounds = [...new Set(notes.map(({ round }) => round))];
  const append = { cafe, expect, facts: [], due: null };
  // Rows enter open pages only; they are open for these two commits, before anybody can ask.
  const report = await store.commit({ appends: [{ ...append, openRounds }], rows });
  const closed = await store.commit({ appends: [{ ...append, openRounds: [] }] });
  const outcomes = [...report.appends, ...report.rows, ...closed.appends];
  const wrong = outcomes.find((outcome) => outcome !== 'stored' && outcome !== 'appended');
  if (wrong !== undefined) throw new Error(`Notes of café ${cafe} were not put back: ${wrong}`);
}

function rowsOf(cafe: string, { table, round, cards, late }: PageBody, at: number): NewRow[] {
  return writtenRows({ cards, late }).map((row) => ({
    ...row,
    ...{ cafe, page: pageId(table, round), round, generation: 1 },
    ...{ replica: uuid(), first: 1, last: 1, at },
  }));
}
