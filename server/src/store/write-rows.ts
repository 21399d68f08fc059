import type { Transaction } from 'kysely';
import type { NewRow, RowOutcome } from './batch.ts';
import { inChunks } from './chunks.ts';
import { claimNumbers } from './claim-numbers.ts';
import { loadLedgers, pageKey } from './load-ledgers.ts';
import type { Ledgers } from './load-ledgers.ts';
import { PageLedger } from './page-ledger.ts';
import type { Tables } from './tables.ts';

/**
 * Stores the rows of a tick, each judged by itself. Pages are taken in ascending order, so that
 * two processes that write the same pages wait for each other and never in a circle; and on each
 * page the rows of the page itself go before the late additions beneath it.
 */
export async function writeRows(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
): Promise<RowOutcome[]> {
  if (rows.length === 0) return [];
  const ledgers = await loadLedgers(trx, rows);
  const outcomes: RowOutcome[] = rows.map(() => 'gone');
  const numbered: NumberedRow[] = [];

  for (const isFree of [false, true]) {
    const accepted: PageShare[] = [];
    for (const [key, ofPage] of byPage(rows)) {
      const share = judgeShare(key, ofPage, isFree, ledgers, outcomes);
      if (share) accepted.push(share);
    }
    const tops = await claimNumbers(trx, accepted, isFree);
    for (const { key, good, judged, after } of accepted) {
      const top = tops.get(key);
      if (top === undefined) {
        // Judged anew: what repeats a refused row is no duplicate, for nothing of it is stored.
        const before = new PageLedger(ledgers.pages.get(key));
        for (const { row, index } of judged) {
          const outcome = before.judge(row);
          outcomes[index] = outcome === 'stored' ? 'locked' : outcome;
        }
        continue;
      }
      const bottom = top - good.length + 1;
      numbered.push(...good.map(({ row }, nth) => ({ row, seq: bottom + nth })));
      ledgers.pages.set(key, after);
    }
  }

  await insertRows(trx, numbered);
  await insertWriters(
    trx,
    numbered.map(({ row }) => row),
  );
  return outcomes;
}

interface NumberedRow {
  readonly row: NewRow;
  readonly seq: number;
}

/** A row with its place in the batch. */
interface PlacedRow {
  readonly row: NewRow;
  readonly index: number;
}

/** The rows of one page, of those that a lock can refuse or of those it cannot, which are else in order. */
interface PageShare {
  readonly key: string;
  readonly first: NewRow;
  readonly good: readonly PlacedRow[];
  /** All that were judged, the refused too. */
  readonly judged: readonly PlacedRow[];
  /** The page's ledger once they are stored. */
  readonly after: PageLedger;
}

/** The rows of each page in their order, the pages ascending. */
function byPage(rows: readonly NewRow[]): [string, PlacedRow[]][] {
  const pages = new Map<string, PlacedRow[]>();
  for (const [index, row] of rows.entries()) {
    const key = pageKey(row);
    const ofPage = pages.get(key);
    if (ofPage) ofPage.push({ row, index });
    else pages.set(key, [{ row, index }]);
  }
  return [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
}

/**
 * Judges the rows of one page that a lock can refuse, or those it cannot, and writes the outcomes down.
 * @returns what is to be stored, or null for nothing.
 */
function judgeShare(
  key: string,
  ofPage: readonly PlacedRow[],
  isFree: boolean,
  ledgers: Ledgers,
  outcomes: RowOutcome[],
): PageShare | null {
  const after = new PageLedger(ledgers.pages.get(key));
  const good: PlacedRow[] = [];
  const judged: PlacedRow[] = [];
  for (const { row, index } of ofPage) {
    if (isFreeOfLocks(row) !== isFree || !ledgers.cafes.has(row.cafe)) continue;
    judged.push({ row, index });
    const outcome = after.judge(row);
    outcomes[index] = outcome;
    if (outcome !== 'stored') continue;
    after.enter(row);
    good.push({ row, index });
  }
  const [first] = good;
  return first ? { key, first: first.row, good, judged, after } : null;
}

/** Whether no lock can refuse the row: late additions, and corrections after the café. */
function isFreeOfLocks({ leaf, isCorrection }: NewRow): boolean {
  return leaf !== null || isCorrection === true;
}

async function insertRows(
  trx: Transaction<Tables>,
  numbered: readonly NumberedRow[],
): Promise<void> {
  for (const some of inChunks(numbered)) {
    const values = some.map(({ row, seq }) => {
      const { cafe, page, leaf, person, replica, first, last, bytes, at } = row;
      return { cafe, page, seq, leaf, person, replica, first, last, bytes, at };
    });
    await trx.insertInto('page_rows').values(values).execute();
  }
}

/** Whose replicas and client ids these are, and how far each outbox is stored. */
async function insertWriters(trx: Transaction<Tables>, rows: readonly NewRow[]): Promise<void> {
  const replicas = new Map(rows.map((row) => [`${pageKey(row)}${row.replica}`, row]));
  for (const some of inChunks([...replicas.values()])) {
    await trx
      .insertInto('replicas')
      .values(
        some.map(({ cafe, page, replica, person, last }) => ({
          cafe,
          page,
          replica,
          person,
          last,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['cafe', 'page', 'replica'])
          .doUpdateSet((eb) => ({ last: eb.ref('excluded.last') })),
      )
      .execute();
  }
  const clients = rows.flatMap(({ cafe, page, person, replica, clientIds }) =>
    clientIds.map((client_id) => ({ cafe, page, client_id, person, replica })),
  );
  for (const some of inChunks(clients)) {
    // A client id that is there already is the same writer's: the ledger has seen to that.
    await trx
      .insertInto('clients')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
