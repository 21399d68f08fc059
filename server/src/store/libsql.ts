import type { SqliteDatabase, SqliteStatement } from 'kysely';
import Database from 'libsql';
import { bindable } from './bindable.ts';
import type { Pragmas } from './store.ts';

/**
 * The only importer of libsql: a database of the shape kysely's SQLite dialect expects, with the
 * driver's traps closed off.
 * - Every value passes {@link bindable}; parameters always travel as one array (`run(buffer)`
 *   would end the process).
 * - Only `all` and `run` are used: `get` adds a `_metadata` field to the row.
 * - Blobs come back as ArrayBuffer from `all` and leave here as Uint8Array.
 * - After a full disk SQLite has rolled back by itself; kysely's ROLLBACK would then fail and hide
 *   the reason, so it is passed over.
 */
export class LibsqlFile implements SqliteDatabase {
  readonly #database: Database.Database;

  /** @throws SqliteError when the file cannot be opened or is not a database. */
  constructor(path: string) {
    this.#database = new Database(path);
    // Foreign keys: no row may outlive its café, whatever a future query forgets.
    for (const pragma of [
      'journal_mode = WAL',
      'synchronous = FULL',
      'secure_delete = ON',
      'foreign_keys = ON',
    ]) {
      this.#rows(`PRAGMA ${pragma}`);
    }
    // A process that was killed between a deletion and its truncation leaves the words in the log.
    this.truncateLog();
  }

  prepare(sql: string): SqliteStatement {
    const database = this.#database;
    const statement = database.prepare(sql);
    return {
      reader: statement.reader,
      all: (parameters) => statement.all(parameters.map(bindable)).map(withPlainBytes),
      run: (parameters) => {
        if (sql === 'rollback' && !database.inTransaction) {
          return { changes: 0, lastInsertRowid: 0 };
        }
        return statement.run(parameters.map(bindable));
      },
      iterate: () => {
        throw new Error('The store reads whole results; streaming is not supported');
      },
    };
  }

  /**
   * Moves the write-ahead log into the file and empties it: what secure_delete has overwritten is
   * then nowhere in DATA_DIR.
   * @throws Error when a statement still holds the log open, SqliteError on I/O trouble.
   */
  truncateLog(): void {
    const [result] = this.#rows('PRAGMA wal_checkpoint(TRUNCATE)');
    if (result?.['busy'] !== 0) throw new Error('The write-ahead log is busy and was not emptied');
  }

  pragmas(): Pragmas {
    const read = (name: string) => this.#rows(`PRAGMA ${name}`)[0]?.[name];
    return {
      journal_mode: String(read('journal_mode')),
      synchronous: Number(read('synchronous')),
      secure_delete: Number(read('secure_delete')),
    };
  }

  close(): void {
    this.#database.close();
  }

  #rows(sql: string): Record<string, unknown>[] {
    return this.#database.prepare(sql).all([]) as Record<string, unknown>[];
  }
}

/**
 * Takes a lock that dies with the process, however it dies: an exclusive transaction that is never
 * ended, on a database of its own. Nobody in this process may open the file by other means, since
 * closing any descriptor of it drops POSIX locks.
 * @returns the release, or null when somebody else holds it.
 */
export function holdExclusively(path: string): (() => void) | null {
  const database = new Database(path);
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return () => {
    database.close();
  };
}

function withPlainBytes(row: unknown): unknown {
  const plain = row as Record<string, unknown>;
  for (const [column, value] of Object.entries(plain)) {
    if (value instanceof ArrayBuffer) plain[column] = new Uint8Array(value);
  }
  return plain;
}
