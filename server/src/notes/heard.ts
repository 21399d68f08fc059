import type { CafeId, Refusal } from '@tablecloth/shared/cafe';
import type { Outbound } from './outbound.ts';

type Listener = (refusal: Refusal | null) => void;

/**
 * Passes on what notes tell people, and lets the server itself hear what became of an entry it made:
 * by the entry's café and replica, which is never used for two. Several may wait for one, because
 * what is sent again while it waits for its commit is the same entry.
 */
export class Heard implements Outbound {
  readonly #outbound: Outbound;
  readonly #waiting = new Map<string, Set<Listener>>();

  readonly saved: Outbound['saved'];
  readonly sendFrom: Outbound['sendFrom'];
  readonly refused: Outbound['refused'];
  readonly entries: Outbound['entries'];

  constructor(outbound: Outbound) {
    this.#outbound = outbound;
    this.sendFrom = (...news) => {
      this.#outbound.sendFrom(...news);
    };
    this.entries = (...news) => {
      this.#outbound.entries(...news);
    };
    this.saved = (cafe, session, message) => {
      this.#settle(cafe, message.replica, null);
      this.#outbound.saved(cafe, session, message);
    };
    this.refused = (cafe, session, message, refusal) => {
      this.#settle(cafe, message.replica, refusal);
      this.#outbound.refused(cafe, session, message, refusal);
    };
  }

  /** Calls back once: with null when the replica's entry is stored. Returns how to stop waiting. */
  once(cafe: CafeId, replica: string, listener: Listener): () => void {
    const key = keyOf(cafe, replica);
    const listeners = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#waiting.get(key) === listeners) this.#waiting.delete(key);
    };
  }

  #settle(cafe: CafeId, replica: string, refusal: Refusal | null): void {
    const key = keyOf(cafe, replica);
    const listeners = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const listener of listeners) listener(refusal);
  }
}

function keyOf(cafe: CafeId, replica: string): string {
  return `${cafe}/${replica}`;
}
