import type { Cafe, CafeId } from '@tablecloth/shared/cafe';
import type { Receipt } from '../store/store.ts';
import { LiveCafe, type Surroundings } from './live-cafe.ts';

type Listener = (before: Cafe, after: Cafe) => void;

/** The cafés in memory: each is loaded once, however many ask for it at the same time. */
export class Cafes {
  readonly #around: Omit<Surroundings, 'changed'>;
  readonly #loads = new Map<CafeId, Promise<LiveCafe | null>>();
  readonly #live = new Map<CafeId, LiveCafe>();
  readonly #listeners: Listener[] = [];

  constructor(around: Omit<Surroundings, 'changed'>) {
    this.#around = around;
  }

  /** Hears of every café's committed changes, in their order. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /** The café, from memory or the store; null for one that does not exist (any more). */
  get(id: CafeId): Promise<LiveCafe | null> {
    let load = this.#loads.get(id);
    if (load === undefined) {
      load = this.#load(id);
      this.#loads.set(id, load);
      // Neither a failure nor an absence is remembered: the next one asks again.
      void load.then(
        (live) => live ?? this.#loads.delete(id),
        () => this.#loads.delete(id),
      );
    }
    return load;
  }

  /** The café if it is in memory. */
  peek(id: CafeId): LiveCafe | null {
    return this.#live.get(id) ?? null;
  }

  /** Deletes everything the store has of a café. Null when there was none. */
  async delete(id: CafeId): Promise<Receipt | null> {
    const live = await this.get(id);
    if (live === null) return null;
    const receipt = await live.end(() =>
      this.#around.store.deleteCafe(id, this.#around.time.now()),
    );
    this.#forget(id);
    return receipt;
  }

  /** Lets go of cafés nobody needs in memory. */
  release(isNeeded: (id: CafeId) => boolean): void {
    for (const [id, live] of this.#live) if (live.isIdle && !isNeeded(id)) this.#forget(id);
  }

  async drained(): Promise<void> {
    await Promise.all([...this.#live.values()].map((live) => live.drained()));
  }

  #forget(id: CafeId): void {
    this.#loads.delete(id);
    this.#live.delete(id);
  }

  async #load(id: CafeId): Promise<LiveCafe | null> {
    const stored = await this.#around.store.cafe(id);
    // One without a fact is being made: it is nobody's yet.
    if (stored === null || stored.number === 0) return null;
    const live = new LiveCafe(stored, {
      ...this.#around,
      changed: (before, after) => {
        for (const listener of this.#listeners) listener(before, after);
      },
    });
    this.#live.set(id, live);
    return live;
  }
}
