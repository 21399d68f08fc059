import { encodeBase64, newPage } from '@tablecloth/shared/notes';
import type { EntryMessage } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';

/** How far each other writer has come: clientID → clocks [from, to). */
export type News = Map<number, [number, number]>;

/** A phone's own copy of one page, and its outbox: what was done here, numbered 1, 2, 3 …, until it is saved. */
export class PageCopy {
  readonly page: string;
  readonly doc = newPage();
  readonly replica = uuid();
  generation = 1;
  /** Number of the newest entry made here. */
  made = 0;
  readonly #outbox = new Map<number, EntryMessage>();

  /** `send` is called with each entry as it is made. */
  constructor(page: string, send: (copy: PageCopy, entry: EntryMessage) => void) {
    this.page = page;
    this.doc.on('update', (bytes: Uint8Array, _: unknown, __: Y.Doc, { local }: Y.Transaction) => {
      if (!local) return;
      this.made += 1;
      const { replica, generation } = this;
      const entry = { page, generation, replica, n: this.made, bytes: encodeBase64(bytes) };
      this.#outbox.set(this.made, entry);
      send(this, entry);
    });
  }

  get round(): number {
    return Number(this.page.slice(this.page.lastIndexOf('.') + 1));
  }

  get unsaved(): number {
    return this.#outbox.size;
  }

  /** Everything not yet saved, from a number on, in order. */
  from(n: number): EntryMessage[] {
    return [...this.#outbox.values()].filter((entry) => entry.n >= n);
  }

  saved(n: number): void {
    for (const made of this.#outbox.keys()) if (made <= n) this.#outbox.delete(made);
  }

  /** The server will never take this one. */
  drop(n: number): void {
    this.#outbox.delete(n);
  }

  /** Takes in what others wrote. */
  hear(bytes: Uint8Array): News {
    const before = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    Y.applyUpdate(this.doc, bytes);
    const heard: News = new Map();
    for (const [client, to] of Y.decodeStateVector(Y.encodeStateVector(this.doc))) {
      const from = before.get(client) ?? 0;
      if (client !== this.doc.clientID && to > from) heard.set(client, [from, to]);
    }
    return heard;
  }
}
