/** Lists of teams and people over real sockets, before the day and while people are here. */
import type { ExchangeAnswer, Links } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import type { MadeCafe } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { call, startServer, type TestServer } from './fixture.ts';
import { join, Phone, Replica } from './phone.ts';

interface Listing {
  teams?: string[];
  people?: { name: string; team?: string }[];
}

/** A list with a table for every team, and one id for sending it twice. */
function listOf({ teams = [], people = [] }: Listing, firstNumber = 50) {
  const tables = teams.map((_, n) => ({
    id: uuid(),
    number: firstNumber + n,
    place: '',
    chairs: 6,
  }));
  const made = teams.map((name, n) => ({
    ...{ id: uuid(), name, topic: 'A topic', question: '' },
    homeTable: tables[n]?.id ?? '',
  }));
  return {
    kind: 'takeIn' as const,
    teams: made,
    tables,
    people: people.map(({ name, team }) => ({
      ...{ id: uuid(), name, withoutPhone: false, fixedAt: null, goesWith: null },
      team: made.find((one) => one.name === team)?.id ?? null,
    })),
  };
}

async function makeCafe(server: TestServer) {
  const body = smallCafe({ title: 'Listed', tables: 3, rounds: 2, minutes: 15 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  return { made, facilitator: new Phone(server, made.session) };
}

const send = (server: TestServer, session: string, command: object, id = uuid()) =>
  call<object>(server, 'POST', '/api/cafe/commands', { session, body: { id, command } });

const linksOf = async (server: TestServer, session: string) =>
  (await call<Links>(server, 'GET', '/api/cafe/links', { session })).json;

async function openLink(server: TestServer, link: string) {
  const secret = new URL(link).hash.slice(1);
  return call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body: { secret } });
}

test('nineteen teams and two thousand people are one request, done once however often it is sent', async () => {
  const server = await startServer();
  const { made, facilitator } = await makeCafe(server);
  const teams = Array.from({ length: 19 }, (_, n) => `Team ${String(n)}`);
  const people = Array.from({ length: 2_000 }, (_, n) => ({
    name: `Person ${String(n)}`,
    team: `Team ${String(n % 19)}`,
  }));
  const list = listOf({ teams, people });
  const id = uuid();
  const first = await send(server, made.session, list, id);
  expect(first.status).toBe(201);
  expect(await send(server, made.session, list, id)).toEqual(first);
  const view = await facilitator.sees('facilitator', (seen) => seen.people.length === 2_000);
  expect(view.takenIn).toEqual({ people: 2_000, teams: 19, filled: 0 });
  expect((await facilitator.sees('cafe', (seen) => seen.teams.length === 19)).tables).toHaveLength(
    22,
  );
});

test('a team from a list has a link at once; taken back, the link and who came with it are gone', async () => {
  const server = await startServer();
  const { made, facilitator } = await makeCafe(server);
  const list = listOf({ teams: ['Willow Ward'], people: [{ name: 'Ada', team: 'Willow Ward' }] });
  await send(server, made.session, list);
  const { teams } = await linksOf(server, made.session);
  expect(teams.map(({ team }) => team)).toEqual(list.teams.map(({ id }) => id));
  const link = teams[0]?.link ?? '';
  const opened = await openLink(server, link);
  expect(opened).toMatchObject({ status: 201, json: { role: 'team', team: teams[0]?.team } });
  const team = new Phone(server, opened.json.session);
  await team.sees('cafe');
  expect(await facilitator.command({ kind: 'undoTakeIn' })).toMatchObject({ ok: true });
  await team.got('ended');
  expect(await openLink(server, link)).toMatchObject({ status: 401 });
  expect(await new Phone(server, opened.json.session).refusedWith()).toBe('no session');
  // The very list again, as after a slip of the hand.
  expect(await send(server, made.session, list)).toMatchObject({ status: 201 });
  expect(await openLink(server, link)).toMatchObject({ status: 201 });
});

test('a list taken back leaves no name behind, also after a restart', async () => {
  const server = await startServer();
  const { made, facilitator } = await makeCafe(server);
  await send(server, made.session, listOf({ people: [{ name: 'Zoë Lindqvist' }] }));
  await facilitator.sees('facilitator', ({ people }) => people.length === 1);
  await facilitator.command({ kind: 'undoTakeIn' });
  await facilitator.sees('facilitator', ({ people }) => people.length === 0);
  const again = await server.restart();
  const { json } = await call<object>(again, 'GET', '/api/cafe/pack.json', {
    session: made.session,
  });
  expect(JSON.stringify(json)).not.toContain('Lindqvist');
  const returned = new Phone(again, made.session);
  expect((await returned.sees('facilitator')).takenIn).toBeNull();
});

