/**
 * The line to the server. It says hello, keeps the newest view of each kind, sends commands until
 * they are answered, and comes back by itself: after a short, growing, jittered wait, and at once
 * when the page is looked at again or the network returns.
 *
 *     connecting ──hello answered──▶ live ──line lost──▶ away ──hello answered──▶ live
 *          └───────────── no session, old page ─────────────▶ ended
 */
import type { Slice, WireCommand } from '@tablecloth/shared/cafe';
import { PROTOCOL_VERSION } from '@tablecloth/shared/protocol';
import type {
  Answer,
  ClientMessages,
  CommandAnswer,
  FirstView,
  Hello,
  SavedMessage,
  ServerMessages,
  WireRefusal,
} from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import type { Device } from './device.ts';
import type { Auth, OpenSocket, Socket } from './socket.ts';
import { UNHEARD, type Reply } from './http.ts';
import { openSocket } from './open-socket.ts';
import { Views } from './views.svelte.ts';

export type LineState = { at: 'connecting' | 'live' | 'away'; since: number };

type Asked = Exclude<keyof ClientMessages, 'command' | 'entry' | 'presence'>;
type Given<E extends keyof ClientMessages> = Parameters<ClientMessages[E]>[0];
type AnswerTo<E extends Asked> =
  Parameters<ClientMessages[E]> extends [unknown, (answer: infer A) => void] ? A : never;
type Body<E extends Asked> = AnswerTo<E> extends Answer<infer T> ? T : never;
type Told = Omit<ServerMessages, 'slice' | 'ended'>;

/** All may be left out. */
interface Sending {
  /** Of a command that was given earlier, before a reload. */
  id?: string;
  /** How long an answer is awaited, ms; then it is withdrawn (it may still have been heard). */
  withinMs?: number;
  /** Asked before each sending; false withdraws it. */
  isMeant?: () => boolean;
}

interface PendingCommand {
  command: WireCommand;
  isMeant: () => boolean;
  settle: (reply: Reply<CommandAnswer>) => void;
}

const FIRST_WAIT_MS = 400;
/** A server that was restarted is found within a second; a network that is gone is not hunted. */
const SOON_WAIT_MS = 800;
const SOON_TRIES = 40;
const LONGEST_WAIT_MS = 8_000;
const PROBE_MS = 3_000;
/** How long a press waits for its answer before it says that none came. */
export const ANSWER_MS = 10_000;
/** A line that breaks and is back before is no news. */
const GONE_AFTER_MS = 5_000;
/** What a socket calls a server it has not heard for too long. */
const SILENCE = 'ping timeout';

export class Connection {
  /** What the server has told of the café. */
  readonly views = new Views();
  readonly #device: Device;
  readonly #open: OpenSocket;
  readonly #auth: Auth;
  readonly #pending = new Map<string, PendingCommand>();
  readonly #listeners = new Map<string, Set<(message: never) => void>>();
  readonly #onLive = new Set<() => void>();
  readonly #stops: (() => void)[] = [];
  #socket: Socket | null = null;
  #tries = 0;
  #cancelWait: (() => void) | null = null;
  #closed = false;
  /** How long nothing had been heard already when the line was lost. */
  #silentMs = $state(0);
  #state = $state.raw<LineState>({ at: 'connecting', since: 0 });
  #ended = $state.raw<WireRefusal | null>(null);

  /** What still waits for "saved" when the line opens; the outbox sets it. */
  unsaved: () => Hello['unsaved'] = () => [];

  constructor(device: Device, session: string, open: OpenSocket = openSocket) {
    this.#device = device;
    this.#auth = { protocol: PROTOCOL_VERSION, session };
    this.#open = open;
    this.#state = { at: 'connecting', since: device.steady() };
  }

  /** `since` is on the device's steady clock. */
  get state(): LineState {
    return this.#state;
  }

  /** Whether people are told that there is no network: once it has lasted. Look again as time passes. */
  get isGone(): boolean {
    const { at, since } = this.#state;
    return at !== 'live' && this.#device.steady() - since + this.#silentMs > GONE_AFTER_MS;
  }

