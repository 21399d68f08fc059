import { decodeBase64, type Card } from '@tablecloth/shared/notes';
import type { ServerMessages, WireRefusal } from '@tablecloth/shared/protocol';
import * as Y from 'yjs';
import type { bringOver } from './bring-over.ts';
import type { Connection } from './connection.svelte.ts';
import type { Device } from './device.ts';
import { Gathering } from './gathering.ts';
import type { Outbox } from './outbox.ts';
import { PageInstance } from './page-instance.svelte.ts';
import type { SetAside } from './set-aside.svelte.ts';
import type { KeptEntry, Shelf } from './shelf.ts';
import { addedTo, writeAnew } from './write-anew.ts';

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
 * One page on this phone: an instance of its document, filled from the shelf, the server and what this
 * phone has not got saved yet, and what the server says of the page. What is typed goes to the outbox.
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
  #generation = FIRST_GENERATION;
  /** What the server has shown to have; kept on the shelf without our own unsaved words. */
  #confirmed: Uint8Array[] = [];
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
  #own: PageInstance;
  #instance = $state(0);
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
    this.#own = $state.raw(this.#filled());
    this.#count();
  }

  /** Cards in their order, those that were removed left out. */
  get cards(): Card[] {
    return this.#own.cards.filter((card) => !card.removed);
  }

  /** How many cards were removed here; what they said is nobody's to read. */
  get removedCount(): number {
    return this.#own.cards.filter((card) => card.removed).length;
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
    return this.#own.textOf(card);
  }

  /** What was typed here on a card last and is not saved yet. */
  unsavedOn(card: string): string {
    const text = this.textOf(card);
    return text === null || !this.#waiting.has(card) ? '' : addedTo(this.#confirmed, card, text);
  }

  /** Adds an empty card, or one with words, and gives its id. */
  add(kind = 'note', text = ''): string {
    return this.#own.add(kind, text);
  }

  remove(card: string): void {
    this.#own.setRemoved(card, true);
  }

  restore(card: string): void {
    this.#own.setRemoved(card, false);
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
    this.#own.doc.destroy();
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
      const unsaved = this.#own.cards.filter(({ id }) => waiting.has(id));
      const before = this.#confirmed;
      // Without it they stay in the outbox and are set aside when the server refuses them.
      if (this.#bringOver !== null) this.#outbox.forget(this.id, generation);
      this.#begin(generation, [bytes]);
      this.#bringOver?.(this.#own.doc, unsaved, before);
    } else {
      this.#confirmed.push(bytes);
      this.#own.take(bytes);
    }
    this.#cancelKeep ??= this.#device.after(KEEP_AFTER_MS, () => {
      this.#keep();
    });
  }

  /** A new instance of the document in place of the one there is. */
  #begin(generation: number, confirmed: Uint8Array[]): void {
    this.#gathering.send();
    this.#own.doc.destroy();
    this.#wasOver = this.#isOver;
    this.#generation = generation;
    this.#confirmed = confirmed;
    this.#own = this.#filled();
    this.#instance += 1;
    this.#count();
  }

  /** With what the server has shown, and with what waits to be saved. */
  #filled(): PageInstance {
    const waiting = this.#outbox.of(this.id).filter((one) => one.generation === this.#generation);
    const updates = [...this.#confirmed, ...waiting.map(({ bytes }) => bytes)];
    return new PageInstance(updates, (bytes, cards) => {
      this.#did(bytes, cards);
    });
  }

  /** Whether something this instance got saved is not on the page (`bytes`), or may not be. */
  #wroteLate(bytes: Uint8Array): boolean {
    return this.#own.hasWritten && (this.#wasOver || this.#own.isAheadOf(bytes));
  }

  /**
   * A replica that wrote after the round's end goes on being "added later", so once a Back has opened
   * the round again another one takes its place. Its late words are written anew on the page: they
   * stand in somebody's box, and nobody should see them go.
   */
  #renew(): void {
    const { cards } = this.#own;
    this.#begin(this.#generation, this.#confirmed);
    for (const card of cards) {
      const heir = writeAnew(this.#own.doc, card);
      if (heir !== null) this.#heirs.set(card.id, heir);
    }
  }

  /** Something typed here. With a line it is sent at once, without one a moment's typing is gathered. */
  #did(bytes: Uint8Array, cards: Iterable<string>): void {
    this.#gathering.add(bytes, cards);
    if (this.#line.state.at === 'live' || this.#gathering.isFull) {
      this.#gathering.send();
    } else {
      this.#count();
      this.#gathering.sendSoon();
    }
  }

  #send(bytes: Uint8Array, cards: string[]): void {
    const { replica } = this.#own;
    const entry = { page: this.id, generation: this.#generation, replica, bytes, cards };
    void this.#outbox.add(entry, this.#own.nextNumber());
  }

  #count(): void {
    this.#waiting = new Map([...this.#gathering.cards, ...this.#outbox.waiting(this.id)]);
  }

  #putAside(cards: readonly string[], refusal: WireRefusal): void {
    const texts = cards.map((card) => this.#own.textOf(card)?.toString() ?? '');
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
