/**
 * Where note entries come in. An entry passes, in this order: who may write here; is it the next of
 * its replica; do its bytes fit the page. Then it waits for the tick (tick.ts). Nothing is told to
 * anybody here but refusals and what the store already has.
 */
import { LIMITS, pageRight, refuse, type Refusal } from '@tablecloth/shared/cafe';
import { admit, decodeBase64, parsePageId, type AdmitCode } from '@tablecloth/shared/notes';
import type { EntryMessage } from '@tablecloth/shared/protocol';
import type { Cafes } from '../cafes/cafes.ts';
import { writerOf, type Author } from './author.ts';
import type { Outbound } from './outbound.ts';
import type { PageMemory, Replica } from './page-memory.ts';
import type { Pages } from './pages.ts';

export interface Ingress {
  /** Rejects only when the store cannot be read; the phone then simply sends again. */
  enter(author: Author, entry: Entry): Promise<void>;
}

/** An entry whose bytes were read. */
export type Entry = Omit<EntryMessage, 'bytes'> & {
  bytes: Uint8Array;
  /** The page was locked between its admission and its commit: it can only be added late. */
  onlyLate?: boolean;
  /** Made by this server from a correction it has allowed; never set by what comes over the wire. */
  isCorrection?: boolean;
  /** Of a correction: beneath whose name it goes, where what it corrects was added late. */
  leaf?: string | null;
};

/** Reads what came over the wire. Text that is not base64 is read as no bytes, which fit no page. */
export function readEntry({ bytes, ...entry }: EntryMessage): Entry {
  return { ...entry, bytes: decodeBase64(bytes) ?? new Uint8Array() };
}

export function makeIngress(around: {
  cafes: Cafes;
  pages: Pages;
  outbound: Outbound;
  /** Called when a page has something to commit. */
  dirty: () => void;
  /** Called for an entry whose round has not begun: it waits on the phone. */
  early: (author: Author, entry: Entry) => void;
}): Ingress {
  const { cafes, pages, outbound, dirty, early } = around;

  async function enter(author: Author, entry: Entry): Promise<void> {
    // Asked before anything is loaded: whoever makes up pages must not fill the memory with them.
    if ((await rightOf(author, entry)) === null) return;
    await pages.inTurn(author.cafe, entry.page, (page) => judge(page, author, entry));
  }

  /** The right to write on the entry's page; null where there is none now, and its sender was told. */
  async function rightOf(author: Author, entry: Entry): Promise<'write' | 'late' | null> {
    const refused = (code: 'no page' | 'not your page'): null => {
      refuseEntry(author, entry, { code });
      return null;
    };
    const live = await cafes.get(author.cafe);
    if (live === null || parsePageId(entry.page) === null) return refused('no page');
    if (entry.isCorrection === true) return (entry.leaf ?? null) === null ? 'write' : 'late';
    const right = pageRight(live.cafe, author.holder, entry.page);
    if (right === 'write') return right;
    if (right === 'late' && writerOf(author.holder) !== null) return right;
    if (right !== 'early') return refused('not your page');
    early(author, entry);
    return null;
  }

  function refuseEntry(author: Author, { page, replica, n }: Entry, refusal: Refusal): void {
    outbound.refused(author.cafe, author.id, { page, replica, n }, refusal);
  }

  async function judge(page: PageMemory, author: Author, entry: Entry): Promise<void> {
    const refused = (refusal: Refusal) => {
      refuseEntry(author, entry, refusal);
    };
    // The right may have changed while the page was loaded or others were before this in its queue.
    const right = await rightOf(author, entry);
    if (right === null) return;
    const person = writerOf(author.holder);
    const replica = page.replicas.get(entry.replica) ?? newReplica(person);
    if (replica.person !== person) return refused({ code: 'not your page' });
    if (replica.refused !== null && entry.n >= replica.refused.n) {
      return refused(replica.refused.refusal);
    }
    // First of all: a replica of an older generation is not known here any more.
    if (entry.generation !== page.generation) return refused({ code: 'page anew' });
    if (isAnswered(page, author, entry, replica)) return;
    const isLate = right === 'late' || replica.isLate || entry.onlyLate === true;
    const late = entry.isCorrection === true ? (entry.leaf ?? null) : person;
    if (isLate && late === null) return refused({ code: 'not your page' });
    const leaf = isLate ? late : null;
    const known = leaf === null ? page.known : page.lateKnown(leaf);
    const admitted = admit(entry.bytes, entry.replica, known, LIMITS);
    if (!admitted.ok) {
      const { refusal } = refuse(refusalOf(admitted.code));
      // A replica whose first words are refused is not remembered: there may be any number of them.
      replica.refused = { n: entry.n, refusal };
      return refused(refusal);
    }
    page.replicas.set(entry.replica, replica);
    replica.admitted = entry.n;
    replica.isLate = isLate;
    const { bytes, clientIds } = admitted;
    const { replica: name, n, isCorrection = false } = entry;
    page.pending.push({ author, replica: name, n, leaf, isCorrection, clientIds, bytes });
    dirty();
  }

  /** Whether the entry is another than the next of its replica, and its sender was told. */
  function isAnswered(
    { page }: PageMemory,
    { cafe, id }: Author,
    { replica: name, n }: Entry,
    replica: Replica,
  ): boolean {
    if (n === replica.admitted + 1) return false;
    if (n <= replica.committed) {
      outbound.saved(cafe, id, { page, replica: name, n: replica.committed });
    } else if (n > replica.admitted) {
      outbound.sendFrom(cafe, id, { page, replica: name, n: replica.admitted + 1 });
    }
    // Else it waits for its commit, and "saved" will follow.
    return true;
  }

  return { enter };
}

function newReplica(person: string | null): Replica {
  return { person, committed: 0, admitted: 0, isLate: false, refused: null };
}

function refusalOf(code: AdmitCode): 'too large' | 'page full' | 'bad note' {
  switch (code) {
    case 'entry-bytes':
    case 'card-chars':
      return 'too large';
    case 'page-bytes':
    case 'cards':
      return 'page full';
    default:
      return 'bad note';
  }
}