  /** Why this session is over for good, or null. */
  get ended(): WireRefusal | null {
    return this.#ended;
  }

  /** The café's view, got before the line; the server need not send it again. */
  begin({ factNumber, tag, view }: FirstView): void {
    this.views.restore({ cafe: { factNumber, view } });
    this.#auth.cafe = tag;
  }

  /** Begins, and goes on until `close`. */
  start(): void {
    this.#stops.push(
      this.#device.onWake(() => {
        this.#wake();
      }),
      this.#device.onOffline(() => {
        this.#probe();
      }),
    );
    void this.#connect();
  }

  close(): void {
    this.#closed = true;
    this.#cancelWait?.();
    for (const stop of this.#stops) stop();
    this.#socket?.disconnect();
  }

  /** Hears one kind of message, until the returned function is called. */
  on<E extends keyof Told>(event: E, run: Told[E]): () => void {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(run));
    return () => listeners.delete(run);
  }

  /** Each time the server has answered our hello: now it knows us and what we hold. */
  onLive(run: () => void): () => void {
    this.#onLive.add(run);
    return () => this.#onLive.delete(run);
  }

  /**
   * Sends a command, after a lost line again under the same id, so it takes effect once. Settles
   * with the server's answer, or unheard when it was withdrawn.
   */
  command(
    command: WireCommand,
    { id = uuid(), withinMs, isMeant = () => true }: Sending = {},
  ): Promise<Reply<CommandAnswer>> {
    return new Promise((resolve) => {
      const cancel =
        withinMs === undefined
          ? undefined
          : this.#device.after(withinMs, () => {
              settle(UNHEARD);
            });
      const settle = (reply: Reply<CommandAnswer>) => {
        cancel?.();
        this.#pending.delete(id);
        resolve(reply);
      };
      this.#pending.set(id, { command, isMeant, settle });
      if (this.#state.at === 'live') this.#sendCommand(id);
    });
  }

  /** Asks something that is only of use now: without a line, or an answer in 10 s, it is unheard. */
  ask<E extends Asked>(event: E, message: Given<E>): Promise<Reply<Body<E>>> {
    const socket = this.#socket;
    if (socket?.connected !== true) return Promise.resolve(UNHEARD);
    return new Promise((resolve) => {
      const cancel = this.#device.after(ANSWER_MS, () => {
        resolve(UNHEARD);
      });
      socket.emit(event, message, (answer: AnswerTo<E>) => {
        cancel();
        resolve(answer as unknown as Reply<Body<E>>);
      });
    });
  }

  /** Sends without an answer; false when there is no line. */
  tell<E extends 'entry' | 'presence'>(event: E, message: Given<E>): boolean {
    if (this.#state.at !== 'live' || this.#socket === null) return false;
    this.#socket.emit(event, message);
    return true;
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    try {
      this.#socket ??= this.#listen(await this.#open(this.#auth));
    } catch {
      // The script itself could not be loaded.
      this.#again();
      return;
    }
    // Closed while the script loaded.
    if (!this.#closed) this.#socket.connect();
  }

  #listen(socket: Socket): Socket {
    socket.on('connect', () => void this.#hello());
    socket.on('disconnect', (reason?: string) => {
      if (reason === SILENCE) this.#silentMs = Infinity;
      this.#lost();
    });
    socket.on('connect_error', (problem: Error & { data?: unknown }) => {
      const refusal = refusalOf(problem.data);
      if (refusal !== null && isFinal(refusal)) this.#end(refusal);
      else this.#lost();
    });
    socket.on('slice', (message: { factNumber: number; slice: Slice }) => {
      if (message.slice.kind === 'cafe') delete this.#auth.cafe;
      this.views.take(message);
    });
    socket.on('ended', ({ refusal }: { refusal: WireRefusal }) => {
      this.#end(refusal);
    });
    for (const event of [
      'entries',
      'saved',
      'send from',
      'entry refused',
      'presence',
      'phones',
      'next steps',
      'waiting',
      'arrived',
      'read again',
      'arrivals',
      'silent tables',
    ]) {
      socket.on(event, (message: never) => {
        this.#pass(event, message);
      });
    }
    return socket;
  }

  #pass(event: string, message: unknown): void {
    for (const run of this.#listeners.get(event) ?? []) run(message as never);
  }

  async #hello(): Promise<void> {
    const socket = this.#socket;
    const answer = await this.ask('hello', { unsaved: this.unsaved() });
    if (this.#closed || socket?.connected !== true) return;
    if (!answer.ok) {
      if ('sentence' in answer.refusal && isFinal(answer.refusal)) this.#end(answer.refusal);
      else socket.disconnect();
      return;
    }
    this.#tries = 0;
    this.#silentMs = 0;
    this.#go('live');
    const { saved, sendFrom }: { saved: SavedMessage[]; sendFrom: SavedMessage[] } = answer;
    for (const message of saved) this.#pass('saved', message);
    for (const message of sendFrom) this.#pass('send from', message);
    for (const id of [...this.#pending.keys()]) this.#sendCommand(id);
    for (const run of this.#onLive) run();
  }

  #sendCommand(id: string): void {
    const pending = this.#pending.get(id);
    if (pending === undefined) return;
    if (!pending.isMeant()) {
      pending.settle(UNHEARD);
      return;
    }
    const message = { id, command: pending.command };
    this.#socket?.emit('command', message, (answer: Answer<CommandAnswer>) => {
      this.#pending.get(id)?.settle(answer);
    });
  }

  #lost(): void {
    if (this.#closed || this.#ended !== null) return;
    if (this.#state.at === 'live') this.#go('away');
    this.#again();
  }

  #again(): void {
    if (this.#cancelWait !== null || this.#closed) return;
    const cap = this.#tries < SOON_TRIES ? SOON_WAIT_MS : LONGEST_WAIT_MS;
    const longest = Math.min(cap, FIRST_WAIT_MS * 2 ** this.#tries);
    this.#tries += 1;
    // Half fixed, half by chance: a room full of phones must not come back in step.
    const wait = (longest / 2) * (1 + this.#device.random());
    this.#cancelWait = this.#device.after(wait, () => {
      this.#cancelWait = null;
      void this.#connect();
    });
  }

  #wake(): void {
    if (this.#ended !== null) return;
    if (this.#socket?.connected === true) {
      this.#probe();
    } else if (this.#cancelWait !== null) {
      this.#cancelWait();
      this.#cancelWait = null;
      this.#tries = 0;
      void this.#connect();
    }
  }

  /** After sleep a line may look open and be dead: without an answer in 3 s a new one is made. */
  #probe(): void {
    const socket = this.#socket;
    if (socket?.connected !== true) return;
    const asked = this.#state;
    const cancel = this.#device.after(PROBE_MS, () => {
      // Lost meanwhile, and perhaps back: the line that was asked is no more.
      if (this.#state !== asked) return;
      this.#tries = 0;
      this.#silentMs = PROBE_MS;
      socket.disconnect();
    });
    socket.emit('clock', { sent: this.#device.steady() }, cancel);
  }

  #end(refusal: WireRefusal): void {
    this.#ended = refusal;
    this.close();
    if (this.#state.at === 'live') this.#go('away');
    for (const { settle } of [...this.#pending.values()]) settle({ ok: false, refusal });
  }

  #go(at: LineState['at']): void {
    if (this.#state.at !== at) this.#state = { at, since: this.#device.steady() };
  }
}

function refusalOf(data: unknown): WireRefusal | null {
  if (typeof data !== 'object' || data === null) return null;
  const refusal = 'refusal' in data ? data.refusal : data;
  const isOne = typeof refusal === 'object' && refusal !== null && 'sentence' in refusal;
  return isOne ? (refusal as WireRefusal) : null;
}

/** Trying again would not help. */
function isFinal({ code }: WireRefusal): boolean {
  return code === 'no session' || code === 'old page';
}
