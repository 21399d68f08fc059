import type { KeptReceipt } from '@tablecloth/shared/protocol';
import type { Kept } from '../lib/kept.ts';
import type { Receipt } from './receipt.ts';
import type { Route } from './route.ts';

/** A receipt as it is shown: to whoever has deleted the café, or to whoever finds it deleted. */
export type ShownReceipt =
  | { at: 'gone'; receipt: Receipt }
  /** `title` as this device remembers it; empty where it never had the café open. */
  | { at: 'past'; receipt: KeptReceipt; title: string };

/**
 * Receipts that are shown on this device: the session that one could be asked for with is forgotten, and
 * a link's secret has left the address, so without this a reload would have nothing to show.
 */
export class KeptReceipts {
  readonly #kept: Kept;

  constructor(kept: Kept) {
    this.#kept = kept;
  }

  route({ receipt }: ShownReceipt): Route {
    return { at: 'deleted', when: String(receipt.deletedAt) };
  }

  keep(shown: ShownReceipt): void {
    this.#kept.write(placeOf(String(shown.receipt.deletedAt)), shown);
  }

  /** `when` is what stands in the address. */
  of(when: string): ShownReceipt | null {
    return this.#kept.read<ShownReceipt>(placeOf(when));
  }

  drop({ receipt }: ShownReceipt): void {
    this.#kept.remove(placeOf(String(receipt.deletedAt)));
  }
}

function placeOf(when: string): string {
  return `tablecloth.receipt.${when}`;
}
