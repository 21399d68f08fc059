import { expect, test } from 'vitest';
import { v4 as uuidV4 } from 'uuid';
import { sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import { call, makeSmallCafe, startServer } from './fixture.ts';
import { Phone, Replica } from './phone.ts';
import { raw } from './raw.ts';
import { startRound } from './round.ts';

interface Refusal {
  refusal: { code: string; sentence: string };
}

/** Every no is a code and a plain sentence; nothing of the inside is shown. */
function plain({ refusal }: Refusal): string {
  expect(refusal.sentence).toMatch(/[.?]$/u);
  expect(JSON.stringify(refusal)).not.toMatch(/node_modules|\.ts\b|\bError\b|\bat \//u);
  return refusal.code;
}

test('a wrong code, a bad name and a team that is not there each get their sentence', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const ask = async (path: string, body?: unknown) => {
    const method = body === undefined ? 'GET' : 'POST';
    const { status, json } = await call<Refusal>(server, method, path, { body });
    return [status, plain(json)];
  };
  const join = (name: unknown, door = made.code, team: unknown = null) =>
    ask('/api/join', { door, name, team, claim: null });
  expect(await ask('/api/codes/ZZZZZZ')).toEqual([404, 'no cafe']);
  expect(await ask('/api/codes/%00')).toEqual([404, 'no cafe']);
  expect(await ask('/api/codes/%E0%A4%A')).toEqual([400, 'not understood']);
  expect(await join('Ada')).toEqual([409, 'not open']);
  await new Phone(server, made.session).next();
  expect(await join('')).toEqual([400, 'name empty']);
  expect(await join('   ')).toEqual([400, 'name empty']);
  expect(await join('\u200B\u2060')).toEqual([400, 'name empty']);
  expect(await join('x'.repeat(10_000))).toEqual([400, 'name long']);
  expect(await join('A\u0000da')).toEqual([400, 'name unreadable']);
  expect(await join('A\ud800da')).toEqual([400, 'name unreadable']);
  expect(await join(null)).toEqual([400, 'not understood']);
  expect(await join('Ada', 'ZZZZZZ')).toEqual([404, 'no cafe']);
  expect(await join('Ada', made.code, 'nobody')).toEqual([400, 'no team']);
  expect(await ask('/api/exchange', { secret: 'x'.repeat(22) })).toEqual([401, 'no session']);
  const [, secret] = made.links.join.split('#');
  expect(await ask('/api/exchange', { secret })).toEqual([409, 'only joins']);
  expect(await ask('/api/cafe/links')).toEqual([401, 'no session']);
});

test('a café with mistakes is refused with the place of each', async () => {
  const server = await startServer();
  const good = smallCafe({ title: 'Small', tables: 2, rounds: 2, minutes: 5 });
  const post = async (body: unknown) => {
    const { status, json } = await call<Refusal>(server, 'POST', '/api/cafes', { body });
    expect([status, plain(json)]).toEqual([400, 'not understood']);
    return json.refusal.sentence;
  };
  const [table] = good.definition.tables;
  const title = await post({ ...good, definition: { ...good.definition, title: '' } });
  expect(title).toContain('The title must not be empty.');
  expect(
    await post({ ...good, definition: { ...good.definition, tables: [table, table] } }),
  ).toContain('Two tables have the id');
  expect(await post({ definition: { ...good.definition, notice: 'a\u0000b' } })).toContain(
    'The notice has signs that cannot be stored.',
  );
  for (const nothing of [null, [], 'x', 7, {}]) await post(nothing);
});

test('bodies that are too long or no JSON, and addresses that are not there, are answered as JSON', async () => {
  const server = await startServer();
  const post = async (body: string, path = '/api/cafes') => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body });
    return [response.status, plain((await response.json()) as Refusal)];
  };
  expect(await post('{"definition":')).toEqual([400, 'not understood']);
  expect(await post(`"${'x'.repeat(4_100_000)}"`, '/api/join')).toEqual([413, 'too large']);
  expect(await post(`"${'x'.repeat(32_000_000)}"`)).toEqual([413, 'too large']);
  const unknown = await call<Refusal>(server, 'GET', '/api/nothing/here');
  expect([unknown.status, plain(unknown.json)]).toEqual([404, 'no address']);
  for (const path of ['/no/such/page', '/c/%E0%A4%A', '/t/%']) {
    const page = await raw(server, path);
    expect(page).toMatchObject({
      status: 404,
      headers: { 'content-type': 'text/html; charset=utf-8' },
    });
    expect(page.body).toContain('<a href="/">');
  }
  expect(await raw(server, '/ready')).toMatchObject({ status: 200, body: '{"ready":true}' });
});

