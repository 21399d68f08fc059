import type { WireCommand } from '@tablecloth/shared/cafe';
import type { Kept } from '../lib/kept.ts';

/** A press without an answer. */
export interface KeptPress {
  /** The command's: sent again under it, a command takes effect once. */
  id: string;
  key: string;
  /** What stood on the button. */
  label: string;
  command: WireCommand;
  /** When it was pressed, epoch ms of this device. */
  at: number;
  /** The round people were told then. */
  round: number | null;
}

/** What was pressed in one café on this device and has no answer: a reload must not lose it. */
export class KeptPresses {
  readonly #kept: Kept;
  readonly #place: string;

  constructor(kept: Kept, cafe: string) {
    this.#kept = kept;
    this.#place = `tablecloth.presses.${cafe}`;
  }

  all(): KeptPress[] {
    return this.#kept.read<KeptPress[]>(this.#place) ?? [];
  }

  keep(press: KeptPress): void {
    this.#kept.write(this.#place, [...this.all(), press]);
  }

  drop(id: string): void {
    const others = this.all().filter((press) => press.id !== id);
    if (others.length > 0) this.#kept.write(this.#place, others);
    else this.#kept.remove(this.#place);
  }
}
