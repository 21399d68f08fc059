/**
 * Everything the server wants to make true at once. A batch is one transaction: items are taken
 * in the order of the fields below, and inside a field in the order of the list. An item that
 * cannot be stored (see {@link CommitReport}) is left out whole; the others are unaffected.
 */
export interface Batch {
  readonly newCafes?: readonly NewCafe[];
  readonly appends?: readonly Append[];
  readonly links?: readonly LinkGrant[];
  readonly sessions?: readonly SessionGrant[];
  readonly revocations?: readonly Revocation[];
  readonly newGenerations?: readonly NewGeneration[];
  readonly rows?: readonly NewRow[];
}

export interface NewCafe {
  readonly id: string;
  /** The join code as people type it, already normalised (no dash, upper case). */
  readonly code: string;
  /** Epoch ms, as every time in the store. */
  readonly createdAt: number;
}

/** The outcome of one command (or tick) in one café. */
export interface Append {
  readonly cafe: string;
  /** The café's fact number this was decided on: 0 for a café without facts. */
  readonly expect: number;
  /** Numbered expect + 1, expect + 2, … Empty for a command that was refused. */
  readonly facts: readonly NewFact[];
  /** Present for everything a person sent; a tick has none. */
  readonly command?: { readonly id: string; readonly answer: unknown };
  /** When the café's next tick is due, or null while it waits for a press. */
  readonly due: number | null;
  /** All rounds whose pages may be written on after these facts: the whole set, not a change. */
  readonly openRounds: readonly number[];
  /** Names to keep or, with null, to forget. People not mentioned keep theirs. */
  readonly names?: readonly { readonly person: string; readonly name: string | null }[];
  /** Granted only if the append is stored: a joiner's session, a co-facilitator's link. */
  readonly sessions?: readonly SessionGrant[];
  readonly links?: readonly LinkGrant[];
  /** Taken back only if the append is stored. */
  readonly revocations?: readonly Revocation[];
}

export interface NewFact {
  readonly number: number;
  readonly at: number;
  /** Who caused it: a person's or session's id, or null for the clock. Never a name. */
  readonly by: string | null;
  /** JSON. Ids only: names and note text have tables that may forget. */
  readonly body: unknown;
}

/**
 * Takes capabilities of one café away; unknown hashes are passed over. A link takes every session
 * that was opened with it along.
 */
export interface Revocation {
  readonly cafe: string;
  readonly sessions?: readonly string[];
  readonly links?: readonly string[];
}

/** Entries first … last of one replica's outbox for one page, merged into one update. */
export interface NewRow {
  readonly cafe: string;
  readonly page: string;
  readonly round: number;
  /** null: the page itself. A person's id: their late additions beneath a locked page. */
  readonly leaf: string | null;
  /** Goes onto the page itself although it is locked, or beneath it: a correction after the café. */
  readonly isCorrection?: boolean;
  /** The generation of the page the bytes were written on; 1 for a page nobody removed from. */
  readonly generation: number;
  readonly person: string | null;
  readonly replica: string;
  readonly first: number;
  readonly last: number;
  /** The Yjs client ids that wrote in these bytes. */
  readonly clientIds: readonly number[];
  readonly bytes: Uint8Array;
  readonly at: number;
}

/**
 * "Remove for good": the page's rows and leaves are deleted and replaced by these, written anew
 * without the text in question, in their order, each under its person; generation + 1. What was deleted is overwritten on disk when the commit
 * resolves (secure delete, log truncated). Allowed on locked pages.
 */
export interface NewGeneration {
  readonly cafe: string;
  readonly page: string;
  /** The generation and the highest row seq the rebuilt bytes were made from. */
  readonly expect: { readonly generation: number; readonly seq: number };
  readonly rows: readonly {
    readonly person: string | null;
    readonly leaf: string | null;
    readonly bytes: Uint8Array;
  }[];
  readonly at: number;
}

/** One outcome per item of the batch, in the same order; empty lists for absent fields. */
export interface CommitReport {
  readonly newCafes: readonly NewCafeOutcome[];
  readonly appends: readonly AppendOutcome[];
  readonly links: readonly GrantOutcome[];
  readonly sessions: readonly GrantOutcome[];
  readonly newGenerations: readonly NewGenerationOutcome[];
  readonly rows: readonly RowOutcome[];
}

/** `taken`: the id or the code belongs to another café. */
export type NewCafeOutcome = 'created' | 'taken';

/**
 * `stale`: the café's fact number is not `expect` (or the café is deleted): read its facts and
 * decide again. `answered`: this command id has an answer already: read it and send that.
 */
export type AppendOutcome = 'appended' | 'stale' | 'answered';

/** `gone`: there is no such café (any more). */
export type GrantOutcome = 'stored' | 'gone';

/** `stale`: the page has another generation or newer rows: load it and rebuild again. */
export type NewGenerationOutcome = 'renewed' | 'stale';

/**
 * Judged in this order:
 * - `gone`: there is no such café (any more).
 * - `foreign client`: the replica or one of the client ids belongs to somebody else on this page.
 * - `duplicate`: the store has entry `last` of this replica: answer "saved".
 * - `old generation`: the page was rebuilt meanwhile; the phone drops its copy.
 * - `gap`: `first` is beyond the replica's last stored entry + 1: answer "send from".
 * - `locked`: the row is neither a leaf nor a correction and its round is not open.
 */
export type RowOutcome =
  'stored' | 'duplicate' | 'gone' | 'old generation' | 'foreign client' | 'gap' | 'locked';

/** A capability being handed out: a device's own secret. */
export interface SessionGrant {
  readonly hash: string;
  readonly cafe: string;
  readonly role: SessionRole;
  readonly person: string | null;
  readonly team: string | null;
  /** Hash of the link it was opened with, if any: revoking the link ends it. */
  readonly link: string | null;
  readonly createdAt: number;
}

/** A capability that may be opened on any number of devices: a link's or QR's secret. */
export interface LinkGrant {
  readonly hash: string;
  readonly cafe: string;
  readonly role: LinkRole;
  readonly person: string | null;
  readonly team: string | null;
  readonly createdAt: number;
}

export type SessionRole = 'facilitate' | 'screen' | 'team' | 'participant' | 'table';

export type LinkRole = Exclude<SessionRole, 'table'> | 'join';
