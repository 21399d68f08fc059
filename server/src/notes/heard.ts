import type { Refusal } from '@tablecloth/shared/cafe';
import type { Outbound } from './outbound.ts';

/**
 * Passes on what notes tell people, and lets the server itself hear what became of an entry it made:
 * by the entry's replica, which is never used twice.
 */
export class Heard implements Outbound {
  readonly #outbound: Outbound;
  readonly #waiting = new Map<string, (refusal: Refusal | null) => void>();

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
      this.#settle(message.replica, null);
      this.#outbound.saved(cafe, session, message);
    };
    this.refused = (cafe, session, message, refusal) => {
      this.#settle(message.replica, refusal);
      this.#outbound.refused(cafe, session, message, refusal);
    };
  }

  /** Calls back once: with null when the replica's entry is stored. Returns how to stop waiting. */
  once(replica: string, listener: (refusal: Refusal | null) => void): () => void {
    this.#waiting.set(replica, listener);
    return () => {
      this.#waiting.delete(replica);
    };
  }

  #settle(replica: string, refusal: Refusal | null): void {
    this.#waiting.get(replica)?.(refusal);
    this.#waiting.delete(replica);
  }
}
