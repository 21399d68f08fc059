/** The clock and timers, handed in so that tests own time. */
export interface Time {
  /** Epoch ms. */
  now(): number;
  /** Calls back once after `ms`; what is returned takes it back. A pending call keeps nothing alive. */
  after(ms: number, call: () => void): () => void;
}

export const realTime: Time = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    timer.unref();
    return () => {
      clearTimeout(timer);
    };
  },
};
