import { LIMITS, type CafeId } from '@tablecloth/shared/cafe';
import type { Time } from './time.ts';

/**
 * The only clock of every café. One timer for all deadlines sleeps until the next one, but never
 * longer than a second: a suspended laptop or a clock that was set is noticed within that time, and
 * no deadline is too far away for a timer. It holds no state of its own that a restart would lose.
 */
export class Clock {
  readonly #time: Time;
  readonly #ring: (cafe: CafeId) => Promise<number | null>;
  readonly #due = new Map<CafeId, number>();
  #cancel: (() => void) | null = null;
  #stopped = false;

  /** `ring` gives a café its tick and says when to look again (epoch ms), or null for not by itself. */
  constructor(time: Time, ring: (cafe: CafeId) => Promise<number | null>) {
    this.#time = time;
    this.#ring = ring;
  }

  /** From now on this is the café's deadline; null takes it away. */
  set(cafe: CafeId, due: number | null): void {
    if (due === null) this.#due.delete(cafe);
    else this.#due.set(cafe, due);
    this.#sleep();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancel?.();
    this.#cancel = null;
  }

  #sleep(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (this.#stopped || this.#due.size === 0) return;
    const next = Math.min(...this.#due.values());
    const ms = Math.min(Math.max(0, next - this.#time.now()), LIMITS.clockSleepMsMax);
    this.#cancel = this.#time.after(ms, () => {
      this.#look();
    });
  }

  #look(): void {
    const now = this.#time.now();
    for (const [cafe, due] of this.#due) {
      if (due > now) continue;
      this.#due.delete(cafe);
      void this.#give(cafe);
    }
    this.#sleep();
  }

  async #give(cafe: CafeId): Promise<void> {
    const due = await this.#ring(cafe).catch(() => this.#time.now() + LIMITS.clockSleepMsMax);
    this.set(cafe, due);
  }
}
