/** A note that names somebody is removed for good: from phones, packs and everything stored. */
import { addCard, decodeBase64, newPage, readCards, setCard } from '@tablecloth/shared/notes';
import { LIMITS } from '@tablecloth/shared/cafe';
import type { WholeCafe } from '@tablecloth/shared/harvest';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { call, type TestServer } from './fixture.ts';
import { Replica, type Phone } from './phone.ts';
import { nextUntil, startRound } from './round.ts';
import { write } from './teams.ts';

const NAME = 'Mrs Appleyard';

/** Everything the store has of a page, as one text of bytes. */
async function everythingOf(server: TestServer, cafe: string, page: string): Promise<string> {
  const { rows, leaves } = await server.store.page(cafe, page);
  return [...rows, ...leaves].map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\n');
}

async function textsOf(phone: Phone, page: string): Promise<string[]> {
  const read = await phone.ask('read page', { page });
  if (!read.ok) throw new Error(read.refusal.sentence);
  const late = read.leaves.flatMap(({ cards }) => cards);
  return [...read.cards, ...late].filter(({ removed }) => !removed).map(({ text }) => text);
}

/** Two notes of Ada's at her table, the second with a name. */
async function withAName() {
  const round = await startRound();
  const { page, mates } = round;
  const [ada, ben] = mates;
  const replica = new Replica(page);
  await write(ada, replica, 'They ring first');
  await write(ada, replica, `${NAME} said so`);
  await ben.ask('open page', { page });
  const [, card = ''] = replica.doc.getMap('cards').keys();
  const { id: cafe } = await ada.sees('cafe');
  return { ...round, ada, ben, replica, card, cafe };
}

test('a facilitator removes a note, and nothing of its words is stored or told any more', async () => {
  const { server, facilitator, page, ada, ben, card, cafe } = await withAName();
  expect(await everythingOf(server, cafe, page)).toContain(NAME);
  expect(await facilitator.ask('erase note', { page, card })).toEqual({ ok: true });
  expect(await everythingOf(server, cafe, page)).not.toContain(NAME);
  const { bytes, generation } = await ben.got('entries', (news) => news.generation === 2);
  const doc = newPage();
  Y.applyUpdate(doc, decodeBase64(bytes) ?? new Uint8Array());
  expect(doc.getMap('cards').has(card)).toBe(false);
  expect(generation).toBe(2);
  expect(await textsOf(facilitator, page)).toEqual(['They ring first']);
  for (const phone of [ada, ben]) {
    await phone.sees('cafe', ({ generations }) => generations?.[page] === 2);
  }
  await facilitator.sees('facilitator', ({ activity }) => activity[0]?.did === 'noteErased');
});

test('visitors, and whoever sits elsewhere, cannot', async () => {
  const { server, page, ben, others, card, cafe } = await withAName();
  for (const [phone, code] of [
    [ben, 'hosts remove'],
    [others[0], 'no page'],
  ] as const) {
    expect(await phone?.ask('erase note', { page, card })).toMatchObject({ refusal: { code } });
  }
  expect(await everythingOf(server, cafe, page)).toContain(NAME);
});

test('whose words are left is still known', async () => {
  const { server, facilitator, page, ada, card, made } = await withAName();
  await facilitator.ask('erase note', { page, card });
  const { json } = await call<WholeCafe>(server, 'GET', '/api/cafe/pack.json', {
    session: made.session,
  });
  const notes = json.pages.find(({ table, round }) => `${table}.${String(round)}` === page);
  expect(notes?.cards.map(({ author }) => author)).toEqual([ada.person]);
  const opened = await ada.ask('open page', { page });
  expect(opened).toMatchObject({ ok: true, generation: 2, writers: 1 });
});

test('what was written on the old page meanwhile is told that the page is another one', async () => {
  const { facilitator, page, ben, card } = await withAName();
  const old = new Replica(page);
  await facilitator.ask('erase note', { page, card });
  const entry = old.write('Typed at that moment');
  ben.socket.emit('entry', entry);
  const { refusal } = await ben.got('entry refused', ({ n }) => n === entry.n);
  expect(refusal.code).toBe('page anew');
  const anew = new Replica(page);
  const again = { ...anew.write('Typed at that moment'), generation: 2 };
  ben.socket.emit('entry', again);
  await ben.got('saved', ({ replica: of }) => of === anew.id);
  expect(await textsOf(facilitator, page)).toContain('Typed at that moment');
});

test('entries that come at the very moment are stored or told so, never lost in silence', async () => {
  const { facilitator, page, ada, ben, card } = await withAName();
  const replicas = [ada, ben].map((phone) => ({ phone, replica: new Replica(page) }));
  const sent = Array.from({ length: 12 }, (_, i) => {
    const one = replicas[i % 2];
    if (one === undefined) throw new Error('nobody');
    const entry = one.replica.write(`Note ${String(i)}`);
    one.phone.socket.emit('entry', entry);
    return { ...one, entry };
  });
  await facilitator.ask('erase note', { page, card });
  const isAnswered = ({ phone, entry }: (typeof sent)[number]): boolean =>
    phone.received.some(
      ({ name, message }) =>
        (name === 'saved' && message.replica === entry.replica && message.n >= entry.n) ||
        (name === 'entry refused' &&
          message.replica === entry.replica &&
          message.n === entry.n &&
          message.refusal.code === 'page anew'),
    );
  await expect.poll(() => sent.filter((one) => !isAnswered(one)).length).toBe(0);
});

