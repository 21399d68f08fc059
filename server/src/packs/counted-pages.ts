import type { CafeId } from '@tablecloth/shared/cafe';
import { pageCounts, type PageCount } from '@tablecloth/shared/harvest';
import { parsePageId } from '@tablecloth/shared/notes';
import { setImmediate as othersFirst } from 'node:timers/promises';
import type { PageSummary, Store } from '../store/store.ts';
import { pageNotes } from './page-notes.ts';

interface Counted {
  generation: number;
  seq: number;
  counts: Promise<PageCount[]>;
}

/**
 * How many notes are stored on each page that has any. A page is read again only once something new is
 * stored of it, however many ask; what was counted goes when its café is let go of.
 */
export class CountedPages {
  readonly #store: Pick<Store, 'page' | 'pages'>;
  readonly #known = new WeakMap<object, Map<string, Counted>>();

  constructor(store: Pick<Store, 'page' | 'pages'>) {
    this.#store = store;
  }

  /** @throws when the store fails; the next call tries again. */
  async of(live: { readonly id: CafeId }): Promise<PageCount[]> {
    const known = this.#known.get(live) ?? new Map<string, Counted>();
    this.#known.set(live, known);
    const all: PageCount[] = [];
    for (const summary of await this.#store.pages(live.id)) {
      all.push(...(await this.#counts(known, live.id, summary)));
    }
    return all;
  }

  #counts(
    known: Map<string, Counted>,
    cafe: CafeId,
    { page, generation, seq }: PageSummary,
  ): Promise<PageCount[]> {
    const before = known.get(page);
    if (before?.generation === generation && before.seq === seq) return before.counts;
    const now = { generation, seq, counts: this.#read(cafe, page) };
    known.set(page, now);
    void now.counts.catch(() => known.delete(page));
    return now.counts;
  }

  async #read(cafe: CafeId, page: string): Promise<PageCount[]> {
    const place = parsePageId(page);
    if (place === null) return [];
    // Hundreds of pages take seconds to read; phones and the clock go on in between.
    await othersFirst();
    return pageCounts([pageNotes(place.table, place.round, await this.#store.page(cafe, page))]);
  }
}
