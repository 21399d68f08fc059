import { Kysely, SqliteDialect } from 'kysely';
import { takeDataDir } from './data-dir.ts';
import { LibsqlFile } from './libsql.ts';
import { migrate } from './migrations/migrate.ts';
import { SqlStore } from './sql.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * Opens the store in a data directory, taking the directory for as long as the store is open.
 * @throws DataDirInUse when another process has it; otherwise the error that kept the database
 *   from being opened or brought up to date.
 */
export async function openStore(path: string): Promise<Store> {
  const directory = takeDataDir(path);
  let file: LibsqlFile | undefined;
  try {
    file = new LibsqlFile(directory.database);
    const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
    await migrate(db);
    return new SqlStore(db, file, () => {
      directory.release();
    });
  } catch (error) {
    file?.close();
    directory.release();
    throw error;
  }
}
