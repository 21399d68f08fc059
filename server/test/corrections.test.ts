/** Notes corrected and completed behind a team's link, for seven days after the café. */
import type { TeamDay } from '@tablecloth/shared/cafe';
import { cardText, setCard } from '@tablecloth/shared/notes';
import type { TeamPack, WholeCafe } from '@tablecloth/shared/harvest';
import type { ExchangeAnswer, MadeCafe, NotesToCorrect } from '@tablecloth/shared/protocol';
import type { WireRefusal } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { FakeTime } from './fake-time.ts';
import { call, startServer, type TestServer } from './fixture.ts';
import { join, Phone, Replica } from './phone.ts';
import { nextUntil } from './round.ts';
import { makeTeams, write } from './teams.ts';

const DAY = 86_400_000;

type Said = { refusal?: WireRefusal };
const correct = (server: TestServer, session: string, body: object) =>
  call<Said>(server, 'POST', '/api/team/notes', {
    session,
    body: { id: uuid(), card: null, kind: 'note', ...body },
  });
const notes = async (server: TestServer, session: string) =>
  (await call<NotesToCorrect>(server, 'GET', '/api/team/notes', { session })).json;
const pack = async (server: TestServer, session: string) =>
  (await call<TeamPack>(server, 'GET', '/api/team/pack.json', { session })).json;
const told = ({ parts }: TeamPack) =>
  parts.flatMap(({ pages }) => pages.flatMap(({ cards }) => cards.map(({ text }) => text)));

async function openTeam(server: TestServer, made: MadeCafe, team: string): Promise<string> {
  const link = made.links.teams.find((one) => one.team === team)?.link ?? '';
  const body = { secret: new URL(link).hash.slice(1) };
  return (await call<ExchangeAnswer>(server, 'POST', '/api/exchange', { body })).json.session;
}

async function close(facilitator: Phone): Promise<void> {
  const { phase } = await facilitator.sees('clock');
  await facilitator.command({ kind: 'close', phase });
  await facilitator.sees('clock', ({ stage }) => stage.at === 'closed');
}

/** Ada of team 1 sits at table 1 in round 1, writes there, and the café is closed. */
async function afterwards() {
  const server = await startServer();
  const made = await makeTeams(server);
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada', 'team1');
  await nextUntil(facilitator, 1);
  await ada.command({ kind: 'sit', table: 't1' });
  await ada.sees('person', ({ tables }) => tables[0] === 't1');
  await write(ada, new Replica('t1.1'), 'They rnig first');
  const session = await openTeam(server, made, 'team1');
  return { server, made, facilitator, ada, session };
}

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
  expect(await ada.got('corrected')).toEqual({ page: 't1.1' });
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

