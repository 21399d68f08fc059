import type { CafeId } from '@tablecloth/shared/cafe';
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { PageMemory } from './page-memory.ts';

/** The pages in memory. No page is served before its load is complete, and each is loaded once. */
export class Pages {
  readonly #store: Store;
  readonly #log: Log;
  readonly #loads = new Map<string, Promise<PageMemory>>();
  readonly #loaded = new Map<string, PageMemory>();

  constructor(store: Store, log: Log) {
    this.#store = store;
    this.#log = log;
  }

  /** @throws when the store fails; the next call tries again. */
  get(cafe: CafeId, page: string): Promise<PageMemory> {
    const key = keyOf(cafe, page);
    let load = this.#loads.get(key);
    if (load === undefined) {
      load = this.#load(cafe, page, key);
      this.#loads.set(key, load);
      void load.catch(() => this.#loads.delete(key));
    }
    return load;
  }

  peek(cafe: CafeId, page: string): PageMemory | null {
    return this.#loaded.get(keyOf(cafe, page)) ?? null;
  }

  /**
   * Does something with a page when nobody else does. A page that was dropped while this waited has a
   * successor, which is asked then.
   *
   * @throws when the store fails, or `act` does.
   */
  async inTurn<T>(cafe: CafeId, page: string, act: (memory: PageMemory) => Promise<T>): Promise<T> {
    for (;;) {
      const memory = await this.get(cafe, page);
      const done = await memory.queue.run(async () =>
        this.peek(cafe, page) === memory ? { result: await act(memory) } : null,
      );
      if (done !== null) return done.result;
    }
  }

  /** Pages with entries that wait for a commit. */
  dirty(): PageMemory[] {
    return [...this.#loaded.values()].filter(({ pending }) => pending.length > 0);
  }

  /** Forgets a page, to be loaded anew from the store. */
  drop(memory: PageMemory): void {
    const key = keyOf(memory.cafe, memory.page);
    // Somebody else may have dropped it before: what was loaded since is not touched.
    if (this.#loaded.get(key) !== memory) return;
    this.#loads.delete(key);
    this.#loaded.delete(key);
  }

  /** The café is deleted: its pages and what waited on them are gone. */
  forget(cafe: CafeId): void {
    for (const page of [...this.#loaded.values()]) if (page.cafe === cafe) this.drop(page);
  }

  /** Lets go of pages that nobody needs at the moment. */
  release(isNeeded: (page: PageMemory) => boolean): void {
    for (const page of [...this.#loaded.values()]) {
      if (page.isIdle && !isNeeded(page)) this.drop(page);
    }
  }

  async drained(): Promise<void> {
    await Promise.all([...this.#loaded.values()].map(({ queue }) => queue.drained()));
  }

  async #load(cafe: CafeId, page: string, key: string): Promise<PageMemory> {
    const memory = new PageMemory(cafe, page, await this.#store.page(cafe, page));
    if (memory.quarantined > 0) {
      this.#log.error({ cafe, page, rows: memory.quarantined }, 'rows were left out of a page');
    }
    this.#loaded.set(key, memory);
    return memory;
  }
}

function keyOf(cafe: CafeId, page: string): string {
  return `${cafe}/${page}`;
}
