/** Notes corrected and completed behind a team's link, for seven days after the café. */
import type { TeamDay } from '@tablecloth/shared/cafe';
import type { TeamPack, WholeCafe } from '@tablecloth/shared/harvest';
import type { MadeCafe, NotesToCorrect } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { afterwards, close, correct, notes, openTeam, pack, type Said } from './correcting.ts';
import { FakeTime } from './fake-time.ts';
import { call, startServer } from './fixture.ts';
import { join, Phone, Replica } from './phone.ts';
import { makeTeams, write } from './teams.ts';

const DAY = 86_400_000;

const told = ({ parts }: TeamPack) =>
  parts.flatMap(({ pages }) => pages.flatMap(({ cards }) => cards.map(({ text }) => text)));

test('a typo is put right, a note from paper keyed in, another taken out, and packs say so', async () => {
  const { server, facilitator, ada, session } = await afterwards();
  await close(facilitator);
  const before = await notes(server, session);
  expect(before.pages.map(({ page, isHome }) => [page, isHome])).toEqual([
    ['t1.1', false],
    ['t1.2', false],
    ['t1.3', true],
  ]);
  const [card] = before.pages[0]?.cards ?? [];
  const typo = { page: 't1.1', card: card?.id, text: 'They ring first' };
  expect((await correct(server, session, typo)).status).toBe(201);
  // Phones that show the notes hear of it.
  expect(await ada.got('read again')).toEqual({ page: 't1.1' });
  const id = uuid();
  const paper = { id, page: 't1.2', text: 'From the flip chart: more benches' };
  expect((await correct(server, session, paper)).status).toBe(201);
  // Sent again because its answer was lost, it is there once.
  expect((await correct(server, session, paper)).status).toBe(201);
  const step = { page: 't1.3', kind: 'next', text: 'Ask the bus company' };
  expect((await correct(server, session, step)).status).toBe(201);
  expect(told(await pack(server, session))).toEqual([
    'Ask the bus company',
    'They ring first',
    'From the flip chart: more benches',
  ]);
  const [flip] = (await notes(server, session)).pages[1]?.cards ?? [];
  const gone = { page: 't1.2', card: flip?.id, text: ' ' };
  expect((await correct(server, session, gone)).status).toBe(201);
  const restarted = await server.restart();
  expect(told(await pack(restarted, session))).toEqual(['Ask the bus company', 'They ring first']);
});

test('a question for the panel is told apart from the other notes to correct', async () => {
  const { server, facilitator, ada, session } = await afterwards();
  const replica = new Replica('t1.1');
  await write(ada, replica, 'Who pays?');
  const [card = ''] = replica.doc.getMap('cards').keys();
  await ada.command({ kind: 'askPanel', page: 't1.1', card, isAsked: true });
  await close(facilitator);
  const [note, question] = (await notes(server, session)).pages[0]?.cards ?? [];
  expect([note?.isAsked, question?.isAsked]).toEqual([false, true]);
});

test('a correction that is sent twice at once is answered twice when it is stored, and is there once', async () => {
  const { server, facilitator, session } = await afterwards();
  await close(facilitator);
  server.store.hold();
  const paper = { id: uuid(), page: 't1.2', text: 'From the flip chart' };
  const both = [correct(server, session, paper), correct(server, session, paper)];
  // What is asked after them is answered after both were judged, and nothing is stored yet.
  await server.store.waiting(1);
  await notes(server, session);
  await server.store.release();
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([201, 201]);
  expect(told(await pack(server, session))).toEqual(['They rnig first', 'From the flip chart']);
});

