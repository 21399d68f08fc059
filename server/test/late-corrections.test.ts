/** What was added late, corrected after the café. */
import { cardText, setCard } from '@tablecloth/shared/notes';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import type { MadeCafe, NotesToCorrect } from '@tablecloth/shared/protocol';
import { smallCafe } from '@tablecloth/shared/sample';
import { v4 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { afterwards, close, correct, notes, pack, type Said } from './correcting.ts';
import { call, startServer, type TestServer } from './fixture.ts';
import { join, Phone, Replica } from './phone.ts';
import { nextUntil } from './round.ts';
import { write } from './teams.ts';

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
