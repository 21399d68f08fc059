import type { NewRow, RowOutcome } from './batch.ts';

/** Who writes with a replica or a Yjs client id. */
interface Owner {
  readonly person: string | null;
  readonly replica: string;
}

/**
 * What the store knows about the writers of one page, and the judgement of a row by it. Whether
 * the page's round is open is not judged here: only the database can say that together with the
 * insert.
 */
export class PageLedger {
  /** 1 until somebody removed for good. */
  generation: number;
  readonly #replicas: Map<string, { readonly person: string | null; readonly last: number }>;
  readonly #clients: Map<number, Owner>;

  /** A copy, to try rows on; or the ledger of a page nobody wrote on. */
  constructor(from?: PageLedger) {
    this.generation = from ? from.generation : 1;
    this.#replicas = new Map(from ? from.#replicas : []);
    this.#clients = new Map(from ? from.#clients : []);
  }

  knowReplica(replica: string, person: string | null, last: number): void {
    this.#replicas.set(replica, { person, last });
  }

  knowClient(clientId: number, owner: Owner): void {
    this.#clients.set(clientId, owner);
  }

  /** `stored` means that nothing but a lock stands in the way. */
  judge(row: NewRow): Exclude<RowOutcome, 'gone' | 'locked'> {
    const known = this.#replicas.get(row.replica);
    // Another's replica, or their words would be counted as saved by entries they never sent.
    if (known && known.person !== row.person) return 'foreign client';
    if (row.clientIds.some((clientId) => this.#isForeign(clientId, row))) return 'foreign client';
    const last = known?.last ?? 0;
    if (row.last <= last) return 'duplicate';
    if (row.generation !== this.generation) return 'old generation';
    if (row.first > last + 1) return 'gap';
    return 'stored';
  }

  /** Counts a row that is being stored, for the rows after it in the same batch. */
  enter(row: NewRow): void {
    this.knowReplica(row.replica, row.person, row.last);
    for (const clientId of row.clientIds) this.knowClient(clientId, row);
  }

  #isForeign(clientId: number, row: NewRow): boolean {
    const owner = this.#clients.get(clientId);
    return owner !== undefined && (owner.person !== row.person || owner.replica !== row.replica);
  }
}
