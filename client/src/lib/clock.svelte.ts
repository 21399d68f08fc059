/**
 * The server's time on a device whose own clock may be minutes off.
 *
 * A sample asks the server for its time; the answer was given somewhere within the round trip, so
 * half of it is the greatest mistake. Of several samples the one with the least possible mistake
 * counts, and it ages, because two clocks never run quite alike. Between samples time is the steady
 * clock plus an offset, so nothing that happens to the device's own clock moves it, but one thing:
 * most steady clocks stand still while a device sleeps. When the device's clock has gone on
 * further than the steady one, it slept, and the difference is added at once, before anything is
 * shown; then new samples are asked for.
 */
import type { Device } from './device.ts';

/** Asks the server for its time, epoch ms; null when no answer comes. */
export type AskTime = () => Promise<number | null>;

const SAMPLES = 5;
const SHOW_EVERY_MS = 200;
const SAMPLE_EVERY_MS = 60_000;
/** Apart by more than this the two clocks have not merely drifted. */
const SLEEP_MS = 500;
/** How far two quartz clocks drift apart, generously. */
const DRIFT = 1e-4;

export class ServerClock {
  readonly #device: Device;
  #ask: AskTime | null = null;
  /** Server time minus steady time. */
  #offset: number;
  /** The greatest mistake of the offset when it was taken, and when that was. */
  #mistakeMs = Infinity;
  #takenAt: number;
  /** Wall minus steady, as last seen; it grows when the device has slept. */
  #lead: number;
  #sampling = false;
  #shown = $state(0);
  #known = $state(false);

  /** `skewMs` is server time minus the device's own, as known from earlier; see `skewMs`. */
  constructor(device: Device, skewMs = 0) {
    this.#device = device;
    this.#takenAt = device.steady();
    this.#lead = device.wall() - this.#takenAt;
    this.#offset = this.#lead + skewMs;
    this.#shown = this.now();
  }

  /** Server time in epoch ms, for deciding; not reactive. */
  now(): number {
    const lead = this.#device.wall() - this.#device.steady();
    if (lead - this.#lead > SLEEP_MS) {
      this.#offset += lead - this.#lead;
      this.#mistakeMs = Infinity;
      this.#lead = lead;
      void this.sample();
    } else if (this.#lead - lead > SLEEP_MS) {
      // Somebody set the device's clock back: that is not our time.
      this.#lead = lead;
    }
    return this.#device.steady() + this.#offset;
  }

  /** Server time in epoch ms, for showing: renewed five times a second and on waking. */
  get current(): number {
    return this.#shown;
  }

  /** Whether the server has been asked at least once since the page was opened. */
  get known(): boolean {
    return this.#known;
  }

  /** Server time minus the device's own: kept for a page that is opened without network. */
  get skewMs(): number {
    return this.now() - this.#device.wall();
  }

  /** From now on `ask` is what samples are taken with. */
  async follow(ask: AskTime): Promise<void> {
    this.#ask = ask;
    await this.sample();
  }

  /** Keeps `current` going until the returned function is called. */
  start(): () => void {
    const show = () => {
      this.#shown = this.now();
    };
    const stops = [
      this.#device.every(SHOW_EVERY_MS, show),
      this.#device.every(SAMPLE_EVERY_MS, () => void this.sample()),
      this.#device.onWake(() => {
        show();
        void this.sample();
      }),
    ];
    show();
    return () => {
      for (const stop of stops) stop();
    };
  }

  async sample(): Promise<void> {
    if (this.#ask === null || this.#sampling) return;
    this.#sampling = true;
    for (let i = 0; i < SAMPLES; i += 1) {
      const sent = this.#device.steady();
      const answer = await this.#ask();
      if (answer === null) break;
      this.#take(sent, this.#device.steady(), answer);
    }
    this.#sampling = false;
  }

  #take(sent: number, received: number, answer: number): void {
    const mistakeMs = (received - sent) / 2;
    const aged = this.#mistakeMs + (received - this.#takenAt) * DRIFT;
    if (mistakeMs > aged) return;
    this.#offset = answer + mistakeMs - received;
    this.#mistakeMs = mistakeMs;
    this.#takenAt = received;
    this.#known = true;
    this.#shown = this.now();
  }
}
