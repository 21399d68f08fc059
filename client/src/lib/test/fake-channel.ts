import type { Channel } from '../wire.ts';

/** A WebSocket whose other end the test is. */
export class FakeChannel implements Channel {
  readonly sent: string[] = [];
  isClosed = false;
  readonly #listeners: [name: string, run: (message: { data: unknown }) => void][] = [];

  addEventListener(name: string, run: (message: { data: unknown }) => void): void {
    this.#listeners.push([name, run]);
  }

  send(frame: string): void {
    this.sent.push(frame);
  }

  close(): void {
    this.isClosed = true;
  }

  opens(): void {
    this.#tell('open');
  }

  says(frame: string): void {
    this.#tell('message', frame);
  }

  closes(): void {
    this.#tell('close');
  }

  #tell(name: string, data?: string): void {
    for (const [heard, run] of this.#listeners) if (heard === name) run({ data });
  }
}
