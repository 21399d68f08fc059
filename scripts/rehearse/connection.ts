/**
 * One Socket.IO connection as docs/protocol.md describes it: `hello` first after every connect, the
 * newest view of each kind, commands sent again under the same id until they are answered.
 */
import type { Slice, SliceKind, WireCommand } from '@tablecloth/shared/cafe';
import { PROTOCOL_VERSION } from '@tablecloth/shared/protocol';
import type {
  Answer,
  ClientMessages,
  Hello,
  SavedMessage,
  ServerMessages,
} from '@tablecloth/shared/protocol';
import { io, type Socket } from 'socket.io-client';
import { v7 as uuid } from 'uuid';

const ANSWER_MS = 20_000;

type Heard<K extends keyof ServerMessages> = Parameters<ServerMessages[K]>[0];
type Sent<K extends keyof ClientMessages> = Parameters<ClientMessages[K]>[0];
type Answered<K extends keyof ClientMessages> =
  Parameters<ClientMessages[K]> extends [unknown, (answer: infer A) => void] ? A : never;
export type ViewOf<K extends SliceKind> = Extract<Slice, { kind: K }>['view'];

/** What its owner hears. */
export interface Listener {
  unsavedEntries(): Hello['unsaved'];
  /** After every connect, when the server has answered `hello`. */
  greeted(answer: { saved: SavedMessage[]; sendFrom: SavedMessage[] }): void;
  changed(kind: SliceKind): void;
  entries(message: Heard<'entries'>): void;
  saved(message: SavedMessage): void;
  sendFrom(message: SavedMessage): void;
  refused(message: Heard<'entry refused'>): void;
  ended(sentence: string): void;
}

export class Connection {
  /** Epoch ms since when the server knows us, or null while it does not. */
  greetedAt: number | null = null;
  /** The server's clock minus ours, ms. */
  offset = 0;
  readonly #socket: Socket<ServerMessages, ClientMessages>;
  readonly #listener: Listener;
  readonly #views = new Map<SliceKind, { factNumber: number; view: unknown }>();
  readonly #waiting = new Map<
    string,
    { command: WireCommand; answer: (a: Answer<object>) => void }
  >();

  constructor(url: string, session: string, listener: Listener) {
    this.#listener = listener;
    this.#socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnectionDelay: 200,
      reconnectionDelayMax: 1_000,
      auth: { protocol: PROTOCOL_VERSION, session },
    });
    this.#socket.on('connect', () => void this.#greet());
    this.#socket.on('connect_error', (problem) => {
      if (!this.#socket.active) listener.ended(problem.message);
    });
    this.#socket.on('disconnect', () => (this.greetedAt = null));
    this.#socket.on('slice', (message) => {
      this.#see(message);
    });
    this.#socket.on('entries', (message) => {
      listener.entries(message);
    });
    this.#socket.on('saved', (message) => {
      listener.saved(message);
    });
    this.#socket.on('send from', (message) => {
      listener.sendFrom(message);
    });
    this.#socket.on('entry refused', (message) => {
      listener.refused(message);
    });
    this.#socket.on('ended', ({ refusal }) => {
      listener.ended(refusal.sentence);
    });
  }

  view<K extends SliceKind>(kind: K): ViewOf<K> | null {
    return (this.#views.get(kind)?.view as ViewOf<K> | undefined) ?? null;
  }

  /** Sends without an answer; lost when not connected, so only for what is sent again by itself. */
  send(message: Sent<'entry'>): void {
    if (this.greetedAt !== null) this.#socket.emit('entry', message);
  }

  /** Null when the connection was lost before the answer came. */
  async ask<K extends 'open page' | 'read page' | 'clock' | 'hello'>(
    name: K,
    message: Sent<K>,
  ): Promise<Answered<K> | null> {
    if (!this.#socket.connected) return null;
    const socket = this.#socket.timeout(ANSWER_MS) as unknown as {
      emitWithAck(name: string, message: unknown): Promise<unknown>;
    };
    return (await socket.emitWithAck(name, message).catch(() => null)) as Answered<K> | null;
  }

  /** Resolves with the answer, over however many connections it takes. */
  command(command: WireCommand): Promise<Answer<object>> {
    const id = uuid();
    return new Promise((answer) => {
      this.#waiting.set(id, { command, answer });
      this.#order(id);
    });
  }

  goOffline(): void {
    this.#socket.disconnect();
    this.greetedAt = null;
  }

  goOnline(): void {
    this.#socket.connect();
  }

  async #greet(): Promise<void> {
    const sentAt = Date.now();
    const answer = await this.ask('hello', { unsaved: this.#listener.unsavedEntries() });
    // Cut off again, or refused: the next connection says hello anew.
    if (!answer?.ok || !this.#socket.connected) return;
    const cameAt = Date.now();
    this.offset = answer.now - (sentAt + cameAt) / 2;
    this.greetedAt = cameAt;
    this.#listener.greeted(answer);
    for (const id of this.#waiting.keys()) this.#order(id);
  }

  #order(id: string): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined || this.greetedAt === null) return;
    this.#socket.emit('command', { id, command: waiting.command }, (answer) => {
      if (!this.#waiting.delete(id)) return;
      waiting.answer(answer);
    });
  }

  #see({ factNumber, slice }: Heard<'slice'>): void {
    const known = this.#views.get(slice.kind);
    if (known !== undefined && known.factNumber > factNumber) return;
    this.#views.set(slice.kind, { factNumber, view: slice.view });
    this.#listener.changed(slice.kind);
  }
}
