import {
  addCard,
  cardText,
  decodeBase64,
  newPage,
  readCards,
  setCard,
  type Card,
} from '@tablecloth/shared/notes';
import type { ServerMessages, WireRefusal } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { bringOver } from './bring-over.ts';
import type { Connection } from './connection.svelte.ts';
import type { Device } from './device.ts';
import { Gathering } from './gathering.ts';
import type { Outbox } from './outbox.ts';
import type { SetAside } from './set-aside.svelte.ts';
import type { KeptEntry, Shelf } from './shelf.ts';
import { lacks, writeAnew } from './write-anew.ts';

/** What a person may believe of a card: only "saved" is a promise of the server. */
export type CardState = 'saved' | 'sending' | 'kept';

interface Seen {
  card: string;
  name: string;
  at: number;
}

/** Longer than this on the way, or no network at all, and a card says that it is kept on this phone. */
const SENDING_MS = 3_000;
const KEEP_AFTER_MS = 2_000;
const SEEN_MS = 8_000;
const FIRST_GENERATION = 1;

/**
 * One page on this phone: a Y.Doc instance with a clientID and a replica of its own, filled from the
 * shelf, the server and what this phone has not got saved yet. Only what this instance's own
 * transactions did goes to the outbox; never a difference of states.
 */
export class Page {
  readonly id: string;
  readonly #device: Device;
  readonly #line: Connection;
  readonly #shelf: Shelf;
  readonly #outbox: Outbox;
  readonly #setAside: SetAside;
  readonly #gathering: Gathering;
  readonly #stops: (() => void)[];
  #doc = newPage();
  #replica = uuid();
  #n = 0;
  #generation = FIRST_GENERATION;
  /** What the server has shown to have; kept on the shelf without our own unsaved words. */
  #confirmed: Uint8Array[] = [];
  #touched = new Set<string>();
  #cancelKeep: (() => void) | null = null;
  #opened: Promise<void> | null = null;
  #closed = false;
  #bringOver: typeof bringOver | null = null;
  /** The server's last word on the page's round. */
  #isOver = false;
  /** This instance may have written after the round's end. */
  #wasOver = false;
  /** Cards of earlier instances that were written anew under another id. */
  readonly #heirs = new Map<string, string>();
  #instance = $state(0);
  #cards = $state.raw<Card[]>([]);
  #waiting = $state.raw<ReadonlyMap<string, number>>(new Map());
  /** By connection: on which card somebody else writes. */
  #writing = $state.raw<ReadonlyMap<string, Seen>>(new Map());
  #locked = $state(false);
  #synced = $state(false);
  #writers = $state(0);

