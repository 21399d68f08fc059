/** A device lies on a table and writes for everybody there; a room with nothing else works completely. */
import { runsByItself } from '@tablecloth/shared/cafe';
import type { TeamPack, WholeCafe } from '@tablecloth/shared/harvest';
import type { ExchangeAnswer, LayAnswer, MadeCafe } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer, type TestServer } from './fixture.ts';
import { Phone, Replica } from './phone.ts';

const NINE = Date.UTC(2026, 2, 3, 9);
const { definition, people } = sampleCafe(null);
const { programme, teams } = definition;

/** The sample café with its doors open and the first of its people checked in at the desk. */
async function openSample(count = 24) {
  const time = new FakeTime(NINE);
  const server = await startServer({ time });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes/sample', { body: {} });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  for (const { id } of people.slice(0, count))
    await facilitator.command({ kind: 'checkIn', person: id });
  return { time, server, made, facilitator };
}
type Room = Awaited<ReturnType<typeof openSample>>;

async function lay(server: TestServer, made: MadeCafe, table: number) {
  const door = made.links.join.split('#')[1];
  const body = { phone: uuid(), door, table };
  const { status, json } = await call<LayAnswer>(server, 'POST', '/api/lay', { body });
  if (status !== 201) throw new Error(JSON.stringify(json));
  return Object.assign(new Phone(server, json.session), { session: json.session, id: json.phone });
}

/** To the next step: its own bell, or else a press. */
async function goOn({ time, facilitator }: Room): Promise<void> {
  const { phase, stage } = await facilitator.sees('clock');
  const step = stage.at === 'step' ? programme[stage.index] : undefined;
  if (stage.at === 'step' && step !== undefined && runsByItself(step)) {
    await time.pass(stage.endsAt - time.now());
  } else {
    await facilitator.command({ kind: 'next', phase });
  }
  await facilitator.sees('clock', (view) => view.phase > phase);
}

async function goToRound(room: Room, round: number): Promise<void> {
  for (;;) {
    const { openRound } = await room.facilitator.sees('clock');
    if (openRound === round) return;
    await goOn(room);
  }
}

/** Writes a note and waits until it is saved; tells its card. */
async function write(room: Room, phone: Phone, page: string, text: string): Promise<string> {
  const replica = new Replica(page);
  phone.socket.emit('entry', replica.write(text));
  await phone.settled();
  await room.time.pass(100);
  await phone.got('saved', (message) => message.replica === replica.id);
  const [card = ''] = replica.doc.getMap('cards').keys();
  return card;
}

