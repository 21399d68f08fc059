import { Migrator } from 'kysely';
import type { Kysely, Migration } from 'kysely';
import { cafesAndPages } from './0001-cafes-and-pages.ts';
import { receipts } from './0002-receipts.ts';
import { deletedRows } from './0003-deleted-rows.ts';

/** Applied in the order of their names; a name that was ever released is never changed. */
const migrations: Record<string, Migration> = {
  '0001-cafes-and-pages': cafesAndPages,
  '0002-receipts': receipts,
  '0003-deleted-rows': deletedRows,
};

/**
 * Brings the database to the tables this program knows. The migrations are in the code, not in a
 * folder, because the server is one bundled file.
 * @throws Error with a sentence when the database is from a newer program or a step fails.
 */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  throw new Error(
    'The database could not be brought up to date. It may belong to a newer Tablecloth.',
    { cause: error },
  );
}
