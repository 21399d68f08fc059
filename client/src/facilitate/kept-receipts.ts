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

  /** `cafe`: its id, where that is known; its address, if it was kept, then shows the receipt too. */
  keep(shown: ShownReceipt, cafe: string | null): void {
    const when = String(shown.receipt.deletedAt);
    this.#kept.write(placeOf(when), cafe === null ? shown : { ...shown, cafe });
    if (cafe !== null) this.#kept.write(placeOfCafe(cafe), when);
  }

  /** `when` is what stands in the address. */
  of(when: string): ShownReceipt | null {
    return this.#kept.read<ShownReceipt>(placeOf(when));
  }

  ofCafe(cafe: string): ShownReceipt | null {
    const when = this.#kept.read<string>(placeOfCafe(cafe));
    return when === null ? null : this.of(when);
  }

  drop({ receipt }: ShownReceipt): void {
    const when = String(receipt.deletedAt);
    const { cafe } = this.#kept.read<{ cafe?: string }>(placeOf(when)) ?? {};
    this.#kept.remove(placeOf(when));
    if (cafe !== undefined) this.#kept.remove(placeOfCafe(cafe));
  }
}

function placeOf(when: string): string {
  return `tablecloth.receipt.${when}`;
}

function placeOfCafe(cafe: string): string {
  return `tablecloth.receiptOf.${cafe}`;
}
