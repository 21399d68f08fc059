import type { Kysely } from 'kysely';
import type { Batch, CommitReport } from './batch.ts';
import { commitBatch } from './commit.ts';
import { countRows } from './count-rows.ts';
import { deleteCafe } from './delete-cafe.ts';
import { readCafe, readDueCafes, readQuietCafes, readFacts } from './read-cafe.ts';
import { readLastSaved, readPage, readPages } from './read-pages.ts';
import { forgetReceipts, readReceipt } from './receipts.ts';
import type { KeptReceipt } from '@tablecloth/shared/protocol';
import type {
  DueCafe,
  PageSummary,
  Pragmas,
  Receipt,
  ReplicaName,
  Store,
  StoredAnswer,
  StoredCafe,
  StoredFact,
  StoredLink,
  StoredPage,
  StoredSession,
} from './store.ts';
import { tablesOfACafe } from './tables.ts';
import type { Tables } from './tables.ts';

/** What a store needs of the disk beneath it and SQL has no words for. */
export interface Disk {
  /** Makes deleted words unreadable in the files, as far as the database can. */
  truncateLog(): void;
  pragmas(): Pragmas;
}

/** The store over any database kysely speaks to, with the tables of migrations/. */
export class SqlStore implements Store {
  readonly #db: Kysely<Tables>;
  readonly #disk: Disk;
  readonly #release: () => void;
  /** A truncation that failed after its commit had succeeded is made up for by the next one. */
  #truncationOwed = false;

  /** `release` gives back what was taken for the database, once it is closed. */
  constructor(db: Kysely<Tables>, disk: Disk, release: () => void) {
    this.#db = db;
    this.#disk = disk;
    this.#release = release;
  }

  async commit(batch: Batch): Promise<CommitReport> {
    const report = await this.#db.transaction().execute((trx) => commitBatch(trx, batch));
    this.#truncationOwed ||= forgets(batch);
    if (this.#truncationOwed) this.#tryTruncating();
    return report;
  }

  cafe(id: string): Promise<StoredCafe | null> {
    return this.#db.transaction().execute((trx) => readCafe(trx, id));
  }

  async cafeIdByCode(code: string): Promise<string | null> {
    const found = await this.#db
      .selectFrom('cafes')
      .select('id')
      .where('code', '=', code)
      .where('deleted_rows', 'is', null)
      .executeTakeFirst();
    return found?.id ?? null;
  }

  factsAfter(cafe: string, after: number): Promise<StoredFact[]> {
    return readFacts(this.#db, cafe, after);
  }

  async answer(cafe: string, commandId: string): Promise<StoredAnswer | null> {
    const found = await this.#db
      .selectFrom('commands')
      .select(['answer', 'number'])
      .where('cafe', '=', cafe)
      .where('id', '=', commandId)
      .executeTakeFirst();
    if (!found) return null;
    return { commandId, answer: JSON.parse(found.answer) as unknown, number: found.number };
  }

  dueCafes(): Promise<DueCafe[]> {
    return readDueCafes(this.#db);
  }

  quietCafes(before: number): Promise<string[]> {
    return readQuietCafes(this.#db, before);
  }

  page(cafe: string, page: string): Promise<StoredPage> {
    return this.#db.transaction().execute((trx) => readPage(trx, cafe, page));
  }

  pages(cafe: string): Promise<PageSummary[]> {
    return readPages(this.#db, cafe);
  }

  lastSaved(
    cafe: string,
    replicas: readonly ReplicaName[],
  ): Promise<(ReplicaName & { n: number })[]> {
    return readLastSaved(this.#db, cafe, replicas);
  }

  async session(hash: string): Promise<StoredSession | null> {
    const found = await this.#sessions().where('hash', '=', hash).executeTakeFirst();
    return found ?? null;
  }

  async link(hash: string): Promise<StoredLink | null> {
    const found = await this.#links().where('hash', '=', hash).executeTakeFirst();
    return found ?? null;
  }

  sessionsOf(cafe: string): Promise<StoredSession[]> {
    return this.#sessions()
      .where('cafe', '=', cafe)
      .orderBy('created_at')
      .orderBy('hash')
      .execute();
  }

  linksOf(cafe: string): Promise<StoredLink[]> {
    return this.#links().where('cafe', '=', cafe).orderBy('created_at').orderBy('hash').execute();
  }

  async deleteCafe(id: string, at: number): Promise<Receipt> {
    const receipt = await deleteCafe(this.#db, id, at);
    // Here a failure is told: the receipt says that the words are gone. Asking again is harmless.
    this.#truncationOwed = true;
    this.#disk.truncateLog();
    this.#truncationOwed = false;
    return receipt;
  }

  receipt(hash: string): Promise<KeptReceipt | null> {
    return readReceipt(this.#db, hash);
  }

  forgetReceipts(before: number): Promise<void> {
    return forgetReceipts(this.#db, before);
  }

  async counts(): Promise<Record<string, number>> {
    return this.#db.transaction().execute(async (trx) => {
      const counts: Record<string, number> = {};
      for (const table of ['cafes', ...tablesOfACafe] as const) {
        counts[table] = await countRows(trx.selectFrom(table));
      }
      return counts;
    });
  }

  pragmas(): Promise<Pragmas> {
    return Promise.resolve(this.#disk.pragmas());
  }

  async close(): Promise<void> {
    // Having the connection means that the commits before this have ended.
    await this.#db.connection().execute(() => Promise.resolve());
    await this.#db.destroy();
    this.#release();
  }

  /** Never rejects a commit: what was committed is committed. */
  #tryTruncating(): void {
    try {
      this.#disk.truncateLog();
      this.#truncationOwed = false;
    } catch {
      this.#truncationOwed = true;
    }
  }

  #sessions() {
    return this.#db
      .selectFrom('sessions')
      .select(['hash', 'cafe', 'role', 'person', 'team', 'link', 'created_at as createdAt']);
  }

  #links() {
    return this.#db
      .selectFrom('links')
      .select(['hash', 'cafe', 'role', 'person', 'team', 'created_at as createdAt']);
  }
}

/** Whether the batch takes words or names away, which must then not linger in the log. */
function forgets(batch: Batch): boolean {
  if ((batch.newGenerations?.length ?? 0) > 0) return true;
  return (batch.appends ?? []).some((append) =>
    (append.names ?? []).some(({ name }) => name === null),
  );
}
