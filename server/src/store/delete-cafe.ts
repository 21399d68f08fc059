import { sql, type Kysely, type Transaction } from 'kysely';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { countRows } from './count-rows.ts';
import { holdersOf, keepReceipts } from './receipts.ts';
import type { Receipt } from './store.ts';
import { tablesOfACafe, type Tables } from './tables.ts';

/** Rows that go in one commit: everybody else waits for it a few hundredths of a second. */
const ROWS_A_SLICE = 500;

/** Tables of which a café may have hundreds of thousands of rows, and what tells its rows apart. */
const LARGE = [
  ['names', ['person']],
  ['page_rows', ['page', 'seq']],
  ['replicas', ['page', 'replica']],
  ['clients', ['page', 'client_id']],
  ['facts', ['number']],
  ['commands', ['id']],
] as const satisfies readonly (readonly [keyof Tables, readonly string[]])[];

type Deleted = Record<string, number>;

/**
 * Deletes a café: from the first commit on nobody finds it, then its rows go slice by slice, and with the
 * last of them it is said so. Where that was broken off it goes on.
 */
export async function deleteCafe(db: Kysely<Tables>, id: string, at: number): Promise<Receipt> {
  await hide(db, id);
  const deleted: Deleted = {};
  for (const [table, keys] of LARGE) {
    let rows: number;
    do {
      await othersFirst();
      rows = await db.transaction().execute((trx) => deleteSlice(trx, id, table, keys));
      deleted[table] = (deleted[table] ?? 0) + rows;
    } while (rows === ROWS_A_SLICE);
  }
  await othersFirst();
  return db.transaction().execute((trx) => deleteRest(trx, id, at, deleted));
}

/** A café without a fact is nobody's; of those that are being deleted the store says nothing either. */
async function hide(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .updateTable('cafes')
    .set(({ fn, val }) => ({
      ...{ number: 0, due: null },
      deleted_rows: fn.coalesce('deleted_rows', val(0)),
    }))
    .where('id', '=', id)
    .execute();
}

async function deleteSlice(
  trx: Transaction<Tables>,
  id: string,
  table: string,
  keys: readonly string[],
): Promise<number> {
  const key = sql.join(keys.map((column) => sql.ref(column)));
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where cafe = ${id} and (${key}) in
    (select ${key} from ${sql.table(table)} where cafe = ${id} limit ${ROWS_A_SLICE})
  `.execute(trx);
  const rows = Number(numAffectedRows);
  await trx
    .updateTable('cafes')
    .set(({ eb }) => ({ deleted_rows: eb('deleted_rows', '+', rows) }))
    .where('id', '=', id)
    .execute();
  return rows;
}

/** `before`: what of each table has gone; a receipt also counts what went before it was broken off. */
async function deleteRest(
  trx: Transaction<Tables>,
  id: string,
  at: number,
  before: Deleted,
): Promise<Receipt> {
  const cafe = await trx
    .selectFrom('cafes')
    .select('deleted_rows')
    .where('id', '=', id)
    .executeTakeFirst();
  let rows = cafe?.deleted_rows ?? 0;
  const holders = await holdersOf(trx, id);
  const deleted: Deleted = {};
  const left: Deleted = {};
  for (const table of tablesOfACafe) {
    const { numDeletedRows } = await trx
      .deleteFrom(table)
      .where('cafe', '=', id)
      .executeTakeFirstOrThrow();
    deleted[table] = (before[table] ?? 0) + Number(numDeletedRows);
    rows += Number(numDeletedRows);
  }
  const { numDeletedRows } = await trx
    .deleteFrom('cafes')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  deleted['cafes'] = Number(numDeletedRows);
  for (const table of tablesOfACafe) {
    left[table] = await countRows(trx.selectFrom(table).where('cafe', '=', id));
  }
  left['cafes'] = await countRows(trx.selectFrom('cafes').where('id', '=', id));
  await keepReceipts(trx, holders, { deletedAt: at, rows: rows + deleted['cafes'] });
  return { deletedAt: at, deleted, left };
}
