/**
 * What a phone keeps of one person's day: entries not yet saved, the pages it has seen, and the last
 * views, so that it goes on without a network and after a reload. Every write is awaited. The first
 * write a browser refuses moves everything into memory: words are still sent, they just do not
 * survive the page, which `isDurable` says.
 */
import type { WireRefusal } from '@tablecloth/shared/protocol';
import { MemoryDrawers, type Drawers } from './drawers.ts';
import type { KeptViews } from './views.svelte.ts';

/** Words the server would not take, and what it said to them. */
export interface RefusedWords {
  refusal: WireRefusal;
  texts: string[];
}

/** One entry of the outbox as kept; `cards` are the cards it touches. */
export interface KeptEntry {
  page: string;
  generation: number;
  replica: string;
  n: number;
  bytes: Uint8Array;
  cards: string[];
}

/** A page as the server had it when it was seen last: what is not saved yet is in the outbox. */
export interface KeptPage {
  page: string;
  generation: number;
  bytes: Uint8Array;
}

export interface KeptDay {
  views: KeptViews;
  /** Server time minus the device's own, ms. */
  skewMs: number;
}

/** Of one value each. */
interface Small {
  refused: RefusedWords | null;
  /** Since when somebody was sent to another table who has read it, server time in ms. */
  sent: number;
  /** See `phone/host-now.svelte.ts`. */
  host: { page: string; hosting: boolean; isNew: boolean };
}

export class Shelf {
  readonly #owner: string;
  readonly #memory = new MemoryDrawers();
  #drawers: Drawers;
  #onRefused: (() => void) | null = null;

  /** `owner` keeps the people of one device apart. `drawers` null: the browser has none. */
  constructor(owner: string, drawers: Drawers | null) {
    this.#owner = owner;
    this.#drawers = drawers ?? this.#memory;
  }

  /** Whether what is kept here outlives the page. */
  get isDurable(): boolean {
    return this.#drawers !== this.#memory;
  }

  /** Called once, when the browser turns out to refuse storage. */
  onRefused(run: () => void): void {
    if (this.isDurable) this.#onRefused = run;
    else run();
  }

  async keepEntry(entry: KeptEntry): Promise<void> {
    const key = [this.#owner, entry.replica, entry.n];
    await this.#do((drawers) => drawers.put('outbox', key, entry));
  }

  /** All entries, by replica and number: this page's, and what closed tabs left. */
  async entries(): Promise<KeptEntry[]> {
    return (await this.#do((drawers) => drawers.all('outbox', [this.#owner]))) as KeptEntry[];
  }

  /** Entries of a replica from `first` to `last`, both included. */
  async dropEntries(replica: string, first: number, last: number): Promise<void> {
    const from = [this.#owner, replica, first];
    await this.#do((drawers) => drawers.remove('outbox', from, [this.#owner, replica, last]));
  }

  async keepPage(page: KeptPage): Promise<void> {
    await this.#do((drawers) => drawers.put('pages', [this.#owner, page.page], page));
  }

  async page(page: string): Promise<KeptPage | null> {
    const [kept] = await this.#do((drawers) => drawers.all('pages', [this.#owner, page]));
    return (kept as KeptPage | undefined) ?? null;
  }

  async dropPage(page: string): Promise<void> {
    const key = [this.#owner, page];
    await this.#do((drawers) => drawers.remove('pages', key, key));
  }

  async keepDay(day: KeptDay): Promise<void> {
    await this.#do((drawers) => drawers.put('day', [this.#owner], day));
  }

  async day(): Promise<KeptDay | null> {
    const [kept] = await this.#do((drawers) => drawers.all('day', [this.#owner]));
    return (kept as KeptDay | undefined) ?? null;
  }

  async keepSmall<Name extends keyof Small>(name: Name, value: Small[Name]): Promise<void> {
    await this.#do((drawers) => drawers.put('day', [`${this.#owner}/${name}`], value));
  }

  async small<Name extends keyof Small>(name: Name): Promise<Small[Name] | null> {
    const [kept] = await this.#do((drawers) => drawers.all('day', [`${this.#owner}/${name}`]));
    return (kept as Small[Name] | undefined) ?? null;
  }

  async #do<T>(run: (drawers: Drawers) => Promise<T>): Promise<T> {
    if (this.isDurable) {
      try {
        return await run(this.#drawers);
      } catch {
        this.#drawers = this.#memory;
        this.#onRefused?.();
        this.#onRefused = null;
      }
    }
    return run(this.#memory);
  }
}

/** The browser's drawers, or null where it has none or refuses to say. */
export function browserFactory(window: Window & typeof globalThis): IDBFactory | null {
  try {
    return window.indexedDB;
  } catch {
    return null;
  }
}
