import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { NewRow } from './batch.ts';
import { inChunks } from './chunks.ts';
import { pageKey } from './load-ledgers.ts';
import type { Tables } from './tables.ts';

/** So many numbers for the rows of one page; `first` is any of them. */
interface Wanted {
  readonly first: NewRow;
  readonly good: readonly unknown[];
}

/**
 * Takes the next numbers of pages in the statement that is also their lock: rows of a page itself
 * find no number when its round is not open, while leaves and corrections only need their café. A page nobody
 * wrote on yet begins here. Pages are taken in the order given.
 * @returns the highest number taken for each page, by page key; a locked page is absent.
 */
export async function claimNumbers(
  trx: Transaction<Tables>,
  wanted: readonly Wanted[],
  isFree: boolean,
): Promise<Map<string, number>> {
  const tops = new Map<string, number>();
  // Both databases call the columns of a bare VALUES column1, column2, …; the casts are for
  // PostgreSQL, which would take the parameters for text.
  const permit = isFree
    ? sql`cafes on cafes.id = column1`
    : sql`open_rounds on open_rounds.cafe = column1 and open_rounds.round = column3`;
  for (const some of inChunks(wanted)) {
    const values = some.map(
      ({ first, good }) =>
        sql`(${first.cafe}, ${first.page}, cast(${first.round} as bigint), cast(${good.length} as bigint))`,
    );
    const claimed = await sql<{ cafe: string; page: string; seq: number }>`
      insert into pages (cafe, page, round, generation, seq)
      select column1, column2, column3, 1, column4
      from (values ${sql.join(values)}) as wanted join ${permit}
      where true
      order by column1, column2
      on conflict (cafe, page) do update set seq = pages.seq + excluded.seq
      returning cafe, page, seq
    `.execute(trx);
    for (const page of claimed.rows) tops.set(pageKey(page), page.seq);
  }
  return tops;
}
