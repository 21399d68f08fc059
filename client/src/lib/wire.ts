/**
 * Socket.IO over a WebSocket, as much of it as the pages speak: one namespace, events and
 * acknowledgements in JSON. The whole client is five times this, and a phone loads it only where
 * a network lets no WebSocket through (open-socket.ts).
 *
 * A frame begins with its Engine.IO type: 0 opened, 2 ping (answered with 3), 4 message. A message
 * goes on with its Socket.IO type: 0 connected, 1 disconnected, 2 event, 3 acknowledgement, 4 refused;
 * then a number where something is acknowledged, then JSON.
 * Protocols: https://socket.io/docs/v4/engine-io-protocol, https://socket.io/docs/v4/socket-io-protocol
 */
import type { Socket } from './socket.ts';
import type { Device } from './device.ts';

/** The part of a WebSocket that is used. */
export interface Channel {
  addEventListener(name: 'open' | 'close', run: () => void): void;
  addEventListener(name: 'message', run: (message: { data: unknown }) => void): void;
  send(frame: string): void;
  close(): void;
}

/** Opens a channel to our server. */
export type OpenChannel = () => Channel;

type Listener = (...given: never[]) => void;

const CONNECT_MS = 8_000;

export class Wire implements Socket {
  readonly #device: Device;
  readonly #open: OpenChannel;
  readonly #auth: object;
  readonly #listeners = new Map<string, Listener[]>();
  readonly #waiting = new Map<number, Listener>();
  #channel: Channel | null = null;
  #opened = false;
  #asked = 0;
  #heartbeatMs = 0;
  #cancelSilence: (() => void) | null = null;
  #stopOffline: (() => void) | null = null;

  connected = false;
  /** A WebSocket ended before it was open: no network, no server, or none let through. */
  onUnreached: () => void = () => undefined;

  constructor(device: Device, auth: object, open: OpenChannel) {
    this.#device = device;
    this.#auth = auth;
    this.#open = open;
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  /** Ends in 'connect', in 'connect_error' or in `onUnreached`. */
  connect(): void {
    if (this.#channel !== null) return;
    const channel = this.#open();
    this.#channel = channel;
    this.#opened = false;
    // What an earlier channel still has to say is not about this one.
    channel.addEventListener('open', () => {
      if (this.#channel === channel) this.#opened = true;
    });
    channel.addEventListener('message', ({ data }) => {
      if (this.#channel === channel) this.#hear(String(data));
    });
    channel.addEventListener('close', () => {
      if (this.#channel === channel) this.#end();
    });
    this.#stopOffline = this.#device.onOffline(() => {
      this.#end();
    });
    this.#listen(CONNECT_MS);
  }

  disconnect(): void {
    if (this.connected) this.#channel?.send('41');
    const { connected } = this;
    this.#drop();
    if (connected) this.#tell('disconnect');
  }

  /** A function given last is called with the answer. Without a connection nothing is sent. */
  emit(event: string, ...given: unknown[]): void {
    if (!this.connected) return;
    let number = '';
    const last = given.at(-1);
    if (typeof last === 'function') {
      number = String(this.#asked);
      this.#waiting.set(this.#asked++, last as Listener);
      given = given.slice(0, -1);
    }
    this.#channel?.send(`42${number}${JSON.stringify([event, ...given])}`);
  }

  #hear(frame: string): void {
    if (frame === '2') {
      this.#channel?.send('3');
      this.#listen(this.#heartbeatMs);
      return;
    }
    const [, type, number, json] = /^(0|4[0-4])(\d*)(.*)$/su.exec(frame) ?? [];
    if (type === undefined) return;
    const body: unknown = json ? JSON.parse(json) : null;
    if (type === '0') {
      const { pingInterval, pingTimeout } = body as { pingInterval: number; pingTimeout: number };
      this.#heartbeatMs = pingInterval + pingTimeout;
      this.#channel?.send(`40${JSON.stringify(this.#auth)}`);
    } else if (type === '40') {
      this.connected = true;
      this.#listen(this.#heartbeatMs);
      this.#tell('connect');
    } else if (type === '41') {
      this.#end();
    } else if (type === '42') {
      const [event, ...given] = body as [string, ...unknown[]];
      this.#tell(event, ...given);
    } else if (type === '43') {
      const answered = this.#waiting.get(Number(number));
      this.#waiting.delete(Number(number));
      answered?.(...(body as never[]));
    } else {
      this.#drop();
      const { message, data } = body as { message: string; data?: unknown };
      this.#tell('connect_error', Object.assign(new Error(message), { data }));
    }
  }

  /** Without a sign of life for so long the connection counts as lost. */
  #listen(ms: number): void {
    this.#cancelSilence?.();
    this.#cancelSilence = this.#device.after(ms, () => {
      this.#end('ping timeout');
    });
  }

  /** A reason is Socket.IO's own. */
  #end(...reason: ['ping timeout'?]): void {
    const { connected } = this;
    this.#drop();
    if (connected) this.#tell('disconnect', ...reason);
    else if (this.#opened) this.#tell('connect_error', new Error('The server ended the line.'));
    else this.onUnreached();
  }

  #drop(): void {
    this.connected = false;
    this.#cancelSilence?.();
    this.#stopOffline?.();
    this.#waiting.clear();
    const channel = this.#channel;
    this.#channel = null;
    channel?.close();
  }

  #tell(event: string, ...given: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(given as never[]));
  }
}
