import type { WireRefusal } from '@tablecloth/shared/protocol';
import type { RefusedWords, Shelf } from './shelf.ts';

/**
 * Refused words of all pages. They are in no page and in no outbox any more, so they stay on the
 * shelf and in sight, whichever page is open, until somebody has said that they are copied.
 */
export class SetAside {
  readonly #shelf: Shelf;
  #current = $state.raw<RefusedWords | null>(null);

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Null when there is nothing to copy. */
  get current(): RefusedWords | null {
    return this.#current;
  }

  async load(): Promise<void> {
    this.#current ??= await this.#shelf.small('refused');
  }

  add(refusal: WireRefusal, texts: readonly string[]): void {
    const said = texts.filter((text) => text.trim() !== '');
    const all = new Set([...(this.#current?.texts ?? []), ...said]);
    this.#current = { refusal, texts: [...all] };
    void this.#shelf.keepSmall('refused', this.#current);
  }

  dismiss(): void {
    this.#current = null;
    void this.#shelf.keepSmall('refused', null);
  }
}
