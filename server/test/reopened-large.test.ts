/** Opening a café again from a large export, while others go on and when something fails. */
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v7 as uuid } from 'uuid';
import { expect, test, vi } from 'vitest';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone } from './phone.ts';

const PEOPLE = 60;
const NOTES = PEOPLE * 4 * 2;

/** Four full-ish pages, each note by somebody else. */
function exported(): object {
  const { definition } = smallCafe({ title: 'Large', tables: 2, rounds: 2, minutes: 5 });
  const listed = { team: null, withoutPhone: false, fixedAt: null, goesWith: null };
  const people = Array.from({ length: PEOPLE }, (_, n) => ({
    ...{ id: `p${String(n)}`, name: `Person ${String(n)}` },
    ...listed,
  }));
  const pages = ['t1', 't2'].flatMap((table) =>
    [1, 2].map((round) => ({
      ...{ table, round, late: [] },
      cards: Array.from({ length: PEOPLE * 2 }, (_, n) => ({
        ...{ id: uuid(), kind: 'note', text: 'A note', order: n, removed: false },
        author: `p${String(n % PEOPLE)}`,
      })),
    })),
  );
  return { tablecloth: 1, definition, people, pages };
}

const open = (server: TestServer) =>
  call<MadeCafe>(server, 'POST', '/api/cafes', { body: exported() });

/** Does something else instead of storing the second portion of notes. */
function atSecondPortion(server: TestServer, act: () => Promise<never>): void {
  const { commit } = server.store;
  let portions = 0;
  vi.spyOn(server.store, 'commit').mockImplementation((batch) => {
    if ((batch.rows ?? []).length > 0) portions += 1;
    return portions === 2 ? act() : commit(batch);
  });
}

test('its notes are stored in portions with turns for others in between, and are all there', async () => {
  const server = await startServer();
  const commit = vi.spyOn(server.store, 'commit');
  let turns = 0;
  let isDone = false;
  const count = (): void => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  const { status, json: made } = await open(server);
  isDone = true;
  expect(status).toBe(201);
  const portions = commit.mock.calls.flatMap(([{ rows = [] }]) => (rows.length > 0 ? [rows] : []));
  expect(Math.max(...portions.map(({ length }) => length))).toBeLessThanOrEqual(200);
  expect(turns).toBeGreaterThan(NOTES / 2 / 8);
  const facilitator = new Phone(server, made.session);
  const read = await facilitator.ask('read page', { page: 't2.2' });
  expect(read.ok && read.cards).toHaveLength(PEOPLE * 2);
});

test('nothing of it is left when a portion cannot be stored', async () => {
  const server = await startServer();
  const empty = await server.store.counts();
  atSecondPortion(server, () => Promise.reject(new Error('disk full')));
  expect(await open(server)).toMatchObject({ status: 500 });
  expect(await server.store.counts()).toEqual(empty);
});

test('nothing of it is left when the server goes down meanwhile', async () => {
  const server = await startServer();
  const empty = await server.store.counts();
  let fail = (_: Error): void => undefined;
  const opening = new Promise((resolve) => {
    atSecondPortion(server, () => {
      resolve(undefined);
      return new Promise((_, reject) => {
        fail = reject;
      });
    });
  });
  const answer = open(server);
  await opening;
  expect((await server.store.counts())['page_rows']).toBeGreaterThan(0);
  const restarted = await server.restart();
  expect(await restarted.store.counts()).toEqual(empty);
  fail(new Error('went down'));
  await answer;
});
