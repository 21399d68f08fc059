import type { ClockView } from '@tablecloth/shared/cafe';
import {
  addCard,
  cardText,
  decodeBase64,
  encodeBase64,
  newPage,
  readCards,
} from '@tablecloth/shared/notes';
import type { EntryMessage } from '@tablecloth/shared/protocol';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { Connection } from './connection.svelte.ts';
import { MemoryDrawers } from './drawers.ts';
import { Notes } from './notes.svelte.ts';
import { Shelf } from './shelf.ts';
import { FakeDevice, settle } from './test/fake-device.ts';
import { FakeSocket } from './test/fake-socket.ts';

const PAGE = 't7.1';
const REPLICA = expect.stringMatching(/^[\da-f-]{36}$/u) as string;

/** A server that keeps one page; `tick` commits what came and tells everybody. */
class Server {
  doc = newPage();
  readonly came: EntryMessage[] = [];
  generation = 1;
  /** Whether the page's round is over: then what comes is added later, also after a Back. */
  locked = false;
  readonly late: EntryMessage[] = [];

  bytes(): string {
    return encodeBase64(Y.encodeStateAsUpdate(this.doc));
  }

  texts(): string[] {
    return readCards(this.doc).map(({ text }) => text);
  }

  /** Removes a card for good: everybody hears that the page is another one. */
  erase(card: string, ...sockets: FakeSocket[]): void {
    const cards = readCards(this.doc).filter(({ id }) => id !== card);
    this.doc = newPage();
    this.generation += 1;
    for (const { id, text, order } of cards) addCard(this.doc, { id, text, order });
    const news = { page: PAGE, generation: this.generation, writers: 1, bytes: this.bytes() };
    for (const socket of sockets) socket.hear('entries', news);
  }

  tick(...sockets: FakeSocket[]): void {
    for (const entry of this.came.splice(0)) {
      const { page, replica, n, generation, bytes } = entry;
      if (generation !== this.generation) {
        const refusal = { code: 'page anew', sentence: '' };
        for (const socket of sockets) socket.hear('entry refused', { page, replica, n, refusal });
        continue;
      }
      const isLate = this.locked || this.late.some((late) => late.replica === replica);
      const decoded = decodeBase64(bytes);
      if (isLate) this.late.push(entry);
      else if (decoded !== null) Y.applyUpdate(this.doc, decoded);
      for (const socket of sockets) {
        if (!isLate) socket.hear('entries', { page, generation, bytes });
        socket.hear('saved', { page, replica, n });
      }
    }
  }
}

async function phone(server: Server, drawers = new MemoryDrawers(), reachable = true) {
  const device = new FakeDevice();
  const socket = new FakeSocket();
  socket.reachable = reachable;
  socket.answers['hello'] = () => ({ ok: true, now: 0, saved: [], sendFrom: [] });
  socket.answers['open page'] = () => ({
    ok: true,
    page: PAGE,
    generation: server.generation,
    locked: server.locked,
    bytes: server.bytes(),
  });
  socket.answers['entry'] = (message) => {
    server.came.push(message);
    return undefined;
  };
  const line = new Connection(device, 'secret-of-a-session', () => Promise.resolve(socket));
  const view: ClockView = {
    phase: 3,
    stage: { at: 'step', index: 3, startedAt: 0, endsAt: 1 },
    openRound: 1,
    plannedEnd: null,
    seated: true,
  };
  line.views.restore({ clock: { factNumber: 0, view } });
  const notes = await Notes.open(device, line, new Shelf('cafe/ana', drawers));
  line.start();
  await settle();
  const page = notes.page(PAGE);
  await settle();
  const write = (card: string, words: string) => page.textOf(card)?.insert(0, words);
  /** The server says which round's pages are open. */
  const openRound = async (round: number) => {
    server.locked = round > 1;
    const clock = { ...view, openRound: round };
    socket.hear('slice', { factNumber: 9, slice: { kind: 'clock', view: clock } });
    notes.viewsChanged();
    await settle();
  };
  return { openRound, device, socket, line, notes, page, write, drawers };
}

