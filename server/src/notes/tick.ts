/**
 * The tick: every 30 ms, while there is anything, all pages' admitted entries go into one commit, one
 * row per page and author, and only then are authors told "saved" and others shown the words. Under
 * load a commit takes longer and the next one simply takes more along. A commit that fails keeps
 * everything and is tried again, later each time.
 */
import { LIMITS } from '@tablecloth/shared/cafe';
import { parsePageId } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import type { Log } from '../log.ts';
import type { NewRow, RowOutcome, Store } from '../store/store.ts';
import type { Time } from '../time.ts';
import { writerOf } from './author.ts';
import type { Entry } from './ingress.ts';
import type { Outbound } from './outbound.ts';
import type { PageMemory, Pending } from './page-memory.ts';
import type { Pages } from './pages.ts';

const RETRY_MS_MAX = 5_000;

interface Row {
  page: PageMemory;
  entries: Pending[];
  row: NewRow;
}

export interface TickSurroundings {
  store: Store;
  time: Time;
  log: Log;
  pages: Pages;
  outbound: Outbound;
  /** A page, or what was added late beneath it, has new committed words. */
  shown: (page: PageMemory) => void;
}

export class Tick {
  readonly #around: TickSurroundings;
  readonly #again: (author: Pending['author'], entry: Entry) => void;
  #cancel: (() => void) | null = null;
  #running: Promise<void> | null = null;
  #failures = 0;

  /** `again` takes entries back in that must be judged anew because their page changed. */
  constructor(around: TickSurroundings, again: (author: Pending['author'], entry: Entry) => void) {
    this.#around = around;
    this.#again = again;
  }

  /** Something waits: the next tick comes by itself. */
  wake(): void {
    if (this.#running !== null || this.#cancel !== null) return;
    const ms = Math.min(LIMITS.noteTickMs * 2 ** this.#failures, RETRY_MS_MAX);
    this.#cancel = this.#around.time.after(ms, () => {
      this.#cancel = null;
      void this.#run();
    });
  }

  /** Commits what waits now; at a shutdown. What cannot be stored stays on the phones. */
  async flush(): Promise<void> {
    await this.#around.pages.drained();
    await this.#running;
    this.#cancel?.();
    this.#cancel = null;
    await this.#run();
  }

  /** A page was written anew in the store: it is shown as it is now, and what waited is judged anew. */
  async renewed(page: PageMemory): Promise<void> {
    const { pages } = this.#around;
    pages.drop(page);
    this.#judgePending(page);
    const now = await pages.get(page.cafe, page.page);
    this.#show(now, [now.bytes()]);
    this.#around.shown(now);
  }

