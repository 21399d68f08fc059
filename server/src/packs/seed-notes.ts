import type { Cafe } from '@tablecloth/shared/cafe';
import { pageId } from '@tablecloth/shared/notes';
import type { PageBody } from '@tablecloth/shared/protocol';
import { setImmediate } from 'node:timers/promises';
import { v4 as uuid } from 'uuid';
import type { Batch, NewRow, Store } from '../store/store.ts';
import { writtenRows } from './written-rows.ts';

/** Rows in one commit: others wait for it a few hundredths of a second. */
const ROWS_A_COMMIT = 200;
/** Rows made before others have their turn. */
const ROWS_A_TURN = 8;

/**
 * Puts an export's notes back on the pages of a café that is being made and that nobody knows of
 * yet: cards under their authors, late additions beneath. A card is one row now, of whoever made it;
 * how it was written and by whom it was corrected does not come back. There may be hundreds of thousands
 * of rows, so everybody else has their turn in between.
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
  const commit = async (batch: Batch): Promise<void> => {
    const { appends, rows } = await store.commit(batch);
    const outcomes = [...appends, ...rows];
    const wrong = outcomes.find((outcome) => outcome !== 'stored' && outcome !== 'appended');
    if (wrong !== undefined) throw new Error(`Notes of café ${cafe} were not put back: ${wrong}`);
    await setImmediate();
  };
  const openRounds = [...new Set(notes.map(({ round }) => round))];
  const append = { cafe, expect, facts: [], due: null };
  // Rows enter open pages only; they are open until all are there, before anybody can ask.
  await commit({ appends: [{ ...append, openRounds }] });
  const rows: NewRow[] = [];
  let made = 0;
  for (const page of notes) {
    for (const row of rowsOf(cafe, page, now)) {
      rows.push(row);
      if (rows.length === ROWS_A_COMMIT) await commit({ rows: rows.splice(0) });
      made += 1;
      if (made % ROWS_A_TURN === 0) await setImmediate();
    }
  }
  await commit({ rows });
  await commit({ appends: [{ ...append, openRounds: [] }] });
}

function* rowsOf(
  cafe: string,
  { table, round, cards, late }: PageBody,
  at: number,
): Generator<NewRow> {
  for (const row of writtenRows({ cards, late })) {
    yield {
      ...row,
      ...{ cafe, page: pageId(table, round), round, generation: 1 },
      ...{ replica: uuid(), first: 1, last: 1, at },
    };
  }
}