test('a note that was added late, and all that were removed before, go for good too', async () => {
  const { server, facilitator, page, ada, replica, card, cafe } = await withAName();
  setCard(replica.doc, card, { removed: true });
  ada.socket.emit('entry', replica.outbox.at(-1) ?? replica.write(''));
  await ada.got('saved', ({ n }) => n === replica.outbox.length);
  await nextUntil(facilitator, 2);
  const late = new Replica(page);
  const opened = await ada.ask('open page', { page });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  late.apply(opened.bytes);
  await write(ada, late, 'And Mr Holroyd too');
  const lateCard = [...late.doc.getMap('cards').keys()].at(-1) ?? '';
  expect(await facilitator.ask('erase note', { page, card: null })).toEqual({ ok: true });
  expect(await everythingOf(server, cafe, page)).not.toContain(NAME);
  expect(await facilitator.ask('erase note', { page, card: lateCard })).toEqual({ ok: true });
  expect(await everythingOf(server, cafe, page)).not.toContain('Holroyd');
  expect(await textsOf(facilitator, page)).toEqual(['They ring first']);
  expect(await facilitator.ask('erase note', { page, card: lateCard })).toMatchObject({
    refusal: { code: 'no note' },
  });
});

test('a note that is stored at the very moment stays, and the one with the name goes', async () => {
  const { server, facilitator, page, ben, card, cafe } = await withAName();
  const replica = new Replica(page);
  server.store.hold();
  ben.socket.emit('entry', replica.write('Benches help'));
  await server.store.waiting(1);
  const erased = facilitator.ask('erase note', { page, card });
  await server.store.waiting(2);
  await server.store.release();
  expect(await erased).toEqual({ ok: true });
  await ben.got('saved', ({ replica: of }) => of === replica.id);
  expect(await everythingOf(server, cafe, page)).not.toContain(NAME);
  expect((await textsOf(facilitator, page)).sort()).toEqual(['Benches help', 'They ring first']);
});

test('what is drawn there stays, and so does what notes say of each other but for the one that goes', async () => {
  const { facilitator, page, ada, ben, replica, card } = await withAName();
  const [first = ''] = replica.doc.getMap('cards').keys();
  const add = (text: string, more: { buildsOn?: string; mergedInto?: string }) =>
    replica.doc.transact(() => {
      replica.write(text);
      const id = [...replica.doc.getMap('cards').keys()].at(-1) ?? '';
      const map = replica.doc.getMap('cards').get(id) as Y.Map<string>;
      for (const [key, value] of Object.entries(more)) map.set(key, value);
    });
  const stroke = { x: 1, points: [1, 2.5] };
  replica.doc.getArray('strokes').push([stroke]);
  add('On the first', { buildsOn: first });
  add('On the name', { buildsOn: card });
  add('Into the first', { mergedInto: first });
  add('Into the name', { mergedInto: card });
  for (const entry of replica.outbox.slice(2)) ada.socket.emit('entry', entry);
  await ada.got('saved', ({ n }) => n === replica.outbox.length);
  await facilitator.ask('erase note', { page, card });
  const opened = await ben.ask('open page', { page });
  if (!opened.ok) throw new Error(opened.refusal.sentence);
  const now = new Replica(page);
  now.apply(opened.bytes);
  const said = readCards(now.doc).map(({ text, buildsOn, mergedInto }) => ({
    text,
    ...(buildsOn === undefined ? {} : { buildsOn }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  }));
  expect(said).toEqual([
    { text: 'They ring first' },
    { text: 'On the first', buildsOn: first },
    { text: 'On the name' },
    { text: 'Into the first', mergedInto: first },
    { text: 'Into the name' },
  ]);
  expect(now.doc.getArray('strokes').toJSON()).toEqual([stroke]);
});

test('notes that are removed for good all at once are all gone for whoever reads next', async () => {
  const { server, facilitator, page, ada, ben, replica } = await withAName();
  await write(ada, replica, 'Mrs Holroyd was there');
  await write(ada, replica, 'She stays');
  const cards = [...replica.doc.getMap('cards').keys()].slice(0, 3);
  const asked = cards.map((card) => facilitator.ask('erase note', { page, card }));
  expect(await Promise.all(asked)).toEqual(cards.map(() => ({ ok: true })));
  expect(await textsOf(facilitator, page)).toEqual(['She stays']);
  expect(await ben.ask('open page', { page })).toMatchObject({ generation: 4 });
  const { id: cafe } = await ada.sees('cafe');
  expect(await everythingOf(server, cafe, page)).not.toContain('Holroyd');
});

test('a full page takes a note again once some are removed for good, and not before', async () => {
  const { facilitator, page, mates } = await startRound();
  const [ada] = mates;
  const replica = new Replica(page);
  for (let left = LIMITS.cardsPerPageMax; left > 0; left -= 100) {
    replica.doc.transact(() => {
      for (let i = 0; i < 100; i += 1) addCard(replica.doc, { id: uuid(), order: i, text: 'a' });
    });
  }
  const [gone = '', other = ''] = replica.doc.getMap('cards').keys();
  for (const card of [gone, other]) setCard(replica.doc, card, { removed: true });
  for (const entry of replica.outbox) ada.socket.emit('entry', entry);
  await ada.got('saved', ({ n }) => n === replica.outbox.length);
  ada.socket.emit('entry', new Replica(page).write('one more'));
  await ada.got('entry refused', ({ refusal }) => refusal.code === 'page full');
  expect(await facilitator.ask('erase note', { page, card: null })).toEqual({ ok: true });
  const after = new Replica(page);
  ada.socket.emit('entry', { ...after.write('one more'), generation: 2 });
  await ada.got('saved', ({ replica: id }) => id === after.id);
});
