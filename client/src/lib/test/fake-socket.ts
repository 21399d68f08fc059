import type { Socket } from '../socket.ts';

type Listener = (...given: never[]) => void;
type Answer = (message: never) => unknown;

/** A socket whose server the test is: `answers` says what each message is answered. */
export class FakeSocket implements Socket {
  connected = false;
  /** Whether the server can be reached. */
  reachable = true;
  /** How often a connection was tried. */
  tries = 0;
  readonly emitted: { event: string; message: unknown }[] = [];
  readonly answers: Record<string, Answer | undefined> = {};
  readonly #listeners = new Map<string, Listener[]>();

  connect(): void {
    this.tries += 1;
    if (this.reachable) {
      this.connected = true;
      this.hear('connect');
    } else {
      this.hear('connect_error', new Error('unreachable'));
    }
  }

  disconnect(): void {
    if (!this.connected) return;
    this.connected = false;
    this.hear('disconnect');
  }

  on(event: string, listener: Listener): void {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  emit(event: string, message: unknown, ack?: (answer: unknown) => void): void {
    this.emitted.push({ event, message });
    const answer = this.answers[event]?.(message as never);
    if (answer !== undefined) ack?.(answer);
  }

  /** Something comes from the server. */
  hear(event: string, ...given: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(given as never[]));
  }
}
