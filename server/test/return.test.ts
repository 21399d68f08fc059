import { expect, test } from 'vitest';
import type { JoinAnswer } from '@tablecloth/shared/protocol';
import { call } from './fixture.ts';
import { Phone, Replica } from './phone.ts';
import { nextUntil, startRound } from './round.ts';

test('a reloaded phone and a second device are the same person, counted once', async () => {
  const { server, made, facilitator, mates, others } = await startRound();
  const people = mates.length + others.length;
  const [ada] = mates;
  const seat = await ada.sees('person');
  const tab = new Phone(server, ada.session);
  expect(await tab.sees('person')).toEqual(seat);
  const body = { door: made.code, name: ' ada  HALE ', team: null };
  const asked = await call<{ refusal: { code: string } }>(server, 'POST', '/api/join', {
    body: { ...body, claim: null },
  });
  expect([asked.status, asked.json.refusal.code]).toEqual([409, 'same name']);
  const { json } = await call<JoinAnswer>(server, 'POST', '/api/join', {
    body: { ...body, claim: 'same' },
  });
  expect(json.person).toBe(ada.person);
  const second = new Phone(server, json.session);
  expect(await second.sees('person')).toEqual(seat);
  expect(await facilitator.got('phones', ({ connected }) => connected === people)).toEqual({
    connected: people,
    away: 0,
    screens: 0,
  });
  expect((await facilitator.sees('facilitator')).people.filter(({ here }) => here)).toHaveLength(
    people,
  );
});

test('who is of one name with another is again who has no phone connected', async () => {
  const { server, made, mates } = await startRound();
  const [ada] = mates;
  const body = { door: made.code, name: 'Ada Hale', team: null };
  const join = async (claim: 'new' | 'same') =>
    (await call<JoinAnswer>(server, 'POST', '/api/join', { body: { ...body, claim } })).json;
  const other = await join('new');
  expect(other.person).not.toBe(ada.person);
  expect((await join('same')).person).toBe(other.person);
  const second = new Phone(server, other.session);
  await second.sees('person');
  ada.socket.disconnect();
  await second.settled();
  expect((await join('same')).person).toBe(ada.person);
});

test('words typed offline through a bell are saved beneath the page they were written for', async () => {
  const { server, facilitator, page, mates } = await startRound();
  const [ada, reader] = mates;
  const replica = new Replica(page);
  ada.socket.emit('entry', replica.write('before the network died'));
  await ada.got('saved');
  ada.socket.disconnect();
  replica.write('typed in the lift');
  replica.write('and on the stairs');
  await nextUntil(facilitator, 2);

  const back = new Phone(server, ada.session);
  await back.sees('clock', ({ openRound }) => openRound === 2);
  const unsaved = [{ page, replica: replica.id, n: 3 }];
  expect(await back.ask('hello', { unsaved })).toMatchObject({
    saved: [{ page, replica: replica.id, n: 1 }],
    sendFrom: [{ page, replica: replica.id, n: 2 }],
  });
  for (const entry of replica.outbox.slice(1)) back.socket.emit('entry', entry);
  await back.got('saved', ({ n }) => n === 3);
  const read = await facilitator.ask('read page', { page });
  expect(read).toMatchObject({ cards: [{ text: 'before the network died' }] });
  const texts = read.ok && read.leaves.map(({ by, cards }) => [by, cards.map(({ text }) => text)]);
  expect(texts).toEqual([['Ada', ['typed in the lift', 'and on the stairs']]]);
  await reader.settled();
  expect(reader.received.filter(({ name }) => name === 'entries')).toHaveLength(1);
});

test('a replica that went on beneath a locked page stays there when Back opens the page again', async () => {
  const { facilitator, page, mates } = await startRound();
  const [ada, ben] = mates;
  const replica = new Replica(page);
  await nextUntil(facilitator, 2);
  ada.socket.emit('entry', replica.write('late'));
  await ada.got('saved');
  const { phase } = await facilitator.sees('clock');
  expect(await facilitator.command({ kind: 'back', phase })).toMatchObject({ ok: true });
  await ada.sees('clock', ({ openRound }) => openRound === 1);
  ada.socket.emit('entry', replica.write('and later'));
  await ada.got('saved', ({ n }) => n === 2);
  ben.socket.emit('entry', new Replica(page).write('in time'));
  await ben.got('saved');
  expect(await facilitator.ask('read page', { page })).toMatchObject({
    cards: [{ text: 'in time' }],
    leaves: [{ by: 'Ada', cards: [{ text: 'late' }, { text: 'and later' }] }],
  });
});

