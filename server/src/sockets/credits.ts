import { LIMITS } from '@tablecloth/shared/cafe';

/** How many messages a session may still send: a burst at once, then so many a second. */
export class Credits {
  #left: number = LIMITS.messageBurst;
  #at: number;

  constructor(now: number) {
    this.#at = now;
  }

  /** Takes one; false where none is left. */
  take(now: number): boolean {
    const regained = (Math.max(0, now - this.#at) / 1_000) * LIMITS.messagesPerSecond;
    this.#left = Math.min(LIMITS.messageBurst, this.#left + regained);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }
}