test('only facilitators take lists in', async () => {
  const server = await startServer();
  const { made, facilitator } = await makeCafe(server);
  await facilitator.next();
  const { session } = await join(server, made.code, 'Ada');
  const list = listOf({ people: [{ name: 'Ben' }] });
  const refused = { status: 403, json: { refusal: { code: 'not allowed' } } };
  expect(await send(server, session, list)).toMatchObject(refused);
  expect(await send(server, made.session, { kind: 'takeIn', people: 'all' })).toMatchObject({
    status: 400,
    json: { refusal: { code: 'not understood' } },
  });
});

test('lists taken in and back while people write lose no seat, no word and no step', async () => {
  const server = await startServer();
  const { made, facilitator } = await makeCafe(server);
  await facilitator.next();
  const phones = await Promise.all(
    Array.from({ length: 9 }, (_, n) => join(server, made.code, `Person ${String(n)}`)),
  );
  for (const phase of [1, 2, 3]) {
    await facilitator.sees('clock', (view) => view.phase === phase);
    await facilitator.next();
  }
  await facilitator.sees('clock', ({ openRound }) => openRound === 1);
  const before = await Promise.all(
    phones.map((phone) => phone.sees('person', ({ tables }) => tables[0] != null)),
  );
  const clock = await facilitator.sees('clock');

  // Everybody has a page open and half of a note, when lists come, go and come.
  const writers = await Promise.all(
    phones.map(async (phone, n) => {
      const page = `${before[n]?.tables[0] ?? ''}.1`;
      const opened = await phone.ask('open page', { page });
      const replica = new Replica(page);
      if (opened.ok) replica.apply(opened.bytes);
      phone.socket.emit('entry', replica.write(`First of ${String(n)}`));
      return { phone, page, replica };
    }),
  );
  const late = [{ name: 'Late One' }, { name: 'Late Two' }];
  const lists = [
    listOf({ people: late }),
    listOf({ teams: ['Willow Ward'], people: [{ name: 'Ada', team: 'Willow Ward' }] }),
  ];
  expect(await send(server, made.session, lists[0] ?? {})).toMatchObject({ status: 201 });
  expect(await facilitator.command({ kind: 'undoTakeIn' })).toMatchObject({ ok: true });
  expect(await send(server, made.session, lists[0] ?? {})).toMatchObject({ status: 201 });
  expect(await send(server, made.session, lists[1] ?? {})).toMatchObject({ status: 201 });

  for (const [n, { phone, page, replica }] of writers.entries()) {
    phone.socket.emit('entry', replica.write(`Second of ${String(n)}`));
    await phone.got('saved', (saved) => saved.page === page && saved.n === 2);
  }
  await phones[0]?.sees('cafe', ({ teams }) => teams.length === 1);
  for (const [n, phone] of phones.entries()) {
    expect(await phone.sees('person')).toEqual(before[n]);
  }
  expect(await facilitator.sees('clock')).toEqual(clock);

  // And after a restart everything stands as it stood.
  const again = await server.restart();
  const desk = new Phone(again, made.session);
  const { people } = await desk.sees('facilitator');
  expect(people.map(({ name }) => name).sort()).toEqual(
    [...phones.map((_, n) => `Person ${String(n)}`), 'Late One', 'Late Two', 'Ada'].sort(),
  );
  for (const [n, { page }] of writers.entries()) {
    const read = await desk.ask('read page', { page });
    const texts = read.ok ? read.cards.map(({ text }) => text) : [];
    expect(texts).toEqual(
      expect.arrayContaining([`First of ${String(n)}`, `Second of ${String(n)}`]),
    );
  }
  // Whoever was on the list arrives on their phone and gets a seat.
  const ada = await join(again, made.code, 'Ada', lists[1]?.teams[0]?.id ?? null);
  expect(ada.person).toBe(lists[1]?.people[0]?.id);
  expect((await ada.sees('person')).tables.some((table) => table !== null)).toBe(true);
});
