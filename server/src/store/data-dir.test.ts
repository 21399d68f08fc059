import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirInUse, takeDataDir } from './data-dir.ts';

let scratch: string;
let directory: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'tablecloth-data-'));
  directory = join(scratch, 'made', 'on', 'demand');
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('a directory is made when it is missing and belongs to one taker at a time', () => {
  const first = takeDataDir(directory);
  expect(first.database).toBe(join(directory, 'tablecloth.db'));
  expect(() => takeDataDir(directory)).toThrow(DataDirInUse);
  expect(() => takeDataDir(directory)).toThrow(`Another Tablecloth is already running with`);
  first.release();
  takeDataDir(directory).release();
});

test('another process keeps the directory until it dies, even by kill -9', async () => {
  takeDataDir(directory).release();
  // What holdExclusively does, in plain JavaScript: this Node does not run TypeScript by itself.
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const holder = `
    const database = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(join(directory, 'lock.db'))});
    database.exec('BEGIN EXCLUSIVE');
    console.log('held');
    setInterval(() => database.inTransaction, 60_000);
  `;
  const child = spawn(process.execPath, ['-e', holder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  try {
    await once(child.stdout, 'data');
    expect(() => takeDataDir(directory)).toThrow(DataDirInUse);
  } finally {
    child.kill('SIGKILL');
    await exited;
  }
  takeDataDir(directory).release();
});

test('a path that cannot be a directory is the file system’s own error', () => {
  expect(() => takeDataDir('/dev/null/data')).toThrow(/ENOTDIR|EEXIST/);
});
