import { LIMITS, deletesAt, type CafeId } from '@tablecloth/shared/cafe';
import type { Cafes } from './cafes/cafes.ts';
import type { Log } from './log.ts';
import type { Receipt, Store } from './store/store.ts';
import type { Time } from './time.ts';

const LOOK_EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** Nothing is promised to go sooner. */
const KEPT_MS_MIN = DAY_MS;
const RECEIPT_MS = LIMITS.receiptKeepDays * DAY_MS;

/** Deletes cafés on the day on which it was promised, or when the server is next there. */
export class Keeper {
  readonly #store: Pick<Store, 'quietCafes' | 'forgetReceipts'>;
  readonly #time: Time;
  readonly #log: Log;
  readonly #cafes: Pick<Cafes, 'get'>;
  readonly #remove: (cafe: CafeId) => Promise<Receipt | null>;
  #looking: Promise<void> | null = null;
  #stop: () => void = () => undefined;

  constructor(
    around: {
      store: Pick<Store, 'quietCafes' | 'forgetReceipts'>;
      time: Time;
      log: Log;
      cafes: Pick<Cafes, 'get'>;
    },
    remove: (cafe: CafeId) => Promise<Receipt | null>,
  ) {
    this.#store = around.store;
    this.#time = around.time;
    this.#log = around.log;
    this.#cafes = around.cafes;
    this.#remove = remove;
  }

  /** Looks now, and every hour from then on. */
  start(): void {
    this.#looking = this.#look().catch((error: unknown) => {
      this.#log.error({ err: error }, 'cafés to be deleted could not be looked for');
    });
    this.#stop = this.#time.after(LOOK_EVERY_MS, () => {
      this.start();
    });
  }

  /** Resolves when nothing is being deleted any more. */
  async stop(): Promise<void> {
    this.#stop();
    await this.#looking;
  }

  async #look(): Promise<void> {
    await this.#store.forgetReceipts(this.#time.now() - RECEIPT_MS);
    for (const id of await this.#store.quietCafes(this.#time.now() - KEPT_MS_MIN)) {
      const live = await this.#cafes.get(id);
      if (live === null || this.#time.now() < deletesAt(live.cafe)) continue;
      const receipt = await this.#remove(id);
      const rows = Object.values(receipt?.deleted ?? {}).reduce((sum, n) => sum + n, 0);
      this.#log.info({ cafe: id, rows }, 'a café was deleted on its promised day');
    }
  }
}
