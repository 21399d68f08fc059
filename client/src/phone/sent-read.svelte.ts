import { oneEach } from '../lib/one-each.ts';
import type { Shelf } from '../lib/shelf.ts';

/**
 * Since when somebody was sent who has pressed something after it: they have read where to go, and do not
 * read it again, after a reload neither. Until the shelf has answered nothing is new.
 */
class SentRead {
  readonly #shelf: Shelf;
  #at = $state.raw<number | null>(null);

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    void this.#load();
  }

  /** Whether who was sent at `at`, server time in ms, has not read it yet. */
  isNew(at: number): boolean {
    return this.#at !== null && this.#at !== at;
  }

  read(at: number): void {
    this.#at = at;
    void this.#shelf.keepSmall('sent', at);
  }

  async #load(): Promise<void> {
    const at = (await this.#shelf.small('sent')) ?? 0;
    this.#at ??= at;
  }
}

export const sentReadOf = oneEach((shelf: Shelf) => new SentRead(shelf));
