/**
 * A phone: one connection, the pages it writes on, and its outbox. What it does is what any client
 * written from docs/protocol.md would do; what its owner does is in `person.ts`.
 */
import type { SliceKind } from '@tablecloth/shared/cafe';
import { decodeBase64 } from '@tablecloth/shared/notes';
import type {
  EntryMessage,
  Hello,
  SavedMessage,
  WireCard,
  WireLeaf,
  WireRefusal,
} from '@tablecloth/shared/protocol';
import { Connection, type Listener, type ViewOf } from './connection.ts';
import { PageCopy, type News } from './page-copy.ts';

/** What a rehearsal wants to know of its phones. */
export interface Watcher {
  changed(phone: Phone, kind: SliceKind): void;
  sent(copy: PageCopy, atOnce: boolean): void;
  heard(phone: Phone, copy: PageCopy, update: Uint8Array, news: News): void;
  /** Notes of a page this phone has not opened. */
  foreign(phone: Phone, page: string): void;
  saved(phone: Phone, copy: PageCopy, n: number): void;
  refused(phone: Phone, page: string, refusal: WireRefusal): void;
  ended(phone: Phone, sentence: string): void;
}

export class Phone implements Listener {
  readonly #connection: Connection;
  readonly #watcher: Watcher;
  readonly #copies = new Map<string, PageCopy>();
  /** Copies with entries that were made while they could not be sent. */
  readonly #held = new Set<PageCopy>();
  #current: string | null = null;

  constructor(url: string, session: string, watcher: Watcher) {
    this.#watcher = watcher;
    this.#connection = new Connection(url, session, this);
  }

  /** Since when it is connected and known, or null. */
  get onlineSince(): number | null {
    return this.#connection.greetedAt;
  }

  /** What the server's clock shows now, as far as this phone knows. */
  now(): number {
    return Date.now() + this.#connection.offset;
  }

  view<K extends SliceKind>(kind: K): ViewOf<K> | null {
    return this.#connection.view(kind);
  }

  command(...args: Parameters<Connection['command']>): ReturnType<Connection['command']> {
    return this.#connection.command(...args);
  }

  goOffline(): void {
    this.#connection.goOffline();
  }

  goOnline(): void {
    this.#connection.goOnline();
  }

  /** Entries made here that the server has not acknowledged. */
  get unsaved(): number {
    return [...this.#copies.values()].reduce((sum, { unsaved }) => sum + unsaved, 0);
  }

  async read(page: string): Promise<{ cards: WireCard[]; leaves: WireLeaf[] } | null> {
    const answer = await this.#connection.ask('read page', { page });
    return answer?.ok === true ? answer : null;
  }

  get copies(): Iterable<PageCopy> {
    return this.#copies.values();
  }

  /** Turns to a page: its own copy at once, what others wrote when the server answers. */
  turnTo(page: string): PageCopy {
    const copy = this.#copies.get(page) ?? new PageCopy(page, this.#made);
    this.#copies.set(page, copy);
    this.#current = page;
    void this.#open(copy);
    return copy;
  }

  unsavedEntries(): Hello['unsaved'] {
    return [...this.#copies.values()]
      .filter(({ unsaved }) => unsaved > 0)
      .map(({ page, replica, made }) => ({ page, replica, n: made }));
  }

  greeted(answer: { saved: SavedMessage[]; sendFrom: SavedMessage[] }): void {
    for (const message of answer.saved) this.saved(message);
    for (const message of answer.sendFrom) this.sendFrom(message);
    const current = this.#current === null ? undefined : this.#copies.get(this.#current);
    if (current !== undefined) void this.#open(current);
  }

  changed(kind: SliceKind): void {
    if (kind === 'clock') this.#sendHeld();
    this.#watcher.changed(this, kind);
  }

  entries({ page, generation, bytes }: Parameters<Listener['entries']>[0]): void {
    const copy = this.#copies.get(page);
    const update = decodeBase64(bytes);
    if (copy === undefined) {
      // Between two rounds the server may be at the next page before its phone is.
      if (!this.#sitsAt(page)) this.#watcher.foreign(this, page);
      return;
    }
    if (generation !== copy.generation || update === null) return;
    this.#watcher.heard(this, copy, update, copy.hear(update));
  }

  saved({ page, replica, n }: SavedMessage): void {
    const copy = this.#copyOf(page, replica);
    copy?.saved(n);
    if (copy !== null) this.#watcher.saved(this, copy, n);
  }

  sendFrom({ page, replica, n }: SavedMessage): void {
    const copy = this.#copyOf(page, replica);
    if (copy === null || !this.#mayReceive(copy)) return;
    for (const entry of copy.from(n)) this.#connection.send(entry);
  }

  refused({ page, replica, n, refusal }: Parameters<Listener['refused']>[0]): void {
    this.#copyOf(page, replica)?.drop(n);
    this.#watcher.refused(this, page, refusal);
  }

  ended(sentence: string): void {
    this.#watcher.ended(this, sentence);
  }

  #copyOf(page: string, replica: string): PageCopy | null {
    const copy = this.#copies.get(page);
    return copy?.replica === replica ? copy : null;
  }

  #sitsAt(page: string): boolean {
    return (this.view('person')?.pages ?? []).includes(page);
  }

  /** A page of a round that has not begun on the server waits here. */
  #mayReceive({ round }: PageCopy): boolean {
    const clock = this.view('clock');
    return clock?.stage.at === 'closed' || round <= (clock?.openRound ?? 0);
  }

  #made = (copy: PageCopy, entry: EntryMessage): void => {
    const atOnce = this.onlineSince !== null && this.#mayReceive(copy);
    if (atOnce) this.#connection.send(entry);
    else this.#held.add(copy);
    this.#watcher.sent(copy, atOnce);
  };

  #sendHeld(): void {
    for (const copy of this.#held) {
      if (this.onlineSince === null || !this.#mayReceive(copy)) continue;
      this.#held.delete(copy);
      for (const entry of copy.from(1)) this.#connection.send(entry);
    }
  }

  async #open(copy: PageCopy): Promise<void> {
    const answer = await this.#connection.ask('open page', { page: copy.page });
    if (!answer?.ok) return;
    const update = decodeBase64(answer.bytes);
    if (update !== null) copy.hear(update);
  }
}
