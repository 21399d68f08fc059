import type { KeptReceipt } from '@tablecloth/shared/protocol';
import type { Batch, CommitReport, LinkGrant, SessionGrant } from './batch.ts';

export type * from './batch.ts';

/**
 * The only durable memory of the server. Asynchronous and batch-shaped so that an embedded
 * database and one across a network look alike. Nobody is shown or told "saved" before `commit`
 * has resolved.
 *
 * All methods reject on an I/O error or a value the database cannot hold (see `bindable.ts`); a
 * rejected commit has stored nothing. Times are epoch ms. Capabilities arrive already hashed.
 */
export interface Store {
  /** One transaction; durable when it resolves (it has reached the disk, not only the kernel). */
  commit(batch: Batch): Promise<CommitReport>;

  cafe(id: string): Promise<StoredCafe | null>;
  cafeIdByCode(code: string): Promise<string | null>;
  /** Facts with a number above `after`, in order: what another process appended meanwhile. */
  factsAfter(cafe: string, after: number): Promise<StoredFact[]>;
  answer(cafe: string, commandId: string): Promise<StoredAnswer | null>;
  /** Every café that is not deleted with its next deadline, so that a restart arms its ticks. */
  dueCafes(): Promise<DueCafe[]>;

  /** Cafés in which nothing has happened since `before`, in ascending id. */
  quietCafes(before: number): Promise<string[]>;

  /** A page nobody wrote on yet is empty: generation 1, seq 0. */
  page(cafe: string, page: string): Promise<StoredPage>;
  /** All pages of a café that have rows, in ascending id. */
  pages(cafe: string): Promise<PageSummary[]>;
  /** The last stored outbox number of each replica, in the order asked; n = 0 for none. */
  lastSaved(
    cafe: string,
    replicas: readonly ReplicaName[],
  ): Promise<(ReplicaName & { n: number })[]>;

  session(hash: string): Promise<StoredSession | null>;
  link(hash: string): Promise<StoredLink | null>;
  /** In order of creation. */
  sessionsOf(cafe: string): Promise<StoredSession[]>;
  linksOf(cafe: string): Promise<StoredLink[]>;

  /**
   * Deletes every row of the café in every table and overwrites what it held on disk, with other work in
   * between. Nobody finds the café from the beginning on; where this is broken off it is due with number 0,
   * and asking again goes on. What stays is that it was done at `at`, for the hashes of its links and of
   * facilitators' and teams' devices, and how many rows it had.
   */
  deleteCafe(id: string, at: number): Promise<Receipt>;
  /** Of the link or session with this hash; null where nothing of it was deleted. */
  receipt(hash: string): Promise<KeptReceipt | null>;
  /** Forgets receipts of before. */
  forgetReceipts(before: number): Promise<void>;
  /** Rows per table, whole database, but for receipts. */
  counts(): Promise<Record<string, number>>;
  /** Read back from the database, not from our settings. */
  pragmas(): Promise<Pragmas>;
  close(): Promise<void>;
}

export interface StoredCafe {
  readonly id: string;
  readonly code: string;
  readonly createdAt: number;
  /** The number of the last fact; 0 before the first. */
  readonly number: number;
  readonly due: number | null;
  /** Ascending. */
  readonly openRounds: readonly number[];
  readonly facts: readonly StoredFact[];
  /** By person id; people without a name, or whose name was forgotten, are absent. */
  readonly names: Readonly<Record<string, string>>;
}

export interface DueCafe {
  readonly id: string;
  readonly due: number | null;
  /** The number of the last fact; 0 for a café that is still being made, or being deleted. */
  readonly number: number;
}

export interface StoredFact {
  readonly number: number;
  readonly at: number;
  readonly by: string | null;
  readonly body: unknown;
}

/** `number` is the café's fact number after the command. */
export interface StoredAnswer {
  readonly commandId: string;
  readonly answer: unknown;
  readonly number: number;
}

export interface StoredPage {
  readonly generation: number;
  /** Of the newest row, leaves included; 0 for none. */
  readonly seq: number;
  /** In seq order. */
  readonly rows: readonly StoredRow[];
  /** Late additions of all people, in seq order; each names its person in `leaf`. */
  readonly leaves: readonly StoredRow[];
  /** Who owns the Yjs client ids that ever wrote on this generation of the page. */
  readonly clients: readonly StoredClient[];
}

export interface StoredRow {
  readonly seq: number;
  readonly leaf: string | null;
  readonly person: string | null;
  /** null for a row the server wrote anew for a new generation; first and last are 0 then. */
  readonly replica: string | null;
  readonly first: number;
  readonly last: number;
  readonly bytes: Uint8Array;
  readonly at: number;
}

export interface StoredClient {
  readonly clientId: number;
  readonly person: string | null;
  readonly replica: string;
}

export interface PageSummary {
  readonly page: string;
  readonly round: number;
  readonly generation: number;
  readonly seq: number;
}

export interface ReplicaName {
  readonly page: string;
  readonly replica: string;
}

export type StoredSession = SessionGrant;
export type StoredLink = LinkGrant;

/**
 * Rows deleted and rows still there, per table; `left` is counted after the deletion, all 0. What went
 * before a deletion was broken off is not in `deleted`.
 */
export interface Receipt {
  /** Epoch ms. */
  readonly deletedAt: number;
  readonly deleted: Readonly<Record<string, number>>;
  readonly left: Readonly<Record<string, number>>;
}

export interface Pragmas {
  readonly journal_mode: string;
  /** 2 is FULL: every commit waits for the disk. */
  readonly synchronous: number;
  readonly secure_delete: number;
}
