import type { Device } from '../device.ts';

interface Timer {
  at: number;
  run: () => void;
  everyMs: number | null;
}

/** A device whose time the test lets pass. Its own clock may be off, and it may sleep. */
export class FakeDevice implements Device {
  #steady = 1_000;
  #wallLead: number;
  readonly #timers = new Set<Timer>();
  readonly #wake = new Set<() => void>();
  readonly #offline = new Set<() => void>();
  readonly #hide = new Set<() => void>();

  /** `wallAt`: what the device's own clock says now, epoch ms. */
  constructor(wallAt = 1_700_000_000_000) {
    this.#wallLead = wallAt - this.#steady;
  }

  wall(): number {
    return this.#steady + this.#wallLead;
  }

  steady(): number {
    return this.#steady;
  }

  random(): number {
    return 0.5;
  }

  every(ms: number, run: () => void): () => void {
    return this.#timer({ at: this.#steady + ms, run, everyMs: ms });
  }

  after(ms: number, run: () => void): () => void {
    return this.#timer({ at: this.#steady + ms, run, everyMs: null });
  }

  onWake(run: () => void): () => void {
    return listen(this.#wake, run);
  }

  onOffline(run: () => void): () => void {
    return listen(this.#offline, run);
  }

  onHide(run: () => void): () => void {
    return listen(this.#hide, run);
  }

  /** Lets time pass, timers firing in their order; promises settle after each. */
  async pass(ms: number): Promise<void> {
    const end = this.#steady + ms;
    for (;;) {
      const next = [...this.#timers].sort((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#steady = Math.max(this.#steady, next.at);
      if (next.everyMs === null) this.#timers.delete(next);
      else next.at += next.everyMs;
      next.run();
      await settle();
    }
    this.#steady = end;
    await settle();
  }

  /** The device sleeps: its own clock goes on, the steady one and all timers stand still. */
  sleep(ms: number): void {
    this.#wallLead += ms;
  }

  /** Somebody sets the device's own clock. */
  setWall(byMs: number): void {
    this.#wallLead += byMs;
  }

  wake(): void {
    for (const run of [...this.#wake]) run();
  }

  hide(): void {
    for (const run of [...this.#hide]) run();
  }

  goOffline(): void {
    for (const run of [...this.#offline]) run();
  }

  #timer(timer: Timer): () => void {
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }
}

function listen(set: Set<() => void>, run: () => void): () => void {
  set.add(run);
  return () => set.delete(run);
}

/** Everything that waits for promises only has happened. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
}