test('no payload of any message, known or not, ends the process or goes unanswered', async () => {
  const { server, facilitator, mates } = await startRound();
  const names = [
    'hello',
    'command',
    'entry',
    'open page',
    'leave page',
    'read page',
    'presence',
    'clock',
  ];
  const payloads = [null, undefined, 7, 'x', [], {}, { page: '__proto__' }, { page: 't1', n: -1 }];
  for (const phone of [facilitator, mates[0]]) {
    const emit = phone.socket.emit.bind(phone.socket) as (...args: unknown[]) => unknown;
    for (const name of [...names, 'no such message', 'toString', '__proto__']) {
      for (const payload of payloads) {
        const answer = await new Promise<Refusal & { ok: boolean }>((resolve) => {
          emit(name, payload, resolve);
        });
        expect(answer.ok).toBe(false);
        plain(answer);
        emit(name, payload);
        emit(name, payload, 'no function');
      }
      emit(name);
    }
  }
  const later = new Phone(server, mates[1].session);
  await later.sees('clock');
  expect(server.logged()).not.toContain('a handler failed');
});

test('a message of a megabyte closes that connection and nothing else', async () => {
  const { server, mates } = await startRound();
  const cut = mates[0].disconnected();
  const command = { kind: 'sit', table: 'x'.repeat(1_000_000) } as const;
  mates[0].socket.emit('command', { id: uuidV4(), command }, () => undefined);
  await cut;
  await mates[1].settled();
  await new Phone(server, mates[0].session).sees('person');
});

test('bytes that do not fit a page are refused, and the page goes on', async () => {
  const { page, mates } = await startRound();
  const [writer, reader] = mates;
  const replica = new Replica(page);
  for (const [n, bytes] of ['AAAA', 'AAA=', '////////'].entries()) {
    writer.socket.emit('entry', { page, generation: 1, replica: replica.id, n: n + 1, bytes });
  }
  // Text that is no base64, and more bytes than an entry may have: their senders hear of both.
  for (const [bytes, code] of [
    ['no base64!', 'bad note'],
    ['\u0000', 'bad note'],
    ['AAAA'.repeat(12_000), 'too large'],
  ] as const) {
    const { id } = new Replica(page);
    writer.socket.emit('entry', { page, generation: 1, replica: id, n: 1, bytes });
    const { refusal } = await writer.got('entry refused', ({ replica: whose }) => whose === id);
    expect(refusal.code).toBe(code);
  }
  const bad = new Replica(page).write('NUL \u0000 and half \ud800');
  writer.socket.emit('entry', bad);
  await writer.got('entry refused', (message) => message.replica === bad.replica);
  const good = new Replica(page);
  writer.socket.emit('entry', good.write('still here'));
  await writer.got('saved', (message) => message.replica === good.id);
  const read = await reader.ask('read page', { page });
  expect(read.ok && read.cards.map(({ text }) => text)).toEqual(['still here']);
});

test('an entry that does not fit is refused, also where nobody asked for an answer', async () => {
  const { page, mates } = await startRound();
  const [writer] = mates;
  const send = writer.socket.emit.bind(writer.socket) as (...args: unknown[]) => unknown;
  const good = { page, generation: 1, n: 1, bytes: 'AAA=' };
  const faults = [
    { generation: -1 },
    { bytes: 7 },
    { bytes: undefined },
    { bytes: Buffer.of(0, 0) },
  ];
  for (const fault of faults) {
    const { id: replica } = new Replica(page);
    send('entry', { ...good, replica, ...fault });
    expect(await writer.got('entry refused', (no) => no.replica === replica)).toMatchObject({
      ...{ page, n: 1, refusal: { code: 'not understood' } },
    });
  }
  for (const fault of [{ page: 7 }, { page: 'no page' }, { page: undefined }]) {
    const { id: replica } = new Replica(page);
    send('entry', { ...good, replica, ...fault });
    expect(await writer.got('entry refused', (no) => no.replica === replica)).toMatchObject({
      ...{ page: '', n: 1, refusal: { code: 'not understood' } },
    });
  }
});

test('a number that is skipped is asked for, one sent again is saved again', async () => {
  const { page, mates } = await startRound();
  const [writer] = mates;
  const replica = new Replica(page);
  const [one, two] = [replica.write('one'), replica.write('two')];
  writer.socket.emit('entry', two);
  expect(await writer.got('send from')).toEqual({ page, replica: replica.id, n: 1 });
  writer.socket.emit('entry', one);
  writer.socket.emit('entry', two);
  await writer.got('saved', ({ n }) => n === 2);
  writer.received.length = 0;
  writer.socket.emit('entry', one);
  expect(await writer.got('saved')).toEqual({ page, replica: replica.id, n: 2 });
});

