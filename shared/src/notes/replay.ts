import { enter, type AdmitCode } from './admit.ts';
import { emptyKnown, type Known } from './known.ts';

/** A stored row of a page: what `admit` returned, and who sent it. */
export interface PageRow {
  bytes: Uint8Array;
  replica: string;
}

/** Limits were kept when the rows came; they may have changed since and must not lose a row. */
const NO_LIMITS = { cardsPerPageMax: Infinity, cardCharsMax: Infinity };

/**
 * What is known of a page, from its rows in the order they were stored. A snapshot that covers rows
 * of several replicas names none that is true for all, so `owners` (clientID → replica) goes first
 * where it has an answer. `refused` are rows to quarantine: the page goes on without them.
 */
export function knownFrom(
  rows: Iterable<PageRow>,
  owners: ReadonlyMap<number, string> = new Map(),
): { known: Known; refused: { index: number; code: AdmitCode }[] } {
  const known = emptyKnown();
  const refused: { index: number; code: AdmitCode }[] = [];
  let index = 0;
  for (const { bytes, replica } of rows) {
    const ownerOf = (client: number): string => owners.get(client) ?? replica;
    const admitted = enter(bytes, ownerOf, known, NO_LIMITS, Infinity);
    if (!admitted.ok) refused.push({ index, code: admitted.code });
    index++;
  }
  return { known, refused };
}