describe('a page on a phone', () => {
  it('shows words of table-mates and says saved only when the server has', async () => {
    const server = new Server();
    const [ana, bo] = [await phone(server), await phone(server)];
    const card = ana.page.add('note', 'Ask the barbers');
    expect(ana.page.stateOf(card)).toBe('sending');
    await ana.device.pass(3_001);
    expect(ana.page.stateOf(card)).toBe('kept');
    server.tick(ana.socket, bo.socket);
    expect(ana.page.stateOf(card)).toBe('saved');
    expect(bo.page.cards.map(({ text }) => text)).toEqual(['Ask the barbers']);
    expect(ana.page.isSaved).toBe(true);
  });

  it('knows when the last word of this phone has become saved', async () => {
    const server = new Server();
    const ana = await phone(server);
    expect(ana.notes.isSaved).toBe(true);
    ana.page.add('note', 'Ask the barbers');
    expect(ana.notes.isSaved).toBe(false);
    server.tick(ana.socket);
    expect(ana.notes.isSaved).toBe(true);
  });

  it('takes a removed card from everybody and gives it back', async () => {
    const server = new Server();
    const [ana, bo] = [await phone(server), await phone(server)];
    const card = ana.page.add('note', 'A name');
    server.tick(ana.socket, bo.socket);
    bo.page.remove(card);
    server.tick(ana.socket, bo.socket);
    expect(ana.page.cards).toEqual([]);
    bo.page.restore(card);
    server.tick(ana.socket, bo.socket);
    expect(ana.page.cards.map(({ text }) => text)).toEqual(['A name']);
  });

  it('tells what was typed on a card that somebody removed meanwhile, and nothing of before', async () => {
    const server = new Server();
    const [ana, bo] = [await phone(server), await phone(server)];
    const card = ana.page.add('note', 'A name');
    server.tick(ana.socket, bo.socket);
    expect(ana.page.unsavedOn(card)).toBe('');
    bo.page.remove(card);
    ana.page.textOf(card)?.insert(6, ', and more');
    expect(ana.page.unsavedOn(card)).toBe(', and more');
    server.tick(ana.socket, bo.socket);
    expect([ana.page.cards, ana.page.unsavedOn(card)]).toEqual([[], '']);
  });

  it('makes one entry of what is typed in a moment without a line, and sends it later', async () => {
    const server = new Server();
    const ana = await phone(server);
    ana.socket.reachable = false;
    ana.socket.disconnect();
    const card = ana.page.add('note', 'c');
    ana.write(card, 'b');
    ana.write(card, 'a');
    await ana.device.pass(600);
    ana.socket.reachable = true;
    await ana.device.pass(20_000);
    expect(server.came).toEqual([
      { page: PAGE, generation: 1, replica: REPLICA, n: 1, bytes: expect.any(String) as string },
    ]);
    server.tick(ana.socket);
    expect(server.texts()).toEqual(['abc']);
    expect(ana.page.stateOf(card)).toBe('saved');
  });

  it('has words of before a reload without a network, and sends them under their replica', async () => {
    const server = new Server();
    const before = await phone(server, new MemoryDrawers(), false);
    before.page.add('note', 'Typed on the train');
    before.device.hide();
    await settle();
    const offline = await phone(server, before.drawers, false);
    expect(offline.page.cards.map(({ text }) => text)).toEqual(['Typed on the train']);
    const after = await phone(server, before.drawers);
    expect(server.came.map(({ n }) => n)).toEqual([1]);
    server.tick(after.socket);
    expect(server.texts()).toEqual(['Typed on the train']);
    expect(after.notes.isSaved).toBe(true);
  });

  it('uses a new clientID and replica each time, and sends only its own changes', async () => {
    const server = new Server();
    const ana = await phone(server);
    const card = ana.page.add('note', 'one');
    server.tick(ana.socket);
    const again = await phone(server, ana.drawers);
    again.write(card, 'two ');
    const [entry] = server.came;
    expect(entry?.n).toBe(1);
    const structs = Y.decodeUpdate(decodeBase64(entry?.bytes ?? '') ?? new Uint8Array()).structs;
    expect(structs).toHaveLength(1);
    expect(structs[0]?.id.client).not.toBe(cardText(server.doc, card)?._item?.id.client);
    server.tick(again.socket);
    expect(server.texts()).toEqual(['two one']);
  });

  it('takes refused words out of the page and leaves them to be copied', async () => {
    const server = new Server();
    const ana = await phone(server);
    ana.page.add('note', 'fits');
    server.tick(ana.socket);
    ana.page.add('note', 'too much');
    const [entry] = server.came.splice(0);
    const refusal = { code: 'page full', sentence: 'This page is full.' } as const;
    ana.socket.hear('entry refused', { page: PAGE, replica: entry?.replica, n: entry?.n, refusal });
    expect(ana.notes.setAside.current).toEqual({ refusal, texts: ['too much'] });
    expect(ana.page.cards.map(({ text }) => text)).toEqual(['fits']);
    ana.page.add('note', 'fits too');
    expect(server.came.map(({ n }) => n)).toEqual([1]);
    server.tick(ana.socket);
    expect(server.texts()).toEqual(['fits', 'fits too']);
  });

  it('drops a note that was removed for good, and brings over what was not saved of others', async () => {
    const server = new Server();
    const [ana, bo] = [await phone(server), await phone(server)];
    const gone = ana.page.add('note', 'Mrs Appleyard');
    const card = ana.page.add('note', 'The lift');
    server.tick(ana.socket, bo.socket);
    bo.write(card, 'At ');
    server.tick(bo.socket);
    ana.page.textOf(card)?.insert(8, ' is warm');
    ana.write(gone, 'I met ');
    const fresh = ana.page.add('note', 'New here');
    server.erase(gone, ana.socket, bo.socket);
    await expect.poll(() => ana.page.generation).toBe(2);
    server.tick(ana.socket, bo.socket);
    await settle();
    server.tick(ana.socket, bo.socket);
    expect(server.texts()).toEqual(['At The lift is warm', 'New here']);
    for (const { page } of [ana, bo]) {
      expect(page.cards.map(({ text }) => text)).toEqual(server.texts());
    }
    expect(ana.page.textOf(fresh)?.toString()).toBe('New here');
    expect([ana.page.isSaved, ana.notes.setAside.current]).toEqual([true, null]);
  });

  it('brings over what was typed without a line while a note was removed for good', async () => {
    const server = new Server();
    const ana = await phone(server);
    const gone = ana.page.add('note', 'Mrs Appleyard');
    server.tick(ana.socket);
    ana.socket.reachable = false;
    ana.socket.disconnect();
    ana.page.add('note', 'Kept on this phone');
    await ana.device.pass(600);
    server.erase(gone);
    ana.socket.reachable = true;
    await ana.device.pass(20_000);
    server.tick(ana.socket);
    await expect.poll(() => ana.page.generation).toBe(2);
    server.tick(ana.socket);
    expect(server.texts()).toEqual(['Kept on this phone']);
    expect(ana.page.isSaved).toBe(true);
  });

  it('drops its copy of a page nobody shows once that page is another one', async () => {
    const server = new Server();
    const ana = await phone(server);
    const gone = ana.page.add('note', 'Mrs Appleyard');
    server.tick(ana.socket);
    ana.notes.leave(PAGE);
    await settle();
    expect(await ana.notes.seen(PAGE)).not.toBeNull();
    server.erase(gone);
    const view = { generations: { [PAGE]: 2 } };
    ana.socket.hear('slice', { factNumber: 9, slice: { kind: 'cafe', view } });
    ana.notes.viewsChanged();
    await settle();
    expect(await ana.notes.seen(PAGE)).toBeNull();
  });

  it('keeps words for a round the server has not begun until it has', async () => {
    const server = new Server();
    const ana = await phone(server);
    ana.notes.page('t12.2').add('note', 'Early');
    expect(server.came).toEqual([]);
    const view = { ...ana.line.views.clock, openRound: 2 };
    ana.socket.hear('slice', { factNumber: 9, slice: { kind: 'clock', view } });
    ana.notes.viewsChanged();
    expect(server.came.map(({ page }) => page)).toEqual(['t12.2']);
  });

  it('writes on the page again after a Back, also what was typed while its round was over', async () => {
    const server = new Server();
    const [ana, bo] = [await phone(server), await phone(server)];
    const card = ana.page.add('note', 'One sentence');
    server.tick(ana.socket, bo.socket);
    await ana.openRound(2);
    ana.write(card, 'Not ');
    const other = ana.page.add('note', 'A second one');
    server.tick(ana.socket, bo.socket);
    expect(server.texts()).toEqual(['One sentence']);
    await ana.openRound(1);
    const heir = ana.page.heirOf(other) ?? '';
    ana.write(heir, 'And ');
    server.tick(ana.socket, bo.socket);
    expect(server.texts()).toEqual(['Not One sentence', 'And A second one']);
    expect(bo.page.cards.map(({ text }) => text)).toEqual(server.texts());
    expect(ana.page.cards).toEqual(bo.page.cards);
    expect(ana.page.isSaved).toBe(true);
  });

  it('waits with that until what it sent is saved, so that nothing is written twice', async () => {
    const server = new Server();
    const ana = await phone(server);
    const card = ana.page.add('note', 'sentence');
    server.tick(ana.socket);
    await ana.openRound(2);
    ana.write(card, 'One ');
    await ana.openRound(1);
    ana.write(card, 'Not ');
    expect(server.came.map(({ n }) => n)).toEqual([2, 3]);
    server.tick(ana.socket);
    await settle();
    server.tick(ana.socket);
    expect(server.texts()).toEqual(['Not One sentence']);
    expect(ana.page.textOf(card)?.toString()).toBe('Not One sentence');
  });

  it('notices on a new line that it was late, without having heard of any bell', async () => {
    const server = new Server();
    const ana = await phone(server);
    const card = ana.page.add('note', 'sentence');
    server.tick(ana.socket);
    server.locked = true;
    ana.write(card, 'One ');
    server.tick(ana.socket);
    server.locked = false;
    ana.socket.disconnect();
    await ana.device.pass(1_000);
    server.tick(ana.socket);
    expect(server.texts()).toEqual(['One sentence']);
  });

  it('keeps refused words of a page that is shown no more in sight, also after a reload', async () => {
    const server = new Server();
    const ana = await phone(server);
    ana.page.add('note', 'Typed where I no longer sit');
    const [entry] = server.came.splice(0);
    ana.notes.leave(PAGE);
    const refusal = { code: 'not your page', sentence: 'You do not sit there.' } as const;
    ana.socket.hear('entry refused', { page: PAGE, replica: entry?.replica, n: entry?.n, refusal });
    await settle();
    const refused = { refusal, texts: ['Typed where I no longer sit'] };
    expect(ana.notes.setAside.current).toEqual(refused);
    const again = await phone(server, ana.drawers);
    expect(again.notes.setAside.current).toEqual(refused);
    again.notes.setAside.dismiss();
    await settle();
    expect((await phone(server, ana.drawers)).notes.setAside.current).toBeNull();
  });
});
