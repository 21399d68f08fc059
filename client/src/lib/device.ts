/** What a page needs from the device it runs on, as arguments, so that tests can be the device. */
export interface Device {
  /** The device's own clock, epoch ms; may be minutes off and may be stepped. */
  wall(): number;
  /** Ms since some moment; never stepped, but on many devices it stands still during sleep. */
  steady(): number;
  /** 0 ≤ x < 1. */
  random(): number;
  /** Calls `run` every `ms` until the returned function is called. */
  every(ms: number, run: () => void): () => void;
  /** Calls `run` once after `ms` unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
  /** When the page is looked at again or the network returns. */
  onWake(run: () => void): () => void;
  /** When the device says that its network is gone. */
  onOffline(run: () => void): () => void;
  /** When the page may be about to go for good: the last moment to put things away. */
  onHide(run: () => void): () => void;
}

export function browserDevice(window: Window & typeof globalThis): Device {
  const { document } = window;

  function listen(target: EventTarget, names: readonly string[], run: () => void): () => void {
    for (const name of names) target.addEventListener(name, run);
    return () => {
      for (const name of names) target.removeEventListener(name, run);
    };
  }

  return {
    wall: () => Date.now(),
    steady: () => window.performance.now(),
    random: () => Math.random(),
    every(ms, run) {
      const timer = window.setInterval(run, ms);
      return () => {
        window.clearInterval(timer);
      };
    },
    after(ms, run) {
      const timer = window.setTimeout(run, ms);
      return () => {
        window.clearTimeout(timer);
      };
    },
    onWake(run) {
      const ifVisible = () => {
        if (document.visibilityState === 'visible') run();
      };
      const stopWindow = listen(window, ['online', 'pageshow'], run);
      const stopDocument = listen(document, ['visibilitychange', 'resume'], ifVisible);
      return () => {
        stopWindow();
        stopDocument();
      };
    },
    onOffline: (run) => listen(window, ['offline'], run),
    onHide(run) {
      const ifHidden = () => {
        if (document.visibilityState === 'hidden') run();
      };
      const stopWindow = listen(window, ['pagehide'], run);
      const stopDocument = listen(document, ['visibilitychange'], ifHidden);
      return () => {
        stopWindow();
        stopDocument();
      };
    },
  };
}
