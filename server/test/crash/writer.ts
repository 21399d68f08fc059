import type { ClockView } from '@tablecloth/shared/cafe';
import type { SavedMessage } from '@tablecloth/shared/protocol';
import { Phone, Replica } from '../phone.ts';

/** How a test's phones come back; nobody touches them. */
const COMING_BACK = { reconnection: true, reconnectionDelay: 100, reconnectionDelayMax: 150 };

/** A clock as one connection heard it. */
export interface Turn {
  /** Epoch ms. */
  heardAt: number;
  clock: ClockView;
}

/** Somebody who comes back by themselves and remembers when each phase was first heard of. */
export class Listener {
  readonly phone: Phone;
  readonly turns = new Map<number, Turn>();

  constructor(server: { url: string }, session: string) {
    this.phone = new Phone(server, session, COMING_BACK);
    // A round with what was added, and the steps between it and the next.
    this.phone.deadlineMs = 20_000;
    this.phone.socket.on('slice', ({ slice }) => {
      if (slice.kind !== 'clock' || this.turns.has(slice.view.phase)) return;
      this.turns.set(slice.view.phase, { heardAt: Date.now(), clock: slice.view });
    });
  }
}

/** A phone with an outbox: it writes numbered words where it sits and keeps what is not saved. */
export class Writer extends Listener {
  readonly name: string;
  readonly written: { page: string; text: string }[] = [];
  readonly refused: unknown[] = [];
  /** What the server asked for again although it had said that it is saved: it would be lost. */
  readonly lost: SavedMessage[] = [];
  /** How many entries were sent a second time. */
  resent = 0;
  readonly #replicas: Replica[] = [];
  readonly #saved = new Map<string, number>();
  #tables: readonly (string | null)[] = [];
  #openRound: number | null = null;
  #watchers: (() => void)[] = [];

  constructor(server: { url: string }, session: string, name: string) {
    super(server, session);
    this.name = name;
    const { socket } = this.phone;
    socket.on('connect', () => void this.#hello());
    socket.on('saved', (message) => {
      this.#isSaved(message);
    });
    socket.on('send from', (message) => {
      this.#send(message);
    });
    socket.on('entry refused', (message) => this.refused.push(message));
    socket.on('slice', ({ slice }) => {
      if (slice.kind === 'person') this.#tables = slice.view.tables;
      if (slice.kind === 'clock') this.#openRound = slice.view.openRound;
    });
  }

  /** Writes the next words on the page that is open at this table, connected or not. */
  write(): void {
    const table = this.#openRound === null ? null : this.#tables[this.#openRound - 1];
    if (table == null) return;
    const page = `${table}.${String(this.#openRound)}`;
    let replica = this.#replicas.at(-1);
    if (replica?.page !== page) {
      replica = new Replica(page);
      this.#replicas.push(replica);
    }
    const text = `${this.name} ${String(this.written.length + 1)}`;
    this.written.push({ page, text });
    const entry = replica.write(text);
    if (this.phone.socket.connected) this.phone.socket.emit('entry', entry);
  }

  get unsaved(): SavedMessage[] {
    return this.#replicas.flatMap(({ page, id, outbox }) =>
      outbox.length > (this.#saved.get(id) ?? 0) ? [{ page, replica: id, n: outbox.length }] : [],
    );
  }

  allSaved(): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (this.unsaved.length === 0) resolve();
      };
      this.#watchers.push(look);
      look();
    });
  }

  async #hello(): Promise<void> {
    const answer = await this.phone.ask('hello', { unsaved: this.unsaved }).catch(() => null);
    // Cut off again before the answer: the next connection says hello anew.
    if (answer?.ok !== true) return;
    for (const message of answer.saved) this.#isSaved(message);
    for (const message of answer.sendFrom) this.#send(message);
  }

  #isSaved({ replica, n }: SavedMessage): void {
    this.#saved.set(replica, Math.max(n, this.#saved.get(replica) ?? 0));
    for (const look of this.#watchers) look();
  }

  /** A phone keeps nothing that is saved, so no entry before that can be sent again. */
  #send({ page, replica, n }: SavedMessage): void {
    if (n <= (this.#saved.get(replica) ?? 0)) this.lost.push({ page, replica, n });
    const entries = this.#replicas.find(({ id }) => id === replica)?.outbox.slice(n - 1) ?? [];
    for (const entry of entries) this.phone.socket.emit('entry', entry);
    this.resent += entries.length;
  }
}
