import { onTestFinished } from 'vitest';
import { io, type Socket } from 'socket.io-client';
import { v4 as uuidV4, v7 as uuidV7 } from 'uuid';
import * as Y from 'yjs';
import type { SliceKind, Slice, WireCommand } from '@tablecloth/shared/cafe';
import { addCard, decodeBase64, encodeBase64, newPage, readCards } from '@tablecloth/shared/notes';
import { PROTOCOL_VERSION } from '@tablecloth/shared/protocol';
import type {
  Answer,
  ClientMessages,
  EntryMessage,
  JoinAnswer,
  ServerMessages,
} from '@tablecloth/shared/protocol';
import { call, type TestServer } from './fixture.ts';

type Received = {
  [K in keyof ServerMessages]: { name: K; message: Parameters<ServerMessages[K]>[0] };
}[keyof ServerMessages];
type ViewOf<K extends SliceKind> = Extract<Slice, { kind: K }>['view'];
type Of<K extends keyof ServerMessages> = Parameters<ServerMessages[K]>[0];
type Sent<K extends keyof ClientMessages> = Parameters<ClientMessages[K]>[0];
type AckOf<K extends keyof ClientMessages> =
  Parameters<ClientMessages[K]> extends [unknown, (answer: infer A) => void] ? A : Answer<object>;

/** Somebody with a raw socket: everything received is kept, and a test waits for what it needs. */
export class Phone {
  readonly socket: Socket<ServerMessages, ClientMessages>;
  readonly received: Received[] = [];
  /** How long what is waited for may take. */
  deadlineMs = 5_000;
  #watchers: (() => void)[] = [];

  constructor(server: Pick<TestServer, 'url'>, session: string, options: object = {}) {
    this.socket = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { protocol: PROTOCOL_VERSION, session },
      ...options,
    });
    this.socket.onAny((name: string, message: unknown) => {
      this.received.push({ name, message } as Received);
      for (const watch of this.#watchers) watch();
    });
    onTestFinished(() => {
      this.socket.disconnect();
    });
  }

  /** The first message of this name, come or coming, that is as asked. */
  async got<K extends keyof ServerMessages>(
    name: K,
    isIt: (message: Of<K>) => boolean = () => true,
  ): Promise<Of<K>> {
    return this.#until(`${name} to come`, () => {
      const found = this.received.find((one) => one.name === name && isIt(one.message as Of<K>));
      return found === undefined ? null : found.message;
    });
  }

  /** The view of a kind as it is now or becomes. */
  async sees<K extends SliceKind>(
    kind: K,
    isIt: (view: ViewOf<K>) => boolean = () => true,
  ): Promise<ViewOf<K>> {
    return this.#until(`the ${kind} view`, () => {
      const last = this.received.findLast(
        (one) => one.name === 'slice' && one.message.slice.kind === kind,
      );
      if (last?.name !== 'slice') return null;
      const view = last.message.slice.view as unknown as ViewOf<K>;
      return isIt(view) ? view : null;
    });
  }

  async ask<K extends keyof ClientMessages>(name: K, message: Sent<K>): Promise<AckOf<K>> {
    const emit = this.socket
      .timeout(this.deadlineMs)
      .emitWithAck.bind(this.socket.timeout(this.deadlineMs));
    return (await (emit as (name: string, message: unknown) => Promise<unknown>)(
      name,
      message,
    )) as AckOf<K>;
  }

  command(command: WireCommand, id: string = uuidV7()): Promise<AckOf<'command'>> {
    return this.ask('command', { id, command });
  }

  /** Presses Next for the phase seen last. */
  async next(): Promise<AckOf<'command'>> {
    const { phase } = await this.sees('clock');
    return this.command({ kind: 'next', phase });
  }

  /** Resolves when the server has answered everything sent before. */
  async settled(): Promise<void> {
    await this.ask('clock', { sent: 0 });
  }

  /** Why the server did not let this phone in, or cut it off. */
  async refusedWith(): Promise<unknown> {
    return new Promise((resolve) => {
      this.socket.once('connect_error', (error) => {
        resolve((error as Error & { data?: { refusal?: { code?: string } } }).data?.refusal?.code);
      });
    });
  }

  disconnected(): Promise<string> {
    return new Promise((resolve) => {
      this.socket.once('disconnect', resolve);
    });
  }

  async #until<T>(what: string, look: () => T | null): Promise<T> {
    const at = look();
    if (at !== null) return at;
    return new Promise((resolve, reject) => {
      const watch = (): void => {
        const found = look();
        if (found === null) return;
        clearTimeout(timer);
        this.#watchers = this.#watchers.filter((one) => one !== watch);
        resolve(found);
      };
      const timer = setTimeout(() => {
        const names = this.received.map(({ name }) => name).join(', ');
        reject(new Error(`waited for ${what}; received: ${names}`));
      }, this.deadlineMs);
      this.#watchers.push(watch);
    });
  }
}

/** Joins by the door and connects. */
export async function join(
  server: Pick<TestServer, 'url'>,
  door: string,
  name: string,
  team: string | null = null,
): Promise<Phone & { session: string; person: string }> {
  const body = { door, name, team, claim: null };
  const { status, json } = await call<JoinAnswer>(server, 'POST', '/api/join', { body });
  if (status !== 201) throw new Error(JSON.stringify(json));
  const { session, person } = json;
  return Object.assign(new Phone(server, session), { session, person });
}

/** One replica of one page with its outbox, as a phone has it. */
export class Replica {
  readonly doc = newPage();
  readonly id = uuidV4();
  readonly page: string;
  readonly outbox: EntryMessage[] = [];

  constructor(page: string) {
    this.page = page;
    this.doc.on('update', (bytes: Uint8Array, _: unknown, __: unknown, change: Y.Transaction) => {
      if (!change.local) return;
      const n = this.outbox.length + 1;
      const entry = { page, generation: 1, replica: this.id, n, bytes: encodeBase64(bytes) };
      this.outbox.push(entry);
    });
  }

  /** Writes a new card; its entry is in the outbox then. */
  write(text: string, kind = 'note'): EntryMessage {
    addCard(this.doc, { id: uuidV7(), order: this.outbox.length, text, kind });
    const entry = this.outbox.at(-1);
    if (entry === undefined) throw new Error('nothing was written');
    return entry;
  }

  apply(base64: string): void {
    const bytes = decodeBase64(base64);
    if (bytes === null) throw new Error('not base64');
    Y.applyUpdate(this.doc, bytes, 'server');
  }

  words(): string[] {
    return readCards(this.doc).map(({ text }) => text);
  }
}
