import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/**
 * The key from which links' secrets are derived: made at the first start, readable by the server's
 * account only. It appears whole or not at all, because a key cut short by a crash would make every
 * link show another secret than the one that was given away.
 * @throws when the file cannot be written or is not a key.
 */
export function serverKey(dataDir: string): Uint8Array {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const path = join(dataDir, 'server.key');
  const kept = readKey(path);
  if (kept !== null) return kept;
  const draft = `${path}.${String(process.pid)}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeSync(file, randomBytes(KEY_BYTES));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  // A link, not a rename: if another process was first, its key stays.
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
  const made = readKey(path);
  if (made === null) throw new Error(`${path} disappeared while it was being made.`);
  return made;
}

function readKey(path: string): Uint8Array | null {
  try {
    const key = readFileSync(path);
    if (key.length !== KEY_BYTES)
      throw new Error(`${path} is not a key of ${String(KEY_BYTES)} bytes.`);
    return key;
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
