/**
 * Entries on their way to the server. Each has a number of its replica, 1, 2, 3 …; it is kept on the
 * shelf, sent, and dropped when the server says "saved", which it says after its commit.
 *
 *   - Sent in order, at most as many as the server takes in one go; the rest follows as "saved"
 *     comes back. After a lost line everything unsaved is sent again: the server knows what it has.
 *   - "send from n": n and all after it are sent again.
 *   - A page whose round has not begun on the server is held back (`mayGo`), however far this phone's
 *     own plan has got: the server would refuse the words.
 *   - "page anew": a note was removed for good, so the page is another one. The page takes the new one
 *     and writes what is not saved on it (`forget`, then entries of a new replica).
 *   - Refused for good: that entry and the later ones of its replica cannot be stored, because each
 *     begins where the one before ended. They are dropped together and the page is told.
 */
import { encodeBase64 } from '@tablecloth/shared/notes';
import type { EntryMessage, Hello, SavedMessage, WireRefusal } from '@tablecloth/shared/protocol';
import type { Device } from './device.ts';
import type { KeptEntry, Shelf } from './shelf.ts';

interface Waiting extends KeptEntry {
  /** On the device's steady clock. */
  since: number;
}

interface Lane {
  page: string;
  /** Ascending by n, without gaps. */
  entries: Waiting[];
  /** The number last sent on this line. */
  sent: number;
}

/** How many may be on their way at once, and how fast they may follow: well below LIMITS. */
const BURST = 120;
const PER_SECOND = 30;
const TRANSIENT = new Set(['too fast', 'not stored', 'went wrong']);
const AGAIN_MS = 2_000;

/** Words that cannot be sent again and that the server said nothing about: the page has its own sentence. */
const BAD_NOTE: WireRefusal = { code: 'bad note', sentence: '' };

export class Outbox {
  readonly #shelf: Shelf;
  readonly #device: Device;
  readonly #send: (entry: EntryMessage) => boolean;
  readonly #lanes = new Map<string, Lane>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #tokens = BURST;
  #filledAt: number;
  #cancelPump: (() => void) | null = null;

  /** Whether a page's words may be sent yet. */
  mayGo: (page: string) => boolean = () => true;
  /** Entries of a page, a replica's from one on, were refused for good and are here no more. */
  onRefused: (page: string, entries: readonly KeptEntry[], refusal: WireRefusal) => void = () =>
    undefined;

  /** What waits has changed, of whichever page. */
  onAnyChange: () => void = () => undefined;
  /** A page was written anew on the server. */
  onAnew: (page: string, refusal: WireRefusal) => void = () => undefined;

  constructor(device: Device, shelf: Shelf, send: (entry: EntryMessage) => boolean) {
    this.#device = device;
    this.#shelf = shelf;
    this.#send = send;
    this.#filledAt = device.steady();
  }

  /** Takes over what earlier pages and closed tabs of this person left; they go under their replicas. */
  async load(): Promise<void> {
    const since = this.#device.steady();
    for (const entry of await this.#shelf.entries()) {
      const lane = this.#lane(entry.page, entry.replica);
      if (entry.n > (lane.entries.at(-1)?.n ?? 0)) lane.entries.push({ ...entry, since });
    }
  }

