import type { Transaction } from 'kysely';
import type { NewGeneration, NewGenerationOutcome } from './batch.ts';
import type { Tables } from './tables.ts';

/**
 * Replaces everything ever written on a page. The numbering goes on (seq is never reused) and the
 * replicas stay: what a phone was told is saved stays saved, though the words may be gone.
 */
export async function renewPage(
  trx: Transaction<Tables>,
  renewal: NewGeneration,
): Promise<NewGenerationOutcome> {
  const { cafe, page, expect, rows, at } = renewal;
  // On condition of what the bytes were rebuilt from: a row that came in since is not lost.
  const renewed = await trx
    .updateTable('pages')
    .set({ generation: expect.generation + 1, seq: expect.seq + rows.length })
    .where('cafe', '=', cafe)
    .where('page', '=', page)
    .where('generation', '=', expect.generation)
    .where('seq', '=', expect.seq)
    .returning('seq')
    .executeTakeFirst();
  if (!renewed) return 'stale';

  await trx.deleteFrom('page_rows').where('cafe', '=', cafe).where('page', '=', page).execute();
  await trx.deleteFrom('clients').where('cafe', '=', cafe).where('page', '=', page).execute();
  for (const [index, { person, leaf, bytes }] of rows.entries()) {
    const seq = expect.seq + 1 + index;
    const server = { replica: null, first: 0, last: 0 };
    await trx
      .insertInto('page_rows')
      .values({ cafe, page, seq, leaf, person, ...server, bytes, at })
      .execute();
  }
  return 'renewed';
}