test('a question for the panel is answered in the notes of the team it was asked at', async () => {
  const { server, made, facilitator, ada, session } = await afterwards();
  const read = await ada.ask('read page', { page: 't1.1' });
  const card = read.ok ? (read.cards[0]?.id ?? '') : '';
  await ada.command({ kind: 'askPanel', page: 't1.1', card, isAsked: true });
  const answer = (body: object, by = made.session) =>
    call<Said>(server, 'POST', '/api/cafe/answers', {
      session: by,
      body: { id: uuid(), page: 't1.1', card, text: 'Ask the library first.', ...body },
    });
  expect((await answer({})).json.refusal?.code).toBe('too late');
  await close(facilitator);
  expect((await answer({ card: uuid() })).json.refusal?.code).toBe('no question');
  expect((await answer({}, session)).status).toBe(403);
  expect((await answer({ text: 'x'.repeat(601) })).json.refusal?.code).toBe('too large');
  const id = uuid();
  for (const twice of [{ id }, { id }]) expect((await answer(twice)).status).toBe(201);
  await facilitator.sees('panel', ({ questions }) =>
    questions.some((one) => one.answer === 'Ask the library first.'),
  );
  const cards = async () =>
    (await pack(server, session)).parts.flatMap(({ pages }) => pages.flatMap((page) => page.cards));
  expect(await cards()).toEqual([
    {
      ...{ kind: 'note', text: 'They rnig first', addedLater: [], panel: 'asked' },
      answer: 'Ask the library first.',
    },
  ]);
  // The team corrects its own words, not these.
  const [page] = (await notes(server, session)).pages;
  expect(page?.cards.map(({ text }) => text)).toEqual(['They rnig first']);
  const answered = await ada.ask('read page', { page: 't1.1' });
  const theirs = answered.ok ? answered.cards.find(({ buildsOn }) => buildsOn === card) : undefined;
  expect(theirs?.text).toBe('Ask the library first.');
  const over = { page: 't1.1', card: theirs?.id, text: 'Ask nobody.' };
  expect((await correct(server, session, over)).json.refusal?.code).toBe('bad note');
  expect((await answer({ text: 'Ask the museum.' })).status).toBe(201);
  expect(await cards()).toMatchObject([{ answer: 'Ask the museum.' }]);
  expect((await answer({ text: ' ' })).status).toBe(201);
  expect((await cards())[0]).not.toHaveProperty('answer');
  expect((await pack(server, session)).removed).toBe(0);
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

test('a question that was added late is answered too, and one that was taken out is none', async () => {
  const { server, made, facilitator, ada, session } = await afterwards();
  await nextUntil(facilitator, 2);
  const late = new Replica('t1.1');
  await write(ada, late, 'What about buses?');
  const [asked = ''] = late.doc.getMap('cards').keys();
  await ada.command({ kind: 'askPanel', page: 't1.1', card: asked, isAsked: true });
  const gone = new Replica('t1.1');
  await write(ada, gone, 'Never mind');
  const [without = ''] = gone.doc.getMap('cards').keys();
  await ada.command({ kind: 'askPanel', page: 't1.1', card: without, isAsked: true });
  setCard(gone.doc, without, { removed: true });
  ada.socket.emit('entry', gone.outbox.at(-1) ?? gone.write(''));
  await ada.got('saved', ({ replica, n }) => replica === gone.id && n === 2);
  await close(facilitator);
  const answer = (card: string, text: string) =>
    call<Said>(server, 'POST', '/api/cafe/answers', {
      session: made.session,
      body: { id: uuid(), page: 't1.1', card, text },
    });
  expect((await answer(without, 'Nobody asked.')).json.refusal?.code).toBe('no question');
  expect((await answer(asked, ' ')).status).toBe(201);
  expect((await answer(asked, ' Line 4. ')).status).toBe(201);
  const { parts } = await pack(server, session);
  const later = parts.flatMap(({ pages }) => pages.flatMap(({ addedLater }) => addedLater));
  expect(later).toMatchObject([{ text: 'What about buses?', answer: 'Line 4.' }]);
});

test('what was added after a round is corrected and taken out too, and goes on being added later', async () => {
  const { server, made, facilitator, ada, session } = await afterwards();
  await nextUntil(facilitator, 2);
  const late = new Replica('t1.1');
  await write(ada, late, 'What about bsues?');
  const [asked = ''] = late.doc.getMap('cards').keys();
  await ada.command({ kind: 'askPanel', page: 't1.1', card: asked, isAsked: true });
  const gone = new Replica('t1.1');
  await write(ada, gone, 'Never mind');
  await close(facilitator);
  const offered = async () =>
    (await notes(server, session)).pages[0]?.cards.map(({ text, isLate }) => [text, isLate]);
  expect(await offered()).toEqual([
    ['They rnig first', false],
    ['What about bsues?', true],
    ['Never mind', true],
  ]);
  const own = { page: 't1.1', card: asked, text: 'What about buses?' };
  const id = uuid();
  for (const twice of [{ id }, { id }]) {
    expect((await correct(server, session, { ...own, ...twice })).status).toBe(201);
  }
  await facilitator.sees('panel', ({ questions }) =>
    questions.some(({ text }) => text === 'What about buses?'),
  );
  const [without] = gone.doc.getMap('cards').keys();
  const taken = { id: uuid(), page: 't1.1', card: without, text: '' };
  for (const _twice of [1, 2]) expect((await correct(server, session, taken)).status).toBe(201);
  // A phone that goes on with what it wrote sends on, and nothing of it is lost.
  const words = cardText(late.doc, asked);
  words?.insert(words.length, ' And trams?');
  ada.socket.emit('entry', late.outbox.at(-1) ?? late.write(''));
  await ada.got('saved', ({ replica, n }) => replica === late.id && n === 2);
  const later = async (of: TestServer) =>
    (await pack(of, session)).parts.flatMap(({ pages }) => pages.flatMap((one) => one.addedLater));
  const stays = [{ text: 'What about buses? And trams?', panel: 'asked' }];
  expect(await later(server)).toMatchObject(stays);
  const restarted = await server.restart();
  expect(await later(restarted)).toMatchObject(stays);
  expect(await later(restarted)).toHaveLength(1);
  const whole = await call<WholeCafe>(restarted, 'GET', '/api/cafe/pack.json', {
    session: made.session,
  });
  const leaves = whole.json.pages.flatMap((page) => page.late);
  expect(leaves).toMatchObject([
    { person: ada.person, cards: [{ removed: false }, { removed: true }] },
  ]);
});

/** Ada adds words late to her note of round 1, in two places, and the café is closed. */
async function addedTo() {
  const around = await afterwards();
  const { facilitator, ada } = around;
  const read = await ada.ask('open page', { page: 't1.1' });
  const mine = new Replica('t1.1');
  mine.apply(read.ok ? read.bytes : '');
  const [card = ''] = mine.doc.getMap('cards').keys();
  await nextUntil(facilitator, 2);
  const words = cardText(mine.doc, card);
  words?.insert(words.length, ', adn wait');
  words?.insert(0, 'Mostly. ');
  for (const entry of mine.outbox) ada.socket.emit('entry', entry);
  await ada.got('saved', ({ replica, n }) => replica === mine.id && n === 2);
  await close(facilitator);
  return { ...around, mine, card, words };
}

test('words added late to a note are corrected apart from it, and nobody is told whose they are', async () => {
  const { server, ada, session, mine, card, words } = await addedTo();
  const listed = async (of = server) => (await notes(of, session)).pages[0]?.cards ?? [];
  const [note, added] = await listed();
  expect(note).toMatchObject({ id: card, text: 'They rnig first', isLate: false });
  expect(added).toMatchObject({ text: 'Mostly.  … , adn wait', isLate: true });
  expect(JSON.stringify(await listed())).not.toContain(ada.person);
  const say = async (body: object) => (await correct(server, session, body)).status;
  const text = 'Mostly, and wait';
  expect(await say({ page: 't1.1', card: added?.id, text })).toBe(201);
  expect(await say({ page: 't1.1', card, text: 'They ring first' })).toBe(201);
  const shown = async (of: TestServer) =>
    (await pack(of, session)).parts.flatMap(({ pages }) => pages.flatMap(({ cards }) => cards));
  const both = [{ text: 'They ring first', addedLater: [{ text }] }];
  expect(await shown(server)).toMatchObject(both);
  // What was typed on the phone meanwhile stands beside it.
  words?.insert(words.length, ' for us');
  ada.socket.emit('entry', mine.outbox.at(-1) ?? mine.write(''));
  await ada.got('saved', ({ replica, n }) => replica === mine.id && n === 3);
  const restarted = await server.restart();
  expect(await shown(restarted)).toMatchObject([
    { text: 'They ring first', addedLater: [{ text: 'Mostly, and wait …  for us' }] },
  ]);
  const again = (await listed(restarted))[1];
  expect(again?.id).toBe(added?.id);
  const out = { page: 't1.1', card: again?.id, text: '' };
  expect((await correct(restarted, session, out)).status).toBe(201);
  expect(await shown(restarted)).toEqual([
    { kind: 'note', text: 'They ring first', addedLater: [] },
  ]);
  expect(await listed(restarted)).toHaveLength(1);
});

test('a note that is taken out takes along what was added to it late', async () => {
  const { server, facilitator, ada, session, card } = await addedTo();
  const readBy = async (phone: Phone) => {
    const read = await phone.ask('read page', { page: 't1.1' });
    return read.ok ? read.leaves.flatMap(({ cards }) => cards.map(({ text }) => text)) : null;
  };
  for (const phone of [ada, facilitator]) {
    expect(await readBy(phone)).toEqual(['Mostly.  … , adn wait']);
  }
  expect((await correct(server, session, { page: 't1.1', card, text: '' })).status).toBe(201);
  for (const phone of [ada, facilitator]) expect(await readBy(phone)).toEqual([]);
  expect((await notes(server, session)).pages[0]?.cards).toEqual([]);
});

test('what was added late and removed for good is not there to be corrected', async () => {
  const { server, facilitator, ada, session } = await afterwards();
  await nextUntil(facilitator, 2);
  const late = new Replica('t1.1');
  await write(ada, late, 'Mrs Appleyard said so');
  await write(ada, late, 'Ask the libary');
  const [name = '', stays = ''] = late.doc.getMap('cards').keys();
  await close(facilitator);
  const code = async (card: string, text: string) =>
    (await correct(server, session, { page: 't1.1', card, text })).json.refusal?.code;
  expect(await code(name, 'Mrs A said so')).toBeUndefined();
  const page = 't1.1';
  expect(await facilitator.ask('erase note', { page, card: name })).toMatchObject({ ok: true });
  expect(await code(name, 'Mrs Appleyard said so')).toBe('bad note');
  expect(await code(stays, 'Ask the library')).toBeUndefined();
  const { parts } = await pack(server, session);
  const later = parts.flatMap(({ pages }) => pages.flatMap(({ addedLater }) => addedLater));
  expect(later.map(({ text }) => text)).toEqual(['Ask the library']);
});

test('where a table is no team’s, facilitators correct what its people added late', async () => {
  const server = await startServer();
  const body = smallCafe({ title: 'Tea', tables: 2, rounds: 2, minutes: 5 });
  const { json: made } = await call<MadeCafe>(server, 'POST', '/api/cafes', { body });
  const facilitator = new Phone(server, made.session);
  await facilitator.next();
  const ada = await join(server, made.code, 'Ada');
  await nextUntil(facilitator, 1);
  await ada.command({ kind: 'sit', table: 't1' });
  await ada.sees('person', ({ tables }) => tables[0] === 't1');
  await nextUntil(facilitator, 2);
  await write(ada, new Replica('t1.1'), 'More benchs');
  await close(facilitator);
  const { session } = made;
  const { json } = await call<NotesToCorrect>(server, 'GET', '/api/cafe/notes?table=t1', {
    session,
  });
  const [card] = json.pages[0]?.cards ?? [];
  expect(card).toMatchObject({ text: 'More benchs', isLate: true });
  const said = { id: uuid(), page: 't1.1', card: card?.id, kind: 'note', text: 'More benches' };
  const answer = await call<Said>(server, 'POST', '/api/cafe/notes', { session, body: said });
  expect(answer.status).toBe(201);
  const read = await facilitator.ask('read page', { page: 't1.1' });
  expect(read.ok && read.leaves).toMatchObject([{ by: 'Ada', cards: [{ text: 'More benches' }] }]);
});