  /** Adds the next entry of a replica; resolves when the shelf has it. It is sent meanwhile. */
  async add(entry: Omit<KeptEntry, 'n'>, n: number): Promise<void> {
    const numbered = { ...entry, n };
    this.#lane(entry.page, entry.replica).entries.push({
      ...numbered,
      since: this.#device.steady(),
    });
    const kept = this.#shelf.keepEntry(numbered);
    this.pump();
    this.#changed(entry.page);
    await kept;
  }

  /** Unsaved entries of a page, in the order they may be applied in. */
  of(page: string): readonly KeptEntry[] {
    return [...this.#lanes.values()].flatMap((lane) => (lane.page === page ? lane.entries : []));
  }

  /** Cards of a page that are not saved yet, and since when (steady clock). */
  waiting(page: string): Map<string, number> {
    const waiting = new Map<string, number>();
    for (const lane of this.#lanes.values()) {
      if (lane.page !== page) continue;
      for (const { cards, since } of lane.entries) {
        for (const card of cards) waiting.set(card, Math.min(since, waiting.get(card) ?? Infinity));
      }
    }
    return waiting;
  }

  /** Hears when what waits of a page changes. */
  onChange(page: string, run: () => void): () => void {
    const listeners = this.#listeners.get(page) ?? new Set();
    this.#listeners.set(page, listeners.add(run));
    return () => listeners.delete(run);
  }

  get isEmpty(): boolean {
    return this.#lanes.size === 0;
  }

  /** For the hello: each replica with unsaved entries, its newest number, and of how many notes. */
  unsaved(): Hello['unsaved'] {
    return [...this.#lanes].slice(0, HELLO_MAX).map(([replica, { page, entries }]) => {
      const notes = new Set(entries.flatMap(({ cards }) => cards)).size;
      return { page, replica, n: entries.at(-1)?.n ?? 0, notes };
    });
  }

  /** The line is new: nothing that was sent on the old one counts as sent. */
  resume(): void {
    for (const lane of this.#lanes.values()) lane.sent = 0;
    this.pump();
  }

  saved({ replica, n }: SavedMessage): void {
    const lane = this.#lanes.get(replica);
    if (lane === undefined) return;
    lane.entries = lane.entries.filter((entry) => entry.n > n);
    if (lane.entries.length === 0) this.#lanes.delete(replica);
    void this.#shelf.dropEntries(replica, 1, n);
    this.pump();
    this.#changed(lane.page);
  }

  sendFrom({ replica, n, page }: SavedMessage): void {
    const lane = this.#lanes.get(replica);
    const first = lane?.entries[0];
    if (lane === undefined || first === undefined) return;
    // What it asks for was dropped here, so nothing after it can ever be stored.
    if (first.n > n) this.#drop(page, replica, lane.entries, BAD_NOTE);
    lane.sent = n - 1;
    this.pump();
  }

  refused({ page, replica, n, refusal }: SavedMessage & { refusal: WireRefusal }): void {
    const lane = this.#lanes.get(replica);
    if (lane === undefined) return;
    if (refusal.code === 'page anew') {
      this.onAnew(page, refusal);
      return;
    }
    if (TRANSIENT.has(refusal.code)) {
      lane.sent = Math.min(lane.sent, n - 1);
      this.#pumpAfter(AGAIN_MS);
      return;
    }
    this.#drop(
      page,
      replica,
      lane.entries.filter((entry) => entry.n >= n),
      refusal,
    );
  }

  /** Lets go of entries of older generations of a page, and gives them. */
  forget(page: string, generation: number): KeptEntry[] {
    const forgotten: KeptEntry[] = [];
    for (const [replica, lane] of [...this.#lanes]) {
      const [first, last] = [lane.entries[0], lane.entries.at(-1)];
      if (lane.page !== page || first === undefined || last === undefined) continue;
      // A replica never goes on to another generation.
      if (first.generation >= generation) continue;
      forgotten.push(...lane.entries);
      this.#lanes.delete(replica);
      void this.#shelf.dropEntries(replica, first.n, last.n);
    }
    this.#changed(page);
    return forgotten;
  }

  /** Sends what may be sent now. */
  pump(): void {
    this.#fill();
    for (const [replica, lane] of this.#lanes) {
      if (!this.mayGo(lane.page)) continue;
      for (const { page, generation, n, bytes } of lane.entries) {
        if (n <= lane.sent) continue;
        if (this.#tokens < 1) {
          this.#pumpAfter(1_000 / PER_SECOND);
          return;
        }
        if (!this.#send({ page, generation, replica, n, bytes: encodeBase64(bytes) })) return;
        this.#tokens -= 1;
        lane.sent = n;
      }
    }
  }

  #drop(page: string, replica: string, entries: Waiting[], refusal: WireRefusal): void {
    const lane = this.#lanes.get(replica);
    const [first, last] = [entries[0], entries.at(-1)];
    if (lane === undefined || first === undefined || last === undefined) return;
    // Those before it, if any are still here, were accepted and wait for their "saved".
    lane.entries = lane.entries.filter((entry) => entry.n < first.n);
    if (lane.entries.length === 0) this.#lanes.delete(replica);
    void this.#shelf.dropEntries(replica, first.n, last.n);
    this.onRefused(page, entries, refusal);
    this.#changed(page);
  }

  #lane(page: string, replica: string): Lane {
    let lane = this.#lanes.get(replica);
    if (lane === undefined) {
      lane = { page, entries: [], sent: 0 };
      this.#lanes.set(replica, lane);
    }
    return lane;
  }

  #changed(page: string): void {
    this.onAnyChange();
    for (const run of this.#listeners.get(page) ?? []) run();
  }

  #fill(): void {
    const now = this.#device.steady();
    this.#tokens = Math.min(BURST, this.#tokens + ((now - this.#filledAt) / 1_000) * PER_SECOND);
    this.#filledAt = now;
  }

  #pumpAfter(ms: number): void {
    this.#cancelPump ??= this.#device.after(ms, () => {
      this.#cancelPump = null;
      this.pump();
    });
  }
}

/** The hello's limit; further replicas are sent all the same and answered when they arrive. */
const HELLO_MAX = 200;
