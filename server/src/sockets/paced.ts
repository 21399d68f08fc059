import type { Time } from '../time.ts';

/**
 * Does something at once, but not again too soon: of what is asked for meanwhile only the newest is
 * done, when it is time. Something about another subject (another round) does not wait.
 */
export class Paced<Id> {
  readonly #time: Time;
  readonly #last = new Map<Id, { about: number; at: number; cancel: (() => void) | null }>();

  constructor(time: Time) {
    this.#time = time;
  }

  do(id: Id, about: number, everyMs: number, run: () => void): void {
    const last = this.#last.get(id);
    last?.cancel?.();
    const now = this.#time.now();
    const due = last?.about === about ? last.at + everyMs : now;
    if (last === undefined || due <= now) {
      this.#last.set(id, { about, at: now, cancel: null });
      run();
      return;
    }
    const cancel = this.#time.after(due - now, () => {
      this.#last.set(id, { about, at: this.#time.now(), cancel: null });
      run();
    });
    this.#last.set(id, { ...last, cancel });
  }

  /** What waits is not to be done any more. */
  drop(id: Id): void {
    this.#last.get(id)?.cancel?.();
  }

  forget(id: Id): void {
    this.#last.get(id)?.cancel?.();
    this.#last.delete(id);
  }
}
