import type { Shelf } from '../lib/shelf.ts';

const known = new WeakMap<Shelf, SentRead>();

/**
 * Since when somebody was sent who has pressed something after it: they have read where to go, and do not
 * read it again, after a reload neither. Until the shelf has answered nothing is new.
 */
export class SentRead {
  readonly #shelf: Shelf;
  #at = $state.raw<number | null>(null);

  private constructor(shelf: Shelf) {
    this.#shelf = shelf;
    void this.#load();
  }

  /** The same one wherever it is asked for. */
  static on(shelf: Shelf): SentRead {
    const found = known.get(shelf) ?? new SentRead(shelf);
    known.set(shelf, found);
    return found;
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
