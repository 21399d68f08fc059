/**
 * What a facilitator has pressed and has no answer to yet. Each button has a key: while its press is
 * on its way, or has just had an effect, the same button does nothing, so that nothing doubles on a
 * double tap. Without a line a press waits in sight and is sent when the line is back; a press for a
 * moment that has gone is then refused by its phase.
 */
import type { WireCommand } from '@tablecloth/shared/cafe';
import type { Connection } from '../lib/connection.svelte.ts';
import type { Device } from '../lib/device.ts';
import type { Reply } from '../lib/http.ts';

export type Answered = Reply<{ factNumber: number }>;
export type PressRefusal = Extract<Answered, { ok: false }>['refusal'];

/** One press without an answer: `label` is what stood on the button. */
export interface Pending {
  key: string;
  label: string;
}

/** The key of everything that moves the programme: of those only one goes at a time. */
export const PROGRAMME = 'programme';

/** Longer than a double tap, shorter than a person who means it. */
const REST_MS = 700;

export class Presses {
  readonly #device: Device;
  readonly #line: Pick<Connection, 'command'>;
  #pending = $state.raw<readonly Pending[]>([]);
  #resting = $state(false);
  #refusal = $state.raw<{ key: string; refusal: PressRefusal } | null>(null);
  #cancelRest: (() => void) | null = null;

  constructor(device: Device, line: Pick<Connection, 'command'>) {
    this.#device = device;
    this.#line = line;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** The last no, until it is dismissed or something else is pressed. */
  get refusal(): { key: string; refusal: PressRefusal } | null {
    return this.#refusal;
  }

  isPending(key: string): boolean {
    return this.#pending.some((one) => one.key === key);
  }

  /** Whether a press of this key would do nothing now. */
  isBusy(key: string): boolean {
    return this.isPending(key) || (key === PROGRAMME && this.#resting);
  }

  /** Sends a command unless its button is busy; true when it was done. */
  async press(key: string, label: string, command: WireCommand): Promise<boolean> {
    if (this.isBusy(key)) return false;
    this.#refusal = null;
    const one = { key, label };
    this.#pending = [...this.#pending, one];
    const answer = await this.#line.command(command);
    this.#pending = this.#pending.filter((other) => other !== one);
    if (key === PROGRAMME) this.rest();
    if (!answer.ok) this.#refusal = { key, refusal: answer.refusal };
    return answer.ok;
  }

  /** Programme buttons do nothing for a moment: what they say has just changed. */
  rest(): void {
    this.#cancelRest?.();
    this.#resting = true;
    this.#cancelRest = this.#device.after(REST_MS, () => {
      this.#resting = false;
      this.#cancelRest = null;
    });
  }

  dismiss(): void {
    this.#refusal = null;
  }

  close(): void {
    this.#cancelRest?.();
  }
}
