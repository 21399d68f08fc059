import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, SqliteDialect } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NewRow } from './batch.ts';
import { LibsqlFile } from './libsql.ts';
import { migrate } from './migrations/migrate.ts';
import { SqlStore } from './sql.ts';
import type { SessionGrant } from './store.ts';
import type { Tables } from './tables.ts';

let directory: string;
let file: LibsqlFile;
let store: SqlStore;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tablecloth-libsql-'));
  file = new LibsqlFile(join(directory, 'tablecloth.db'));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: file }) });
  await migrate(db);
  store = new SqlStore(db, file, () => undefined);
  await store.commit({
    newCafes: [{ id: 'c1', code: 'ABC234', createdAt: 1 }],
    appends: [{ cafe: 'c1', expect: 0, facts: [], due: null, openRounds: [1] }],
  });
});

afterEach(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const row = (n: number, bytes: Uint8Array): NewRow => ({
  ...{ cafe: 'c1', page: 'p', round: 1, leaf: null, generation: 1, person: 'a', replica: 'r' },
  ...{ first: n, last: n, clientIds: [1], bytes, at: 1 },
});

const words = (text: string) => new TextEncoder().encode(text.repeat(400));

function filesContain(text: string): boolean {
  return readdirSync(directory).some((name) => readFileSync(join(directory, name)).includes(text));
}

test('every commit waits for the disk and deleted words are overwritten', async () => {
  expect(await store.pragmas()).toEqual({
    ...{ journal_mode: 'wal', synchronous: 2, secure_delete: 1 },
  });
});

test('types come back as they went in, booleans as 0 and 1', () => {
  file.prepare('create table probe (value)').run([]);
  const insert = file.prepare('insert into probe values (?)');
  const bytes = new Uint8Array([0, 255]);
  for (const value of [null, 1.5, -3, 2 ** 52, '', 'é\u{1F375}', bytes, Buffer.from([7]), true]) {
    insert.run([value]);
  }
  expect(file.prepare('select value from probe order by rowid').all([])).toEqual(
    [null, 1.5, -3, 2 ** 52, '', 'é\u{1F375}', bytes, new Uint8Array([7]), 1].map((value) => ({
      value,
    })),
  );
  expect(() => insert.run([undefined])).toThrow('type undefined');
});

test('a value that cannot be held rejects the whole batch and the store goes on', async () => {
  const names = [{ person: 'p1', name: 'A\0nn' }];
  const bad = { cafe: 'c1', expect: 0, facts: [], due: null, openRounds: [], names };
  const before = await store.cafe('c1');
  await expect(store.commit({ rows: [row(1, words('x'))], appends: [bad] })).rejects.toThrow('NUL');
  expect(await store.cafe('c1')).toEqual(before);
  expect((await store.commit({ rows: [row(1, words('x'))] })).rows).toEqual(['stored']);
});

test('a full disk rejects the commit with its own error and stores nothing of it', async () => {
  await store.commit({ rows: [row(1, words('first'))] });
  const before = await store.counts();
  const [pages] = file.prepare('pragma page_count').all([]) as { page_count: number }[];
  file.prepare(`pragma max_page_count = ${pages?.page_count ?? 0}`).all([]);
  const session: SessionGrant = {
    ...{ hash: 's', cafe: 'c1', role: 'participant', person: null, team: null, link: null },
    createdAt: 1,
  };
  const full = store.commit({ sessions: [session], rows: [row(2, new Uint8Array(100_000))] });
  await expect(full).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  expect(await store.counts()).toEqual(before);

  file.prepare('pragma max_page_count = 100000').all([]);
  expect((await store.commit({ rows: [row(2, new Uint8Array(100_000))] })).rows).toEqual([
    'stored',
  ]);
});

test('words removed for good are in no file once the commit resolves', async () => {
  await store.commit({ rows: [row(1, words('canary of a patient'))] });
  expect(filesContain('canary of a patient')).toBe(true);
  await store.commit({
    newGenerations: [
      {
        cafe: 'c1',
        page: 'p',
        expect: { generation: 1, seq: 1 },
        rows: [{ person: 'p1', leaf: null, bytes: words('rest') }],
        at: 2,
      },
    ],
  });
  expect(filesContain('canary of a patient')).toBe(false);
  expect(filesContain('rest')).toBe(true);
});

test('a forgotten name is in no file once the commit resolves', async () => {
  const names = (name: string | null) => ({
    appends: [
      {
        ...{ cafe: 'c1', expect: 0, facts: [], due: null, openRounds: [] },
        names: [{ person: 'p1', name }],
      },
    ],
  });
  await store.commit(names('Canary Ann'));
  expect(filesContain('Canary Ann')).toBe(true);
  await store.commit(names(null));
  expect(filesContain('Canary Ann')).toBe(false);
});

test('a deleted café is in no file', async () => {
  const facts = [{ number: 1, at: 1, by: null, body: { canary: 'canary fact' } }];
  await store.commit({
    appends: [{ cafe: 'c1', expect: 0, facts, due: null, openRounds: [1] }],
    rows: [row(1, words('canary note'))],
  });
  await store.deleteCafe('c1', 9);
  expect(filesContain('canary')).toBe(false);
});

test('a truncation that fails does not take back the commit and is made up for', async () => {
  await store.commit({ rows: [row(1, words('canary of a patient'))] });
  // Another reader keeps the log from being emptied.
  const reader = new LibsqlFile(join(directory, 'tablecloth.db'));
  reader.prepare('begin').run([]);
  reader.prepare('select count(*) from page_rows').all([]);
  const { newGenerations } = await store.commit({
    newGenerations: [
      {
        cafe: 'c1',
        page: 'p',
        expect: { generation: 1, seq: 1 },
        rows: [{ person: 'p1', leaf: null, bytes: words('rest') }],
        at: 2,
      },
    ],
  });
  expect(newGenerations).toEqual(['renewed']);
  expect(filesContain('canary of a patient')).toBe(true);
  reader.prepare('rollback').run([]);
  reader.close();
  await store.commit({});
  expect(filesContain('canary of a patient')).toBe(false);
});

test('opening again truncates what a killed process left in the log', async () => {
  await store.commit({ rows: [row(1, words('canary of a patient'))] });
  // The deletion without its truncation, as when the process dies between the two.
  file.prepare('delete from page_rows').run([]);
  expect(filesContain('canary of a patient')).toBe(true);
  new LibsqlFile(join(directory, 'tablecloth.db')).close();
  expect(filesContain('canary of a patient')).toBe(false);
});

test('no row outlives its café, whatever a query forgets', () => {
  expect(() => file.prepare("delete from cafes where id = 'c1'").run([])).toThrow('FOREIGN KEY');
});