  async #run(): Promise<void> {
    this.#running = this.#commit().finally(() => {
      this.#running = null;
      if (this.#around.pages.dirty().length > 0) this.wake();
    });
    await this.#running;
  }

  async #commit(): Promise<void> {
    const { store, log, time } = this.#around;
    const rows = this.#around.pages.dirty().flatMap((page) => this.#rowsOf(page, time.now()));
    if (rows.length === 0) return;
    let outcomes: readonly RowOutcome[];
    try {
      ({ rows: outcomes } = await store.commit({ rows: rows.map(({ row }) => row) }));
      this.#failures = 0;
    } catch (error) {
      this.#failures += 1;
      log.error({ err: error, rows: rows.length }, 'notes were not stored and will be tried again');
      return;
    }
    const byPage = new Map<PageMemory, { row: Row; outcome: RowOutcome }[]>();
    for (const [index, row] of rows.entries()) {
      const ofPage = byPage.get(row.page) ?? [];
      ofPage.push({ row, outcome: outcomes[index] ?? 'gone' });
      byPage.set(row.page, ofPage);
    }
    for (const [page, ofPage] of byPage) this.#settle(page, ofPage);
  }

  /** One row per author and, where the page was locked meanwhile, one more for what came late. */
  #rowsOf(page: PageMemory, at: number): Row[] {
    const shares = new Map<string, Pending[]>();
    for (const entry of page.pending) {
      const key = `${entry.replica}/${entry.leaf ?? ''}`;
      shares.set(key, [...(shares.get(key) ?? []), entry]);
    }
    return [...shares.values()].flatMap((entries) => {
      const first = entries[0];
      const last = entries.at(-1);
      const bytes = this.#merge(
        page,
        entries.map((entry) => entry.bytes),
      );
      if (first === undefined || last === undefined || bytes === null) {
        page.pending = page.pending.filter((entry) => !entries.includes(entry));
        return [];
      }
      const row: NewRow = {
        cafe: page.cafe,
        page: page.page,
        round: parsePageId(page.page)?.round ?? 0,
        leaf: first.leaf,
        ...(first.isCorrection ? { isCorrection: true } : {}),
        generation: page.generation,
        person: writerOf(first.author.holder),
        replica: first.replica,
        first: first.n,
        last: last.n,
        clientIds: [...new Set(entries.flatMap((entry) => entry.clientIds))],
        bytes,
        at,
      };
      return [{ page, entries, row }];
    });
  }

  #settle(page: PageMemory, rows: { row: Row; outcome: RowOutcome }[]): void {
    const stored: Uint8Array[] = [];
    const refused: { row: Row; outcome: RowOutcome }[] = [];
    const settled = new Set(rows.flatMap(({ row }) => row.entries));
    page.pending = page.pending.filter((entry) => !settled.has(entry));
    for (const one of rows) {
      const { row, entries } = one.row;
      if (one.outcome !== 'stored' && one.outcome !== 'duplicate') {
        refused.push(one);
        continue;
      }
      page.committed(row);
      if (row.leaf === null) stored.push(row.bytes);
      this.#saved(page, row, entries);
    }
    this.#show(page, stored);
    if (refused.length < rows.length) this.#around.shown(page);
    if (refused.length > 0) this.#judgeAgain(page, refused);
  }

  #saved(page: PageMemory, { replica, last }: NewRow, entries: Pending[]): void {
    for (const session of new Set(entries.map(({ author }) => author.id))) {
      this.#around.outbound.saved(page.cafe, session, { page: page.page, replica, n: last });
    }
  }

  #show(page: PageMemory, updates: Uint8Array[]): void {
    if (updates.length === 0) return;
    const merged = this.#merge(page, updates);
    if (merged === null) return;
    const { page: id, generation, writers } = page;
    this.#around.outbound.entries(page.cafe, { page: id, generation, writers, bytes: merged });
  }

  /** The store disagreed, so this memory is wrong: everything that is not stored is judged anew. */
  #judgeAgain(page: PageMemory, refused: { row: Row; outcome: RowOutcome }[]): void {
    const { pages, outbound, log } = this.#around;
    pages.drop(page);
    for (const { row, outcome } of refused) {
      const { replica } = row.row;
      log.warn({ cafe: page.cafe, page: page.page, outcome }, 'a row was not stored');
      for (const pending of row.entries) {
        const { author, n } = pending;
        const entry = entryOf(page, pending);
        switch (outcome) {
          case 'locked':
            this.#again(author, { ...entry, onlyLate: true });
            break;
          case 'gap':
          case 'old generation':
            this.#again(author, entry);
            break;
          case 'gone':
            break;
          default: {
            const message = { page: page.page, replica, n };
            outbound.refused(page.cafe, author.id, message, { code: 'bad note' });
          }
        }
      }
    }
    this.#judgePending(page);
  }

  #judgePending(page: PageMemory): void {
    for (const pending of page.pending.splice(0)) {
      this.#again(pending.author, entryOf(page, pending));
    }
  }

  /** Bytes that cannot be merged are kept from table-mates; they were admitted, so this is a bug. */
  #merge(page: PageMemory, updates: Uint8Array[]): Uint8Array | null {
    const [only] = updates;
    if (updates.length === 1 && only !== undefined) return only;
    try {
      return Y.mergeUpdates(updates);
    } catch (error) {
      this.#around.log.error({ cafe: page.cafe, page: page.page, err: error }, 'rows do not merge');
      return null;
    }
  }
}

/** What was admitted, as it came, to be judged anew; whether a person's is late is judged anew as well. */
function entryOf(
  { page, generation }: PageMemory,
  { replica, n, bytes, isCorrection, leaf }: Pending,
): Entry {
  const entry = { page, generation, replica, n, bytes };
  return isCorrection ? { ...entry, isCorrection, leaf } : entry;
}
