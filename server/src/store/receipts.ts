import type { KeptReceipt } from '@tablecloth/shared/protocol';
import type { Kysely } from 'kysely';
import { hashSecret } from '../capabilities/secret.ts';
import { inChunks } from './chunks.ts';
import type { Tables } from './tables.ts';

/**
 * Who may read later that a café was deleted: its links, facilitators' and teams' devices, and whoever
 * still knows its id, as all devices do that were in it. So nothing is kept of people's own devices.
 */
export async function holdersOf(db: Kysely<Tables>, cafe: string): Promise<string[]> {
  const links = await db.selectFrom('links').select('hash').where('cafe', '=', cafe).execute();
  const sessions = await db
    .selectFrom('sessions')
    .select('hash')
    .where('cafe', '=', cafe)
    .where('role', 'in', ['facilitate', 'team'])
    .execute();
  const known = await db.selectFrom('cafes').select('id').where('id', '=', cafe).execute();
  return [
    ...[...links, ...sessions].map(({ hash }) => hash),
    ...known.map(({ id }) => hashSecret(id)),
  ];
}

export async function keepReceipts(
  db: Kysely<Tables>,
  holders: readonly string[],
  { deletedAt, rows }: KeptReceipt,
): Promise<void> {
  for (const some of inChunks(holders)) {
    const values = some.map((hash) => ({ hash, deleted_at: deletedAt, rows }));
    await db
      .insertInto('receipts')
      .values(values)
      .onConflict((conflict) => conflict.column('hash').doNothing())
      .execute();
  }
}

export async function readReceipt(db: Kysely<Tables>, hash: string): Promise<KeptReceipt | null> {
  const found = await db
    .selectFrom('receipts')
    .select(['deleted_at', 'rows'])
    .where('hash', '=', hash)
    .executeTakeFirst();
  return found === undefined
    ? null
    : { deletedAt: Number(found.deleted_at), rows: Number(found.rows) };
}

export async function forgetReceipts(db: Kysely<Tables>, before: number): Promise<void> {
  await db.deleteFrom('receipts').where('deleted_at', '<', before).execute();
}
