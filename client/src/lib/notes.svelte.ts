/**
 * The pages of notes a phone has open. Everything that touches Yjs is behind this file, which is
 * loaded after somebody has joined.
 */
import { newPage, parsePageId, readCards, type Card } from '@tablecloth/shared/notes';
import type { ServerMessages, WireRefusal } from '@tablecloth/shared/protocol';
import * as Y from 'yjs';
import type { Connection } from './connection.svelte.ts';
import type { Device } from './device.ts';
import { Outbox } from './outbox.ts';
import { Page } from './page.svelte.ts';
import { SetAside } from './set-aside.svelte.ts';
import type { KeptEntry, Shelf } from './shelf.ts';

export class Notes {
  readonly setAside: SetAside;
  readonly #line: Connection;
  readonly #device: Device;
  readonly #shelf: Shelf;
  readonly #outbox: Outbox;
  readonly #pages = new Map<string, Page>();
  /** Of pages written anew: the generation that has been seen to. */
  readonly #generations = new Map<string, number>();
  readonly #stops: (() => void)[] = [];
  #isSaved = $state(true);

  private constructor(device: Device, line: Connection, shelf: Shelf) {
    this.#device = device;
    this.#line = line;
    this.#shelf = shelf;
    this.setAside = new SetAside(shelf);
    this.#outbox = new Outbox(device, shelf, (entry) => line.tell('entry', entry));
  }

  /** Reads what earlier pages left unsaved, and from then on hears what the line says about notes. */
  static async open(device: Device, line: Connection, shelf: Shelf): Promise<Notes> {
    const notes = new Notes(device, line, shelf);
    await Promise.all([notes.#outbox.load(), notes.setAside.load()]);
    notes.#listen();
    return notes;
  }

  /** The page, opened if it was not. It is usable at once, also without a network. */
  page(id: string): Page {
    let page = this.#pages.get(id);
    if (page === undefined) {
      page = new Page(id, this.#device, this.#line, this.#shelf, this.#outbox, this.setAside);
      this.#pages.set(id, page);
      page.roundIsOver(this.#standing(id) === 'over');
      void page.open();
    }
    return page;
  }

  /** The cards of a page as this phone saw them last; null when it never did. For reading offline. */
  async seen(id: string): Promise<Card[] | null> {
    const open = this.#pages.get(id);
    if (open !== undefined) return open.cards;
    const kept = await this.#shelf.page(id);
    if (kept === null) return null;
    const doc = newPage();
    Y.applyUpdate(doc, kept.bytes);
    const cards = readCards(doc).filter((card) => !card.removed);
    doc.destroy();
    return cards;
  }

  /** Puts a page away once nobody shows it; what is unsaved of it goes on being sent. */
  leave(id: string): void {
    const page = this.#pages.get(id);
    if (page === undefined) return;
    this.#pages.delete(id);
    page.close();
    void this.#line.ask('leave page', { page: id });
  }

  /** Whether every word of this phone is saved. */
  get isSaved(): boolean {
    return this.#isSaved;
  }

  /**
   * To be called when the line's views have changed: words for a round may be sent from its start, a
   * Back opens a page again, and a page of which a note was removed for good is another one.
   */
  viewsChanged(): void {
    this.#outbox.pump();
    for (const [id, page] of this.#pages) page.roundIsOver(this.#standing(id) === 'over');
    for (const [id, generation] of Object.entries(this.#line.views.cafe?.generations ?? {})) {
      if (this.#generations.get(id) === generation) continue;
      this.#generations.set(id, generation);
      void this.#isAnew(id, generation);
    }
  }

  close(): void {
    for (const stop of this.#stops) stop();
    for (const page of this.#pages.values()) page.close();
    this.#pages.clear();
  }

  #listen(): void {
    const line = this.#line;
    const outbox = this.#outbox;
    line.unsaved = () => outbox.unsaved();
    outbox.mayGo = (page) => this.#standing(page) !== 'early';
    outbox.onAnyChange = () => (this.#isSaved = outbox.isEmpty);
    outbox.onAnyChange();
    outbox.onAnew = (id, refusal) => void this.#takeAnew(id, refusal);
    outbox.onRefused = (id, entries, refusal) => {
      const page = this.#pages.get(id);
      if (page === undefined) void this.#putAside(id, entries, refusal);
      else page.refused(entries, refusal);
    };
    this.#stops.push(
      line.on('saved', (message) => {
        outbox.saved(message);
      }),
      line.on('send from', (message) => {
        outbox.sendFrom(message);
      }),
      line.on('entry refused', (message) => {
        outbox.refused(message);
      }),
      line.on('entries', (message) => this.#pages.get(message.page)?.hear(message)),
      line.on('presence', (message: Parameters<ServerMessages['presence']>[0]) => {
        this.#pages.get(message.page)?.sees(message);
      }),
      line.onLive(() => {
        for (const page of this.#pages.values()) void page.sync();
        outbox.resume();
      }),
      this.#device.onHide(() => {
        for (const page of this.#pages.values()) page.putAway();
      }),
    );
    // Loaded after the line had opened: its hello did not know of us.
    if (line.state.at === 'live') outbox.resume();
  }

  /** Whatever this phone has of an older generation is dropped. */
  async #isAnew(id: string, generation: number): Promise<void> {
    const open = this.#pages.get(id);
    if (open !== undefined) return open.isAnew(generation);
    const kept = await this.#shelf.page(id);
    if (kept !== null && kept.generation < generation) await this.#shelf.dropPage(id);
  }

  /** What cannot be written on the new page, as its old one is not on this phone, is set aside. */
  async #takeAnew(id: string, refusal: WireRefusal): Promise<void> {
    const page = this.page(id);
    await page.sync();
    const left = this.#outbox.forget(id, page.generation);
    if (left.length > 0) await this.#putAside(id, left, refusal);
  }

  /** Words of a page that nobody shows any more, for instance of a table one was moved away from. */
  async #putAside(id: string, entries: readonly KeptEntry[], refusal: WireRefusal): Promise<void> {
    const kept = await this.#shelf.page(id);
    const doc = newPage();
    if (kept !== null) Y.applyUpdate(doc, kept.bytes);
    for (const { bytes } of [...this.#outbox.of(id), ...entries]) Y.applyUpdate(doc, bytes);
    const cards = new Set(entries.flatMap((entry) => entry.cards));
    const texts = readCards(doc).flatMap((card) => (cards.has(card.id) ? [card.text] : []));
    doc.destroy();
    this.setAside.add(refusal, texts);
  }

  /** Where a page's round stands by the server's clock. */
  #standing(id: string): 'early' | 'open' | 'over' {
    const clock = this.#line.views.clock;
    const round = parsePageId(id)?.round;
    if (clock === null || round === undefined) return 'early';
    if (clock.stage.at === 'closed') return 'over';
    const open = clock.openRound ?? 0;
    if (round > open) return 'early';
    return round < open ? 'over' : 'open';
  }
}