const whole = async ({ server, made }: Room): Promise<WholeCafe> =>
  (await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', { session: made.session })).json;

test('with a device on every table and no phone of anybody’s own every word of the day is kept', async () => {
  const room = await openSample(60);
  const { server, made, facilitator } = room;
  const { json } = await call<ExchangeAnswer>(server, 'POST', '/api/exchange', {
    body: { secret: made.links.screen.split('#')[1] },
  });
  const screen = new Phone(server, json.session);
  const devices = [];
  for (const { id, number } of definition.tables) {
    devices.push({ id, phone: await lay(server, made, number) });
  }
  await room.time.pass(1_000);
  await screen.sees('room', ({ here }) => here === 60);
  expect(await screen.got('phones', ({ connected }) => connected === 0)).toBeDefined();

  const rounds = programme.filter(({ kind }) => kind === 'round' || kind === 'home');
  const written: string[] = [];
  for (const step of rounds) {
    const round = 'round' in step ? step.round : 0;
    await goToRound(room, round);
    const sent = [];
    for (const { id, phone } of devices) {
      await phone.sees('clock', ({ openRound }) => openRound === round);
      const { tables } = await phone.sees('stay');
      expect(tables[round - 1]).toBe(id);
      const page = `${id}.${String(round)}`;
      expect(await phone.ask('open page', { page })).toMatchObject({ ok: true, locked: false });
      const text = `Table ${id} in round ${String(round)}`;
      const replica = new Replica(page);
      phone.socket.emit('entry', replica.write(text));
      await phone.settled();
      sent.push({ phone, page, replica });
      written.push(text);
    }
    await room.time.pass(100);
    for (const { phone, page, replica } of sent) {
      await phone.got('saved', (message) => message.replica === replica.id);
      const [card = ''] = replica.doc.getMap('cards').keys();
      expect(await phone.command({ kind: 'askPanel', page, card, isAsked: true })).toMatchObject({
        ok: true,
      });
    }
  }
  await goOn(room);
  expect((await facilitator.sees('facilitator')).people).toHaveLength(people.length);
  const { pages } = await whole(room);
  const kept = pages.flatMap(({ cards }) => cards.map(({ text }) => text));
  expect(kept.sort()).toEqual(written.sort());
  expect(pages.flatMap(({ cards }) => cards.map(({ author }) => author))).toEqual(
    written.map(() => null),
  );
}, 60_000);

test('a table whose device has written is not silent, though nobody wrote on a phone of their own', async () => {
  const room = await openSample();
  const device = await lay(room.server, room.made, 1);
  await goToRound(room, 1);
  await room.time.pass(1_100);
  const silent = await room.facilitator.got('silent tables', ({ round }) => round === 1);
  expect(silent.tables).toContain('t1');
  await write(room, device, 't1.1', 'Heard on the tablet');
  await room.time.pass(1_100);
  await room.facilitator.got('silent tables', ({ tables }) => !tables.includes('t1'));
  const entries = await device.got('entries');
  expect(entries.writers).toBe(0);
});

test('a note that is signed goes home with the team of whoever’s it is', async () => {
  const room = await openSample(60);
  const device = await lay(room.server, room.made, 1);
  await goToRound(room, 1);
  const at = await device.sees('table', ({ round, people }) => round === 1 && people.length > 0);
  const { people: all } = await room.facilitator.sees('facilitator', (view) =>
    view.people.some(({ tables }) => tables[0] === 't1'),
  );
  const own = teams.find(({ homeTable }) => homeTable === 't1')?.id;
  const index = at.people.findIndex(({ name }) =>
    all.some((one) => one.name === name && one.tables[0] === 't1' && one.team !== own && one.team),
  );
  const name = at.people[index]?.name ?? '';
  const visitor = all.find((one) => one.name === name && one.tables[0] === 't1');
  const [signed, unsigned] = ['Said by a visitor', 'Said by nobody in particular'];
  const card = await write(room, device, 't1.1', signed);
  await write(room, device, 't1.1', unsigned);
  const ask = { kind: 'signCard', page: 't1.1', card, voice: { index, name } } as const;
  expect(await device.command(ask)).toMatchObject({ ok: true });
  await room.time.pass(100);
  const { signed: shown } = await device.sees('stay', (view) => view.signed.length > 0);
  expect(shown).toEqual([{ card, name }]);
  const team = visitor?.team ?? '';
  const path = `/api/team/pack.json?team=${team}`;
  const { json } = await call<TeamPack>(room.server, 'GET', path, { session: room.made.session });
  const brought = json.parts.find(({ part }) => part === 'brought back')?.pages ?? [];
  expect(brought.flatMap(({ cards }) => cards.map(({ text }) => text))).toEqual([signed]);
  const { pages } = await whole(room);
  expect(pages[0]?.cards.map(({ author }) => author)).toEqual([visitor?.id, null]);
});

test('words written before the bell and sent after it are added later, and come back from the export', async () => {
  const room = await openSample();
  const device = await lay(room.server, room.made, 1);
  await goToRound(room, 2);
  await device.sees('clock', ({ openRound }) => openRound === 2);
  await write(room, device, 't1.1', 'From the round before');
  const exported = await whole(room);
  expect(exported.pages[0]).toMatchObject({
    ...{ table: 't1', round: 1, cards: [] },
    late: [{ person: null, cards: [{ text: 'From the round before' }] }],
  });
  const again = await call<MadeCafe>(room.server, 'POST', '/api/cafes', { body: exported });
  expect(again.status).toBe(201);
  const { session } = again.json;
  const { json } = await call<WholeCafe>(room.server, 'GET', '/api/cafe/pack.json', { session });
  expect(json.pages).toEqual(exported.pages);
});

test('a device writes on no other table’s page and reads none', async () => {
  const room = await openSample();
  const device = await lay(room.server, room.made, 1);
  await goToRound(room, 1);
  const replica = new Replica('t2.1');
  device.socket.emit('entry', replica.write('Elsewhere'));
  const { refusal } = await device.got('entry refused');
  expect(refusal.code).toBe('not your page');
  for (const what of ['open page', 'read page'] as const) {
    expect(await device.ask(what, { page: 't2.1' })).toMatchObject({
      refusal: { code: 'no page' },
    });
  }
  // What its team brought home is read on it once the team is there.
  expect(await device.ask('read brought', {})).toMatchObject({ refusal: { code: 'not home' } });
});

test('facilitators see the device, end it, and its session opens nothing any more', async () => {
  const room = await openSample();
  const device = await lay(room.server, room.made, 3);
  await device.sees('stay');
  await room.time.pass(100);
  const { tablePhones } = await room.facilitator.sees(
    'facilitator',
    (view) => view.tablePhones.length > 0,
  );
  expect(tablePhones).toEqual([{ phone: device.id, table: 't3' }]);
  const cut = device.disconnected();
  await room.facilitator.command({ kind: 'takePhone', phone: device.id });
  expect((await device.got('ended')).refusal.code).toBe('no session');
  await cut;
  expect(await new Phone(room.server, device.session).refusedWith()).toBe('no session');
  const view = await call(room.server, 'GET', '/api/cafe/view', { session: device.session });
  expect(view.status).toBe(401);
  const restarted = await room.server.restart();
  expect(await new Phone(restarted, device.session).refusedWith()).toBe('no session');
});

test('a device that takes itself away is answered before its line ends', async () => {
  const room = await openSample(0);
  const device = await lay(room.server, room.made, 1);
  const ends = device.disconnected();
  expect(await device.command({ kind: 'takePhone', phone: device.id })).toMatchObject({ ok: true });
  expect(await device.got('ended')).toMatchObject({ refusal: { code: 'no session' } });
  await ends;
});

test('a device comes back to its table after a restart', async () => {
  const room = await openSample();
  const device = await lay(room.server, room.made, 3);
  const restarted = await room.server.restart();
  const again = new Phone(restarted, device.session);
  expect((await again.sees('stay')).table).toBe('t3');
});

test('a device that asks again, because the answer was lost, lies on its table once', async () => {
  const { time, server, made, facilitator } = await openSample();
  const body = { phone: uuid(), door: made.code, table: 3 };
  const lost = await call<LayAnswer>(server, 'POST', '/api/lay', { body });
  const { status, json } = await call<LayAnswer>(server, 'POST', '/api/lay', { body });
  expect([lost.status, status]).toEqual([201, 201]);
  await time.pass(100);
  const device = new Phone(server, json.session);
  expect((await device.sees('stay')).table).toBe('t3');
  const { tablePhones } = await facilitator.sees(
    'facilitator',
    (view) => view.tablePhones.length > 0,
  );
  expect(tablePhones).toEqual([{ phone: body.phone, table: 't3' }]);
  const elsewhere = { ...body, table: 4 };
  expect((await call(server, 'POST', '/api/lay', { body: elsewhere })).status).toBe(403);
});

test('without the café’s door nobody lays a device anywhere', async () => {
  const room = await openSample();
  const laid = (body: object) => call(room.server, 'POST', '/api/lay', { body });
  const phone = uuid();
  expect((await laid({ phone, door: room.made.code, table: 999 })).status).toBe(404);
  expect((await laid({ phone, door: room.made.code })).status).toBe(400);
  const wrong = laid({ phone, door: 'ABCDEF', table: 1 });
  await room.facilitator.settled();
  await room.time.pass(1_000);
  expect((await wrong).status).toBe(404);
});
