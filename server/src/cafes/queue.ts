/** Work done one piece after another, in the order it came; a piece that fails holds up nothing. */
export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Resolves or rejects as `work` does. */
  run<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1;
    const result = this.#tail.then(work).finally(() => {
      this.#waiting -= 1;
    });
    this.#tail = result.catch(() => undefined);
    return result;
  }

  get isIdle(): boolean {
    return this.#waiting === 0;
  }

  /** Resolves when everything asked for so far is done. */
  async drained(): Promise<void> {
    await this.#tail;
  }
}
