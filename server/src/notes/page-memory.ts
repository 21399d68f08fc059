import type { CafeId, PersonId, Refusal } from '@tablecloth/shared/cafe';
import { knownFrom, type Known, type PageRow } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import { Queue } from '../cafes/queue.ts';
import type { StoredPage, StoredRow } from '../store/store.ts';
import { personIn, type Author } from './author.ts';

/** What one replica has sent: `admitted` counts entries that wait for their commit as well. */
export interface Replica {
  person: PersonId | null;
  committed: number;
  admitted: number;
  /** It wrote beneath the locked page; then what it writes builds on words that are only there. */
  isLate: boolean;
  /** Words of it were refused: what follows may build on them, so the replica ends before this n. */
  refused: { n: number; refusal: Refusal } | null;
}

/** An admitted entry that waits for its commit. */
export interface Pending {
  author: Author;
  replica: string;
  n: number;
  /** The person beneath whose name it is added late; null for the page itself. */
  leaf: PersonId | null;
  isCorrection: boolean;
  clientIds: readonly number[];
  bytes: Uint8Array;
}

/**
 * One page in memory: what is committed, which is all that anybody is shown, and what has been
 * admitted and waits for the next tick. `known` and `admitted` run ahead of the commit; nothing else
 * does. When the store refuses a row they are wrong, and the whole memory is dropped and loaded anew.
 */
export class PageMemory {
  readonly cafe: CafeId;
  readonly page: string;
  readonly generation: number;
  readonly replicas = new Map<string, Replica>();
  readonly queue = new Queue();
  pending: Pending[] = [];
  /** Rows the page cannot go on from; they stay stored and are left out. */
  readonly quarantined: number;
  readonly known: Known;
  readonly #owners: Map<number, string>;
  readonly #rows: PageRow[];
  /** Of rows that were written anew: their replicas are gone with the old generation. */
  readonly #former = new Set<string>();
  readonly #lateRows = new Map<PersonId, PageRow[]>();
  readonly #lateKnown = new Map<PersonId, Known>();
  #committed: Uint8Array | null = null;

  constructor(cafe: CafeId, page: string, stored: StoredPage) {
    this.cafe = cafe;
    this.page = page;
    this.generation = stored.generation;
    this.#owners = new Map(stored.clients.map(({ clientId, replica }) => [clientId, replica]));
    const rows = stored.rows.map(pageRow);
    const { known, refused } = knownFrom(rows, this.#owners);
    const bad = new Set(refused.map(({ index }) => index));
    this.known = known;
    this.quarantined = bad.size;
    this.#rows = rows.filter((_, index) => !bad.has(index));
    for (const row of [...stored.rows, ...stored.leaves]) this.#meet(row);
    for (const row of stored.leaves) {
      if (row.leaf !== null) this.#late(row.leaf).push(pageRow(row));
    }
  }

  /** Everything committed of the page itself as one update. */
  bytes(): Uint8Array {
    this.#committed ??= Y.mergeUpdates([EMPTY, ...this.#rows.map(({ bytes }) => bytes)]);
    return this.#committed;
  }

  /** How many people have something saved on the page itself; facilitators and devices are none. */
  get writers(): number {
    return new Set(this.#writers().filter((writer) => personIn(writer) !== null)).size;
  }

  /** Whether anybody at the table has something saved here, on their own phone or on the table's. */
  get isWritten(): boolean {
    return this.#writers().length > 0;
  }

  #writers(): string[] {
    const now = [...this.replicas.values()].flatMap(({ person, committed, isLate }) =>
      person !== null && committed > 0 && !isLate ? [person] : [],
    );
    return [...this.#former, ...now];
  }

  /** Committed late additions, by the person who made them. */
  leaves(): { person: PersonId; updates: Uint8Array[] }[] {
    return [...this.#lateRows]
      .filter(([, rows]) => rows.length > 0)
      .map(([person, rows]) => ({ person, updates: rows.map(({ bytes }) => bytes) }));
  }

  /**
   * What late entries beneath somebody's name are judged by: the page, then their leaf, then what was
   * admitted to it and waits.
   */
  lateKnown(person: PersonId): Known {
    let known = this.#lateKnown.get(person);
    if (known === undefined) {
      const waiting = this.pending.filter(({ leaf }) => leaf === person);
      known = knownFrom([...this.#rows, ...this.#late(person), ...waiting], this.#owners).known;
      this.#lateKnown.set(person, known);
    }
    return known;
  }

  /** A row is in the store now. */
  committed(row: {
    replica: string;
    last: number;
    leaf: PersonId | null;
    bytes: Uint8Array;
  }): void {
    const { replica, last, leaf, bytes } = row;
    const sender = this.replicas.get(replica);
    if (sender !== undefined) sender.committed = Math.max(sender.committed, last);
    if (leaf !== null) {
      this.#late(leaf).push({ replica, bytes });
      return;
    }
    this.#rows.push({ replica, bytes });
    this.#committed = null;
    // A page that is corrected, or that Back opened again, grows beneath its leaves.
    this.#lateKnown.clear();
  }

  get isIdle(): boolean {
    return this.pending.length === 0 && this.queue.isIdle;
  }

  #late(person: PersonId): PageRow[] {
    let rows = this.#lateRows.get(person);
    if (rows === undefined) {
      rows = [];
      this.#lateRows.set(person, rows);
    }
    return rows;
  }

  #meet({ replica, person, last, leaf }: StoredRow): void {
    if (replica === null) {
      if (person !== null && leaf === null) this.#former.add(person);
      return;
    }
    const isLate = leaf !== null || this.replicas.get(replica)?.isLate === true;
    const committed = Math.max(last, this.replicas.get(replica)?.committed ?? 0);
    this.replicas.set(replica, { person, committed, admitted: committed, isLate, refused: null });
  }
}

const EMPTY = Uint8Array.of(0, 0);

function pageRow({ bytes, replica }: StoredRow): PageRow {
  return { bytes, replica: replica ?? '' };
}
