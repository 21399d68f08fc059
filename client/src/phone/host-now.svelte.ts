import { oneEach } from '../lib/one-each.ts';
import type { Shelf } from '../lib/shelf.ts';

interface Known {
  /** Of the seat that was told last, and whether it was a host's. */
  page: string;
  hosting: boolean;
  /** Hosting came to this seat after it was told, and whoever sits there has not read it yet. */
  isNew: boolean;
}

/**
 * Whether somebody hosts from now on at the table where they visited before: another has handed over to them.
 * Who hosts from the beginning was told so with the table. It is kept on the shelf, as a phone may be
 * opened again only after it happened.
 */
class HostNow {
  readonly #shelf: Shelf;
  readonly #loaded: Promise<void>;
  #known = $state.raw<Known | null>(null);

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
    this.#loaded = this.#load();
  }

  isNew(page: string): boolean {
    return this.#known?.page === page && this.#known.isNew;
  }

  /** What the server says of the told seat now. `isSaid`: the moment is one in which that is told. */
  async sees(page: string, hosting: boolean, isSaid: boolean): Promise<void> {
    await this.#loaded;
    const known = this.#known;
    const isSame = known?.page === page;
    if (isSame && known.hosting === hosting) return;
    this.#keep({ page, hosting, isNew: isSame && hosting && isSaid });
  }

  read(): void {
    if (this.#known?.isNew === true) this.#keep({ ...this.#known, isNew: false });
  }

  #keep(known: Known): void {
    this.#known = known;
    void this.#shelf.keepSmall('host', known);
  }

  async #load(): Promise<void> {
    this.#known = await this.#shelf.small('host');
  }
}

export const hostNowOf = oneEach((shelf: Shelf) => new HostNow(shelf));
