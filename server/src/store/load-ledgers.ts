import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { NewRow } from './batch.ts';
import { inChunks } from './chunks.ts';
import { PageLedger } from './page-ledger.ts';
import type { Tables } from './tables.ts';

/** The cafés that exist among those of the rows, and a ledger for each of their pages. */
export interface Ledgers {
  readonly cafes: ReadonlySet<string>;
  readonly pages: Map<string, PageLedger>;
}

/** One string for a page of a café; two pages never share it, whatever their ids contain. */
export const pageKey = (row: { cafe: string; page: string }) =>
  JSON.stringify([row.cafe, row.page]);

/**
 * Reads what is needed to judge the rows: four statements for a whole tick, not some for every
 * row. Each joins the very keys asked for; lists of pages and lists of ids side by side would make
 * the database look up every pair.
 */
export async function loadLedgers(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
): Promise<Ledgers> {
  const pages = new Map(rows.map((row) => [pageKey(row), new PageLedger()]));
  const cafes = await loadCafes(trx, rows);
  await loadGenerations(trx, rows, pages);
  await loadReplicas(trx, rows, pages);
  await loadClients(trx, rows, pages);
  return { cafes, pages };
}

type PageLedgers = ReadonlyMap<string, PageLedger>;

async function loadCafes(trx: Transaction<Tables>, rows: readonly NewRow[]): Promise<Set<string>> {
  const cafes = new Set<string>();
  for (const ids of inChunks([...new Set(rows.map(({ cafe }) => cafe))])) {
    const found = await trx
      .selectFrom('cafes')
      .select('id')
      .where('id', 'in', ids)
      .where('deleted_rows', 'is', null)
      .execute();
    for (const { id } of found) cafes.add(id);
  }
  return cafes;
}

async function loadGenerations(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
  pages: PageLedgers,
): Promise<void> {
  const onePerPage = new Map(rows.map((row) => [pageKey(row), row]));
  for (const some of inChunks([...onePerPage.values()])) {
    const asked = sql.join(some.map(({ cafe, page }) => sql`(${cafe}, ${page})`));
    const found = await sql<{ cafe: string; page: string; generation: number }>`
      select pages.cafe, pages.page, pages.generation
      from (values ${asked}) as asked
      join pages on pages.cafe = column1 and pages.page = column2
    `.execute(trx);
    for (const head of found.rows) {
      const ledger = pages.get(pageKey(head));
      if (ledger) ledger.generation = head.generation;
    }
  }
}

async function loadReplicas(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
  pages: PageLedgers,
): Promise<void> {
  for (const some of inChunks(rows)) {
    const asked = sql.join(some.map((row) => sql`(${row.cafe}, ${row.page}, ${row.replica})`));
    const found = await sql<Tables['replicas']>`
      select replicas.*
      from (values ${asked}) as asked
      join replicas on replicas.cafe = column1
        and replicas.page = column2 and replicas.replica = column3
    `.execute(trx);
    for (const { replica, person, last, ...page } of found.rows) {
      pages.get(pageKey(page))?.knowReplica(replica, person, last);
    }
  }
}

async function loadClients(
  trx: Transaction<Tables>,
  rows: readonly NewRow[],
  pages: PageLedgers,
): Promise<void> {
  const writers = rows.flatMap(({ cafe, page, clientIds }) =>
    clientIds.map((clientId) => ({ cafe, page, clientId })),
  );
  for (const some of inChunks(writers)) {
    const asked = sql.join(
      some.map(({ cafe, page, clientId }) => sql`(${cafe}, ${page}, cast(${clientId} as bigint))`),
    );
    const found = await sql<Tables['clients']>`
      select clients.*
      from (values ${asked}) as asked
      join clients on clients.cafe = column1
        and clients.page = column2 and clients.client_id = column3
    `.execute(trx);
    for (const { client_id: clientId, ...client } of found.rows) {
      pages.get(pageKey(client))?.knowClient(clientId, client);
    }
  }
}