test('words for a round that has not begun wait on the phone and are asked for when it begins', async () => {
  const { facilitator, mates } = await startRound();
  const [ada] = mates;
  const { tables } = await ada.sees('person');
  const page = `${tables[1] ?? ''}.2`;
  const replica = new Replica(page);
  ada.socket.emit('entry', replica.write('ahead of time'));
  await ada.settled();
  expect(ada.received.some(({ name }) => name === 'saved' || name === 'entry refused')).toBe(false);
  await nextUntil(facilitator, 2);
  const { n } = await ada.got('send from', (message) => message.page === page);
  for (const entry of replica.outbox.slice(n - 1)) ada.socket.emit('entry', entry);
  expect(await ada.got('saved')).toEqual({ page, replica: replica.id, n: 1 });
});

test('after a power cut the café, its deadline, its people and every saved word are as they were', async () => {
  const { server, page, mates, facilitator, made } = await startRound();
  const [ada, ben] = mates;
  const replica = new Replica(page);
  ada.socket.emit('entry', replica.write('kept'));
  await ada.got('saved');
  expect((await server.store.pragmas()).synchronous).toBe(2);
  const [due] = await server.store.dueCafes();
  const seen = await ben.sees('person');

  const restarted = await server.restart();
  expect(await restarted.store.dueCafes()).toEqual([due]);
  const again = new Phone(restarted, ben.session);
  expect(await again.sees('person')).toEqual(seen);
  expect(await again.sees('clock')).toEqual(await facilitator.sees('clock'));
  const read = await again.ask('read page', { page });
  expect(read.ok && read.cards.map(({ text }) => text)).toEqual(['kept']);
  expect(await call(restarted, 'GET', '/api/cafe/links', { session: made.session })).toMatchObject({
    json: { code: made.code, teams: made.links.teams },
  });
  const writer = new Phone(restarted, ada.session);
  writer.socket.emit('entry', replica.write('and more'));
  expect(await writer.got('saved')).toEqual({ page, replica: replica.id, n: 2 });
});

test('the ninth device of one person ends the session of the first', async () => {
  const { server, made, mates } = await startRound();
  const [ada] = mates;
  const body = { door: made.code, name: 'Ada Hale', team: null, claim: 'same' };
  const cut = ada.disconnected();
  for (let device = 2; device <= 9; device += 1) await call(server, 'POST', '/api/join', { body });
  expect(await ada.got('ended')).toMatchObject({ refusal: { code: 'no session' } });
  await cut;
});

test('a device of somebody who is said to have left hears it, goes on writing and says that they are there', async () => {
  const { facilitator, page, mates } = await startRound();
  const [ada, ben] = mates;
  const person = ada.person;
  expect(await facilitator.command({ kind: 'depart', person })).toMatchObject({ ok: true });
  const replica = new Replica(page);
  ada.socket.emit('entry', replica.write('I am here'));
  await ada.got('saved', ({ n }) => n === 1);
  const read = await ben.ask('read page', { page });
  expect(read.ok && read.cards.map(({ text }) => text)).toEqual(['I am here']);
  await ada.sees('person', ({ away }) => away === true);
  const everybody = (await facilitator.sees('facilitator')).people.length;
  await facilitator.got(
    'phones',
    ({ connected, away }) => connected === everybody - 1 && away === 0,
  );
  const no = { refusal: { code: 'noted as gone' } };
  expect(await ada.ask('here', { isHere: true })).toMatchObject(no);
  expect(await ben.command({ kind: 'checkIn', person })).toMatchObject({
    refusal: { code: 'not allowed' },
  });
  expect(await ada.command({ kind: 'checkIn', person })).toMatchObject({ ok: true });
  await ada.sees('person', ({ away }) => away === undefined);
  expect(await ada.ask('here', { isHere: true })).toMatchObject({ ok: true, people: 1 });
  expect(ada.received.filter(({ name }) => name === 'ended')).toEqual([]);
});
