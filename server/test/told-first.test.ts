/** Who comes to a table in the middle of a round is told so before any of its notes reach them. */
import { LIMITS } from '@tablecloth/shared/cafe';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer } from './fixture.ts';
import { Phone, Replica, join } from './phone.ts';
import { nextUntil } from './round.ts';

/** A running round in which one person has just been moved to the table of another. */
async function comingOver() {
  const time = new FakeTime(Date.UTC(2026, 2, 3, 9));
  const server = await startServer({ time });
  const body = smallCafe({ title: 'Late', tables: 2, rounds: 2, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const desk = new Phone(server, made.session);
  const people = [];
  await desk.next();
  for (const name of ['Ada', 'Ben', 'Cem', 'Dina']) {
    people.push(await join(server, made.code, name));
  }
  await nextUntil(desk, 1);
  await time.pass(100);
  const seats = await Promise.all(
    people.map(async (phone) => {
      const { tables } = await phone.sees('person', (view) => view.tables[0] !== null);
      return { phone, table: tables[0] ?? '' };
    }),
  );
  const [writer] = seats;
  const other = seats.find(({ table }) => table !== writer?.table);
  const guest = other?.phone;
  if (writer === undefined || guest === undefined) throw new Error('all sit at one table');
  const page = `${writer.table}.1`;
  const moved = await desk.command({
    ...{ kind: 'move', person: guest.person, table: writer.table },
  });
  expect(moved).toMatchObject({ ok: true });
  const notes = new Replica(page);
  await writer.phone.ask('open page', { page });
  /** Writes a note and lets it reach everybody at the table. */
  const writes = async (text: string) => {
    const entry = notes.write(text);
    writer.phone.socket.emit('entry', entry);
    await writer.phone.settled();
    await time.pass(LIMITS.noteTickMs + 1);
    await writer.phone.got('saved', (saved) => saved.page === page && saved.n === entry.n);
    await guest.settled();
  };
  const former = `${String(other?.table)}.1`;
  return { time, guest, table: writer.table, page, former, writes };
}

test('somebody seated in a running round hears of its notes only once they know their table', async () => {
  const { time, guest, table, page, writes } = await comingOver();
  await writes('Written while they walk over');
  expect(guest.received.filter(({ name }) => name === 'entries')).toEqual([]);
  await time.pass(LIMITS.viewBatchMs);
  await guest.sees('person', ({ tables }) => tables[0] === table);
  await writes('Written with all of them there');
  await guest.got('entries', (news) => news.page === page);
});

test('who opens the page of their new table before they are told misses nothing there', async () => {
  const { guest, page, writes } = await comingOver();
  expect(await guest.ask('open page', { page })).toMatchObject({ ok: true });
  await writes('Written while they walk over');
  await guest.got('entries', (news) => news.page === page);
});

test('who opens or puts away another page before they are told hears nothing of their new table', async () => {
  const { time, guest, table, former, writes } = await comingOver();
  expect(await guest.ask('open page', { page: former })).toMatchObject({ ok: true });
  expect(await guest.ask('leave page', { page: former })).toMatchObject({ ok: true });
  await writes('Written while they walk over');
  expect(guest.received.filter(({ name }) => name === 'entries')).toEqual([]);
  await time.pass(LIMITS.viewBatchMs);
  await guest.sees('person', ({ tables }) => tables[0] === table);
});
