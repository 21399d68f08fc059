import type { Time } from '../src/time.ts';

/** A clock that moves only when a test says so. */
export class FakeTime implements Time {
  #now: number;
  #calls: { at: number; call: () => void }[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): () => void {
    const one = { at: this.#now + ms, call };
    this.#calls.push(one);
    return () => {
      this.#calls = this.#calls.filter((other) => other !== one);
    };
  }

  /** Lets time pass; what falls due is called in order, and promises get their turn in between. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const due = this.#calls.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#calls = this.#calls.filter((one) => one !== due);
      this.#now = Math.max(this.#now, due.at);
      due.call();
      await settled();
    }
    this.#now = until;
  }

  /** The machine sleeps: time passes and no timer runs. */
  suspend(ms: number): void {
    this.#now += ms;
    for (const one of this.#calls) one.at += ms;
  }

  /** The waits asked for and not over yet. */
  get waits(): number[] {
    return this.#calls.map(({ at }) => at - this.#now);
  }
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
