import type { OpenSocket, Socket } from './socket.ts';
import { browserDevice } from './device.ts';
import { Wire } from './wire.ts';

type Listener = (...given: never[]) => void;

/**
 * A socket over a WebSocket, and where none gets through, over plain requests: some guest networks
 * let WebSockets pass and some do not, and both must work. Each connect tries the first, then
 * the second, for which the whole of Socket.IO is loaded when it is first needed.
 */
export class EitherSocket implements Socket {
  readonly #wire: Wire;
  readonly #load: () => Promise<Socket>;
  readonly #given: [event: string, listener: Listener][] = [];
  #loaded: Socket | null = null;
  #current: Socket;
  #wanted = false;

  constructor(wire: Wire, load: () => Promise<Socket>) {
    this.#wire = wire;
    this.#current = wire;
    this.#load = load;
    wire.onUnreached = () => void this.#fallBack();
  }

  get connected(): boolean {
    return this.#current.connected;
  }

  connect(): void {
    if (this.connected) return;
    this.#wanted = true;
    this.#current = this.#wire;
    this.#wire.connect();
  }

  disconnect(): void {
    this.#wanted = false;
    this.#current.disconnect();
  }

  on(event: string, listener: Listener): void {
    this.#given.push([event, listener]);
    this.#wire.on(event, listener);
    this.#loaded?.on(event, listener);
  }

  emit(event: string, ...given: unknown[]): void {
    this.#current.emit(event, ...given);
  }

  async #fallBack(): Promise<void> {
    try {
      this.#loaded ??= await this.#loadWithListeners();
    } catch {
      this.#unheard();
      return;
    }
    if (!this.#wanted) return;
    this.#current = this.#loaded;
    this.#loaded.connect();
  }

  async #loadWithListeners(): Promise<Socket> {
    const socket = await this.#load();
    for (const [event, listener] of this.#given) socket.on(event, listener);
    return socket;
  }

  #unheard(): void {
    for (const [event, listener] of this.#given) {
      if (event === 'connect_error')
        (listener as (problem: Error) => void)(new Error('not loaded'));
    }
  }
}

/** The socket of a page to the server it came from. */
export const openSocket: OpenSocket = (auth) => {
  const { origin } = window.location;
  const address = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
  const wire = new Wire(browserDevice(window), auth, () => new WebSocket(address));
  return Promise.resolve(new EitherSocket(wire, () => overRequests(auth)));
};

async function overRequests(auth: object): Promise<Socket> {
  const { io } = await import('socket.io-client');
  return io({
    auth,
    autoConnect: false,
    reconnection: false,
    forceNew: true,
    transports: ['polling'],
    timeout: 8_000,
  });
}
