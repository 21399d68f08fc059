import type { Kysely } from 'kysely';
import { inChunks } from './chunks.ts';
import type { PageSummary, ReplicaName, StoredPage } from './store.ts';
import type { Tables } from './tables.ts';

/** A page with all its rows; call it inside a transaction. */
export async function readPage(
  db: Kysely<Tables>,
  cafe: string,
  page: string,
): Promise<StoredPage> {
  const head = await db
    .selectFrom('pages')
    .select(['generation', 'seq'])
    .where('cafe', '=', cafe)
    .where('page', '=', page)
    .executeTakeFirst();
  if (!head) return { generation: 1, seq: 0, rows: [], leaves: [], clients: [] };
  const rows = await db
    .selectFrom('page_rows')
    .select(['seq', 'leaf', 'person', 'replica', 'first', 'last', 'bytes', 'at'])
    .where('cafe', '=', cafe)
    .where('page', '=', page)
    .orderBy('seq')
    .execute();
  const clients = await db
    .selectFrom('clients')
    .select(['client_id as clientId', 'person', 'replica'])
    .where('cafe', '=', cafe)
    .where('page', '=', page)
    .orderBy('client_id')
    .execute();
  return {
    ...head,
    rows: rows.filter(({ leaf }) => leaf === null),
    leaves: rows.filter(({ leaf }) => leaf !== null),
    clients,
  };
}

export function readPages(db: Kysely<Tables>, cafe: string): Promise<PageSummary[]> {
  return db
    .selectFrom('pages')
    .select(['page', 'round', 'generation', 'seq'])
    .where('cafe', '=', cafe)
    .orderBy('page')
    .execute();
}

export async function readLastSaved(
  db: Kysely<Tables>,
  cafe: string,
  replicas: readonly ReplicaName[],
): Promise<(ReplicaName & { n: number })[]> {
  const last = new Map<string, number>();
  for (const some of inChunks(replicas)) {
    const found = await db
      .selectFrom('replicas')
      .select(['page', 'replica', 'last'])
      .where('cafe', '=', cafe)
      .where('page', 'in', [...new Set(some.map(({ page }) => page))])
      .where('replica', 'in', [...new Set(some.map(({ replica }) => replica))])
      .execute();
    for (const row of found) last.set(key(row), row.last);
  }
  return replicas.map(({ page, replica }) => ({
    page,
    replica,
    n: last.get(key({ page, replica })) ?? 0,
  }));
}

const key = ({ page, replica }: ReplicaName) => JSON.stringify([page, replica]);
