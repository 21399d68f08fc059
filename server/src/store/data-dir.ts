import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { holdExclusively } from './libsql.ts';

/** A directory this process has to itself until it releases it or dies. */
export interface DataDir {
  /** The file of the database, inside the directory. */
  readonly database: string;
  release(): void;
}

/** Somebody else has the directory; the message is a sentence for the person at the terminal. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

/**
 * Creates the directory if need be and takes it for life. A lock left by a killed process does not
 * count: the kernel drops it with the process.
 * @throws DataDirInUse, or the file system's own error when the directory cannot be made.
 */
export function takeDataDir(path: string): DataDir {
  const directory = resolve(path);
  // What is said at the tables is nobody else's business on a shared machine.
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const release = holdExclusively(join(directory, 'lock.db'));
  if (release === null) {
    throw new DataDirInUse(
      `Another Tablecloth is already running with the data directory ${directory}. ` +
        'Stop it first, or give this one another DATA_DIR.',
    );
  }
  return { database: join(directory, 'tablecloth.db'), release };
}
