/**
 * Entries that came too fast or too early are neither refused nor kept: the phone has them in its
 * outbox and is asked for them again when there is room, or when their round has begun.
 */
import type { Cafe, CafeId } from '@tablecloth/shared/cafe';
import { pageRight } from '@tablecloth/shared/cafe';
import type { Author } from '../notes/author.ts';
import type { Outbound } from '../notes/outbound.ts';
import type { Pages } from '../notes/pages.ts';
import type { Time } from '../time.ts';
import type { Connection } from './connection.ts';

const ASK_AGAIN_MS = 1_000;
const ASKED_MAX = 64;
const EARLY_MAX = 10_000;

interface Early {
  author: Author;
  page: string;
  replica: string;
}

export class LateAnswers {
  readonly #around: { time: Time; pages: Pages; outbound: Outbound };
  readonly #asked = new WeakMap<Connection, Set<string>>();
  readonly #early = new Map<CafeId, Map<string, Early>>();

  constructor(around: { time: Time; pages: Pages; outbound: Outbound }) {
    this.#around = around;
  }

  /** An entry came too fast: its replica is asked for it again in a second. */
  askAgain(connection: Connection, page: string, replica: string): void {
    const asked = this.#asked.get(connection) ?? new Set<string>();
    this.#asked.set(connection, asked);
    const key = `${page}/${replica}`;
    if (asked.has(key) || asked.size >= ASKED_MAX) return;
    asked.add(key);
    this.#around.time.after(ASK_AGAIN_MS, () => {
      asked.delete(key);
      if (connection.connected) void this.#ask({ author: connection.data.session, page, replica });
    });
  }

  /** An entry came before its round began on the server. */
  early(early: Early): void {
    const ofCafe = this.#early.get(early.author.cafe) ?? new Map<string, Early>();
    this.#early.set(early.author.cafe, ofCafe);
    const key = `${early.author.id}/${early.page}/${early.replica}`;
    if (ofCafe.size < EARLY_MAX) ofCafe.set(key, early);
  }

  changed(before: Cafe, after: Cafe): void {
    if (before.openRound === after.openRound) return;
    const ofCafe = this.#early.get(after.id);
    for (const [key, early] of ofCafe ?? []) {
      if (pageRight(after, early.author.holder, early.page) === 'early') continue;
      ofCafe?.delete(key);
      void this.#ask(early);
    }
  }

  forget(cafe: CafeId): void {
    this.#early.delete(cafe);
  }

  async #ask({ author, page, replica }: Early): Promise<void> {
    const { pages, outbound } = this.#around;
    // A store that cannot be read asks nobody; the phone asks by itself when it connects again.
    const memory = await pages.get(author.cafe, page).catch(() => null);
    const n = (memory?.replicas.get(replica)?.admitted ?? 0) + 1;
    if (memory !== null) outbound.sendFrom(author.cafe, author.id, { page, replica, n });
  }
}