  constructor(
    id: string,
    device: Device,
    line: Connection,
    shelf: Shelf,
    outbox: Outbox,
    setAside: SetAside,
  ) {
    this.id = id;
    this.#device = device;
    this.#line = line;
    this.#shelf = shelf;
    this.#outbox = outbox;
    this.#setAside = setAside;
    this.#gathering = new Gathering(device, (bytes, cards) => {
      this.#send(bytes, cards);
    });
    this.#stops = [
      outbox.onChange(id, () => {
        this.#count();
        if (this.#wasOver && !this.#isOver && this.isSaved) void this.sync();
      }),
    ];
    this.#begin(FIRST_GENERATION, []);
  }

  /** Cards in their order, those that were removed left out. */
  get cards(): Card[] {
    return this.#cards.filter((card) => !card.removed);
  }

  /** How many cards were removed here; what they said is nobody's to read. */
  get removedCount(): number {
    return this.#cards.filter((card) => card.removed).length;
  }

  /** Grows when the document was replaced: textareas must be bound anew. */
  get instance(): number {
    return this.#instance;
  }

  get generation(): number {
    return this.#generation;
  }

  get locked(): boolean {
    return this.#locked;
  }

  /** Whether the server has shown this page since it was opened here. */
  get synced(): boolean {
    return this.#synced;
  }

  /** How many people have written here, as the server last said. */
  get writers(): number {
    return this.#writers;
  }

  /** Whether every word typed here on this page is saved. */
  get isSaved(): boolean {
    return this.#waiting.size === 0;
  }

  stateOf(card: string): CardState {
    const since = this.#waiting.get(card);
    if (since === undefined) return 'saved';
    const isLong = this.#device.steady() - since > SENDING_MS;
    return isLong || this.#line.isGone ? 'kept' : 'sending';
  }

  /** Who else is writing on a card, or null. */
  writerOf(card: string): string | null {
    const since = this.#device.steady() - SEEN_MS;
    const seen = [...this.#writing.values()].find(({ card: on, at }) => on === card && at > since);
    return seen?.name ?? null;
  }

  /** The card that has the words of one that is gone, or null: they were set aside. */
  heirOf(card: string): string | null {
    return this.#heirs.get(card) ?? null;
  }

  textOf(card: string): Y.Text | null {
    return cardText(this.#doc, card);
  }

  /** Adds an empty card, or one with words, and gives its id. */
  add(kind = 'note', text = ''): string {
    const id = uuid();
    const order = Math.max(0, ...this.#cards.map((card) => card.order)) + 1;
    addCard(this.#doc, { id, kind, text, order });
    return id;
  }

  remove(card: string): void {
    setCard(this.#doc, card, { removed: true });
  }

  restore(card: string): void {
    setCard(this.#doc, card, { removed: false });
  }

  /** Tells table-mates on which card this person writes, or on none. */
  writesOn(card: string | null): void {
    this.#line.tell('presence', { page: this.id, card });
  }

  /** Fills the page from the shelf, then from the server. */
  async open(): Promise<void> {
    this.#opened ??= this.#fromShelf();
    await this.#opened;
    await this.sync();
  }

  /** Asks the server for the page; whatever it has that we lack is added. */
  async sync(): Promise<void> {
    await this.#opened;
    const answer = await this.#line.ask('open page', { page: this.id });
    if (this.#closed || !answer.ok) return;
    if (answer.generation > this.#generation && !this.isSaved) {
      this.#bringOver ??= await import('./bring-over.ts').then(
        ({ bringOver }) => bringOver,
        () => null,
      );
    }
    this.#locked = answer.locked;
    this.#writers = answer.writers;
    const bytes = decodeBase64(answer.bytes);
    this.#take(answer.generation, bytes);
    this.#synced = true;
    if (answer.locked) this.#wasOver = true;
    else if (bytes !== null && this.isSaved && this.#wroteLate(bytes)) this.#renew();
  }

  /** What the server's clock says of the page's round; said again whenever the clock has moved. */
  roundIsOver(isOver: boolean): void {
    const isReopened = this.#isOver && !isOver;
    this.#isOver = isOver;
    if (isOver) this.#wasOver = true;
    if (isReopened) void this.sync();
  }

  /** New words of others, and our own come back. */
  hear({ generation, writers, bytes }: Parameters<ServerMessages['entries']>[0]): void {
    this.#writers = writers;
    // A newer generation begins with everything, not with what was added last.
    if (generation > this.#generation) void this.isAnew(generation);
    else if (generation === this.#generation) this.#take(generation, decodeBase64(bytes));
  }

  /** A note was removed for good: the page has this generation now. */
  async isAnew(generation: number): Promise<void> {
    if (generation > this.#generation) await this.sync();
  }

  sees({ card, name, replica }: Parameters<ServerMessages['presence']>[0]): void {
    const writing = new Map(this.#writing);
    if (card === null) writing.delete(replica);
    else writing.set(replica, { card, name, at: this.#device.steady() });
    this.#writing = writing;
  }

  /** The server refused words for good: they are taken out of the page and set aside. */
  refused(entries: readonly KeptEntry[], refusal: WireRefusal): void {
    // What was typed since builds on them.
    const cards = [...entries.flatMap((entry) => entry.cards), ...this.#gathering.cards.keys()];
    this.#gathering.drop();
    this.#putAside(cards, refusal);
    this.#begin(this.#generation, this.#confirmed);
  }

  /** Puts what was typed last into the outbox, and the page on the shelf. */
  putAway(): void {
    this.#gathering.send();
    this.#keep();
  }

  close(): void {
    this.putAway();
    this.#closed = true;
    for (const stop of this.#stops) stop();
    this.#doc.destroy();
  }

  async #fromShelf(): Promise<void> {
    const kept = await this.#shelf.page(this.id);
    if (kept === null || this.#closed) return;
    if (kept.generation >= this.#generation) this.#take(kept.generation, kept.bytes);
  }

  #take(generation: number, bytes: Uint8Array | null): void {
    if (bytes === null || generation < this.#generation) return;
    if (generation > this.#generation) {
      this.#gathering.send();
      const waiting = this.#outbox.waiting(this.id);
      const unsaved = this.#cards.filter(({ id }) => waiting.has(id));
      const before = this.#confirmed;
      // Without it they stay in the outbox and are set aside when the server refuses them.
      if (this.#bringOver !== null) this.#outbox.forget(this.id, generation);
      this.#begin(generation, [bytes]);
      this.#bringOver?.(this.#doc, unsaved, before);
    } else {
      this.#confirmed.push(bytes);
      Y.applyUpdate(this.#doc, bytes);
    }
    this.#cancelKeep ??= this.#device.after(KEEP_AFTER_MS, () => {
      this.#keep();
    });
  }

  /** A new instance of the document: new clientID, new replica, numbers from 1. */
  #begin(generation: number, confirmed: Uint8Array[]): void {
    this.#gathering.send();
    this.#doc.destroy();
    this.#doc = newPage();
    this.#replica = uuid();
    this.#n = 0;
    this.#wasOver = this.#isOver;
    this.#generation = generation;
    this.#confirmed = confirmed;
    for (const bytes of confirmed) Y.applyUpdate(this.#doc, bytes);
    for (const entry of this.#outbox.of(this.id)) {
      if (entry.generation === generation) Y.applyUpdate(this.#doc, entry.bytes);
    }
    this.#observe(this.#doc);
    this.#cards = readCards(this.#doc);
    this.#instance += 1;
    this.#count();
  }

  /** Whether something this instance got saved is not on the page (`bytes`), or may not be. */
  #wroteLate(bytes: Uint8Array): boolean {
    if (this.#n === 0) return false;
    return this.#wasOver || lacks(bytes, this.#doc);
  }

  /**
   * A replica that wrote after the round's end goes on being "added later", so once a Back has opened
   * the round again another one takes its place. Its late words are written anew on the page: they
   * stand in somebody's box, and nobody should see them go.
   */
  #renew(): void {
    const cards = this.#cards;
    this.#begin(this.#generation, this.#confirmed);
    for (const card of cards) {
      const heir = writeAnew(this.#doc, card);
      if (heir !== null) this.#heirs.set(card.id, heir);
    }
  }

  #observe(doc: Y.Doc): void {
    // Deep observers run before 'update', within the same transaction.
    doc.getMap('cards').observeDeep((changes, { local }) => {
      if (local) for (const card of cardsOf(changes)) this.#touched.add(card);
      this.#cards = readCards(doc);
    });
    doc.on('update', (bytes: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
      if (local) this.#did(bytes);
    });
  }

  /** Something typed here. With a line it is sent at once, without one a moment's typing is gathered. */
  #did(bytes: Uint8Array): void {
    this.#gathering.add(bytes, this.#touched);
    this.#touched.clear();
    if (this.#line.state.at === 'live' || this.#gathering.isFull) {
      this.#gathering.send();
    } else {
      this.#count();
      this.#gathering.sendSoon();
    }
  }

  #send(bytes: Uint8Array, cards: string[]): void {
    this.#n += 1;
    const { id: page } = this;
    const entry = { page, generation: this.#generation, replica: this.#replica, bytes, cards };
    void this.#outbox.add(entry, this.#n);
  }

  #count(): void {
    this.#waiting = new Map([...this.#gathering.cards, ...this.#outbox.waiting(this.id)]);
  }

  #putAside(cards: readonly string[], refusal: WireRefusal): void {
    const texts = cards.map((card) => cardText(this.#doc, card)?.toString() ?? '');
    this.#setAside.add(refusal, texts);
  }

  #keep(): void {
    this.#cancelKeep?.();
    this.#cancelKeep = null;
    if (this.#confirmed.length === 0) return;
    const bytes = Y.mergeUpdates(this.#confirmed);
    this.#confirmed = [bytes];
    void this.#shelf.keepPage({ page: this.id, generation: this.#generation, bytes });
  }
}

/** The ids of the cards that changes inside the map of cards are about. */
function cardsOf(changes: readonly Y.YEvent<Y.AbstractType<unknown>>[]): string[] {
  return changes.flatMap((change) => {
    const [card] = change.path;
    return typeof card === 'string' ? [card] : [...change.keys.keys()];
  });
}