test('of two corrections of one note the later is not written over the earlier unseen', async () => {
  const { server, facilitator, session } = await afterwards();
  await close(facilitator);
  const [card] = (await notes(server, session)).pages[0]?.cards ?? [];
  const own = { page: 't1.1', card: card?.id, was: 'They rnig first' };
  // Both are on their way before either is stored.
  const texts = ['They ring first', 'They rang first'];
  const answers = await Promise.all(
    texts.map((text) => correct(server, session, { ...own, text })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
  const [stands] = told(await pack(server, session));
  expect(texts).toContain(stands);
  expect(answers.find(({ status }) => status === 409)?.json.refusal).toMatchObject({
    ...{ code: 'written since', now: { text: stands } },
  });
  const gone = { ...own, text: '' };
  expect((await correct(server, session, gone)).json.refusal?.code).toBe('written since');
  // The same words need no choice, and who has seen the others’ may choose their own.
  expect((await correct(server, session, { ...own, text: ` ${stands} ` })).status).toBe(201);
  const chosen = { ...own, was: ` ${stands}`, text: 'They call first' };
  expect((await correct(server, session, chosen)).status).toBe(201);
  expect(told(await pack(server, session))).toEqual(['They call first']);
});

test('only notes of the own table, by the team’s own link, and not before the close', async () => {
  const { server, made, facilitator, ada, session } = await afterwards();
  const early = await correct(server, session, { page: 't1.1', text: 'Too early' });
  expect(early).toMatchObject({ status: 409, json: { refusal: { code: 'too late' } } });
  await close(facilitator);
  for (const page of ['t2.1', 't1.4', 't1.01', 'nowhere.1']) {
    const answer = await correct(server, session, { page, text: 'Not ours' });
    expect(answer.json.refusal?.code).toBe('too late');
  }
  const unknown = { page: 't1.1', card: uuid(), text: 'x' };
  expect((await correct(server, session, unknown)).json.refusal?.code).toBe('bad note');
  const odd = { page: 't1.1', kind: 'made up', text: 'x' };
  expect((await correct(server, session, odd)).status).toBe(400);
  const long = { page: 't1.1', text: 'x'.repeat(4_001) };
  expect(await correct(server, session, long)).toMatchObject({
    ...{ status: 413, json: { refusal: { code: 'too large' } } },
  });
  expect((await correct(server, made.session, { page: 't1.1', text: 'x' })).status).toBe(403);
  expect((await call(server, 'GET', '/api/team/notes', { session: made.session })).status).toBe(
    403,
  );
  // The socket gives a team's link no page to write on: its bytes hold what was removed.
  const team = new Phone(server, session);
  expect(await team.ask('open page', { page: 't1.1' })).toMatchObject({ ok: false });
  const entry = new Replica('t1.1').write('Past the door');
  team.socket.emit('entry', { ...entry, ...{ isCorrection: true, leaf: ada.person } });
  await team.got('entry refused', ({ refusal }) => refusal.code === 'not your page');
  // What a phone still has goes beneath the page, as ever.
  await write(ada, new Replica('t1.1'), 'Found on the way home');
  const own = await pack(server, session);
  expect(own.parts[1]?.pages[0]?.addedLater).toMatchObject([{ text: 'Found on the way home' }]);
});

test('where a table is no team’s, facilitators key in its paper and correct it', async () => {
  const server = await startServer();
  const body = smallCafe({ title: 'Tea', tables: 2, rounds: 2, minutes: 5 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  const keyIn = (said: object, session = made.session) =>
    call<Said>(server, 'POST', '/api/cafe/notes', {
      session,
      body: { id: uuid(), card: null, kind: 'note', page: 't1.1', ...said },
    });
  const read = async (table: string) =>
    call<NotesToCorrect>(server, 'GET', `/api/cafe/notes?table=${table}`, {
      session: made.session,
    });
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada');
  const paper = { id: uuid(), text: 'More benchs' };
  expect((await keyIn(paper)).json.refusal?.code).toBe('too late');
  await close(facilitator);
  for (const _twice of [1, 2]) expect((await keyIn(paper)).status).toBe(201);
  expect((await keyIn({ page: 't9.1', text: 'x' })).json.refusal?.code).toBe('too late');
  expect((await keyIn({ text: 'x' }, ada.session)).status).toBe(403);
  expect((await read('t9')).status).toBe(404);
  const [card] = (await read('t1')).json.pages[0]?.cards ?? [];
  expect((await keyIn({ card: card?.id, text: 'More benches' })).status).toBe(201);
  const whole = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', {
    session: made.session,
  });
  const cards = whole.json.pages.flatMap((page) => page.cards);
  expect(cards).toMatchObject([{ text: 'More benches', author: null }]);
});

test('of a table of no team the home round is listed once something stands there', async () => {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  const table = uuid();
  const room = { number: 9, place: '', chairs: 6, preview: null };
  await facilitator.command({ kind: 'addTable', table, ...room });
  await facilitator.next();
  await close(facilitator);
  const rounds = async () => {
    const { json } = await call<NotesToCorrect>(server, 'GET', `/api/cafe/notes?table=${table}`, {
      session: made.session,
    });
    return json.pages.map(({ round }) => round);
  };
  expect(await rounds()).toEqual([1, 2]);
  const paper = { page: `${table}.3`, card: null, kind: 'note', text: 'Ask the library' };
  const answer = await call<Said>(server, 'POST', '/api/cafe/notes', {
    session: made.session,
    body: { id: uuid(), ...paper },
  });
  expect(answer.status).toBe(201);
  expect(await rounds()).toEqual([1, 2, 3]);
});

test('a team’s table is its team’s to correct, not a facilitator’s', async () => {
  const { server, made, facilitator } = await afterwards();
  await close(facilitator);
  const answer = await call<Said>(server, 'POST', '/api/cafe/notes', {
    session: made.session,
    body: { id: uuid(), page: 't1.1', card: null, kind: 'note', text: 'x' },
  });
  expect(answer).toMatchObject({ status: 409, json: { refusal: { code: 'team corrects' } } });
});

test('after seven days the notes are as they are', async () => {
  const time = new FakeTime(Date.UTC(2026, 4, 12, 9));
  const server = await startServer({ time });
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  await close(facilitator);
  const session = await openTeam(server, made, 'team1');
  const day = await call<TeamDay>(server, 'GET', '/api/team', { session });
  expect(day.json.correctableUntil).toBe(time.now() + 7 * DAY);
  const [answer] = await Promise.all([
    correct(server, session, { page: 't1.1', text: 'On the last day' }),
    expect
      .poll(async () => {
        await time.pass(50);
        return told(await pack(server, session));
      })
      .toEqual(['On the last day']),
  ]);
  expect(answer.status).toBe(201);
  time.suspend(7 * DAY);
  const late = await correct(server, session, { page: 't1.1', text: 'Too late' });
  expect(late.json.refusal?.code).toBe('too late');
  expect(told(await pack(server, session))).toEqual(['On the last day']);
});

test('a note that says nothing new, or nothing at all, changes nothing, and what is gone stays gone', async () => {
  const { server, facilitator, session } = await afterwards();
  await close(facilitator);
  const [card] = (await notes(server, session)).pages[0]?.cards ?? [];
  const before = await notes(server, session);
  const own = { page: 't1.1', card: card?.id };
  for (const body of [
    { page: 't1.1', text: ' ' },
    { ...own, text: 'They rnig first' },
    { ...own, text: ' They rnig first ' },
  ]) {
    expect((await correct(server, session, body)).status).toBe(201);
  }
  expect(await notes(server, session)).toEqual(before);
  const code = async (body: object) => (await correct(server, session, body)).json.refusal?.code;
  expect(await code({ page: 't1.1', card: uuid(), text: 'Of no note' })).toBe('bad note');
  expect(await code({ ...own, text: '' })).toBeUndefined();
  expect(await code({ ...own, text: 'Back again' })).toBe('bad note');
  expect(await code({ page: 't1.1', kind: 'next', text: ' Ask them ' })).toBeUndefined();
  const [page] = (await notes(server, session)).pages;
  expect(page).toMatchObject({ round: 1, cards: [{ kind: 'next', text: 'Ask them' }] });
});