test('more entries than a session may send at once are asked for again, none is lost', async () => {
  const { page, mates } = await startRound();
  const [writer] = mates;
  const replica = new Replica(page);
  for (let i = 0; i < 300; i += 1) replica.write(`note ${String(i)}`);
  let asked = 0;
  const sendFrom = (n: number) => {
    for (const entry of replica.outbox.slice(n - 1)) writer.socket.emit('entry', entry);
  };
  // As a phone does: whatever is asked for again is sent again, however often.
  writer.socket.on('send from', ({ n }) => {
    asked += 1;
    sendFrom(n);
  });
  sendFrom(1);
  await writer.got('saved', ({ n }) => n === 300);
  expect(asked).toBeGreaterThan(0);
});

test('nobody writes at another table, and the screen writes nowhere', async () => {
  const { server, made, page, others } = await startRound();
  const secret = made.links.screen.split('#')[1];
  const { json } = await call<{ session: string }>(server, 'POST', '/api/exchange', {
    body: { secret },
  });
  const screen = new Phone(server, json.session);
  await screen.sees('room');
  for (const phone of [others[0], screen]) {
    const entry = new Replica(page).write('not mine');
    phone?.socket.emit('entry', entry);
    const refused = await phone?.got('entry refused');
    expect(refused).toMatchObject({ replica: entry.replica, refusal: { code: 'not your page' } });
    // Nobody makes their words a correction of this server's by saying so.
    const forged = { ...new Replica(page).write('not mine either'), isCorrection: true };
    phone?.socket.emit('entry', forged);
    const again = await phone?.got('entry refused', ({ replica }) => replica === forged.replica);
    expect(again).toMatchObject({ refusal: { code: 'not your page' } });
  }
  expect(await screen.command({ kind: 'next', phase: 0 })).toMatchObject({
    refusal: { code: 'not allowed' },
  });
  expect((await call(server, 'DELETE', '/api/cafe', { session: json.session })).status).toBe(403);
});

test('a page from another time and a session that is none are turned away with a sentence', async () => {
  const server = await startServer();
  const made = await makeSmallCafe(server);
  const old = new Phone(server, made.session, { auth: { protocol: 0, session: made.session } });
  expect(await old.refusedWith()).toBe('old page');
  expect(await new Phone(server, 'x'.repeat(32)).refusedWith()).toBe('no session');
  expect(await new Phone(server, '', { auth: null }).refusedWith()).toBe('not understood');
});

test('a closed café lets nobody join; a deleted one ends every connection and leaves no row', async () => {
  const server = await startServer();
  const empty = await server.store.counts();
  const { json: made } = await call<{ code: string; session: string }>(
    server,
    'POST',
    '/api/cafes/sample',
    {
      body: { pace: 30 },
    },
  );
  expect(
    (await call<{ teams: unknown[] }>(server, 'GET', `/api/codes/${made.code}`)).json.teams,
  ).toHaveLength(sampleCafe(null).definition.teams.length);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  await facilitator.sees('clock', ({ phase }) => phase === 1);
  expect(await facilitator.command({ kind: 'close', phase: 1 })).toMatchObject({ ok: true });
  const body = { door: made.code, name: 'Ada', team: null, claim: null };
  const late = await call<Refusal>(server, 'POST', '/api/join', { body });
  expect([late.status, plain(late.json)]).toEqual([410, 'cafe closed']);

  const cut = facilitator.disconnected();
  const deleted = await call(server, 'DELETE', '/api/cafe', { session: made.session });
  expect(deleted.status).toBe(200);
  expect(await facilitator.got('ended')).toMatchObject({ refusal: { code: 'cafe deleted' } });
  await cut;
  expect(await server.store.counts()).toEqual(empty);
  expect(await new Phone(server, made.session).refusedWith()).toBe('no session');
});

test('a body whose packing is broken is not understood, and nothing of ours went wrong', async () => {
  const server = await startServer();
  for (const packing of ['gzip', 'deflate']) {
    const response = await fetch(`${server.url}/api/join`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Encoding': packing },
      body: 'this is not packed',
    });
    expect([response.status, plain((await response.json()) as Refusal)]).toEqual([
      400,
      'not understood',
    ]);
  }
});
