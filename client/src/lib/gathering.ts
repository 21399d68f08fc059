import * as Y from 'yjs';
import type { Device } from './device.ts';

/** Without a line, what is typed within this time becomes one entry. */
const GATHER_MS = 500;
const GATHER_BYTES = 16_384;

/** What was typed on a page and is no entry yet. */
export class Gathering {
  readonly #device: Device;
  readonly #send: (bytes: Uint8Array, cards: string[]) => void;
  readonly #cards = new Map<string, number>();
  #updates: Uint8Array[] = [];
  #cancel: (() => void) | null = null;

  /** @param send is given everything gathered as one update, and the cards it touches. */
  constructor(device: Device, send: (bytes: Uint8Array, cards: string[]) => void) {
    this.#device = device;
    this.#send = send;
  }

  /** Cards with words here, and since when on the device's steady clock. */
  get cards(): ReadonlyMap<string, number> {
    return this.#cards;
  }

  add(update: Uint8Array, cards: Iterable<string>): void {
    this.#updates.push(update);
    const now = this.#device.steady();
    for (const card of cards) {
      if (!this.#cards.has(card)) this.#cards.set(card, now);
    }
  }

  /** Whether more should not be waited for. */
  get isFull(): boolean {
    return this.#updates.reduce((sum, { length }) => sum + length, 0) > GATHER_BYTES;
  }

  sendSoon(): void {
    this.#cancel ??= this.#device.after(GATHER_MS, () => {
      this.send();
    });
  }

  send(): void {
    this.#cancel?.();
    this.#cancel = null;
    const [first, ...more] = this.#updates;
    if (first === undefined) return;
    const bytes = more.length === 0 ? first : Y.mergeUpdates(this.#updates);
    const cards = [...this.#cards.keys()];
    this.drop();
    this.#send(bytes, cards);
  }

  drop(): void {
    this.#updates = [];
    this.#cards.clear();
  }
}
