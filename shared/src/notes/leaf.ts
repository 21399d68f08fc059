import * as Y from 'yjs';
import { readCards, type Card } from './card.ts';
import { decode, type DeleteRange } from './decoded.ts';
import { newPage } from './page.ts';

/**
 * A leaf holds what one person wrote on a page after it was locked. Its updates are admitted like
 * any others, against what is known of the page and then of the leaf, and are stored beside the
 * page, never in it. A leaf only adds: what it deletes of the page is ignored, what it deletes of
 * itself (a corrected typing mistake) is not.
 */
export interface Leaf {
  /** Cards made late, by order; those the person removed again are marked so. */
  cards: Card[];
  /** Words added late to cards of the page, each card's in the order they stand in its text. */
  additions: { cardId: string; pieces: string[] }[];
}

/**
 * An admitted update without its deletions of anything older than `before` (clientID → clock where
 * the leaf begins: the state vector of the locked page). Null when the bytes are no admissible
 * update.
 */
export function stripDeletes(
  bytes: Uint8Array,
  before: ReadonlyMap<number, number>,
): Uint8Array | null {
  const update = decode(bytes);
  if (typeof update === 'string') return null;
  const kept = new Map<number, DeleteRange[]>();
  for (const { client, clock, length } of update.deletes) {
    const from = Math.max(clock, before.get(client) ?? 0);
    if (from >= clock + length) continue;
    const ranges = kept.get(client) ?? [];
    ranges.push({ client, clock: from, length: clock + length - from });
    kept.set(client, ranges);
  }
  // The deletions are the end of a V1 update, and decoded bytes are written in one way only, so
  // writing the same deletions again tells where they begin.
  const structs = update.bytes.subarray(0, -writeDeletes(byClient(update.deletes)).length);
  return Uint8Array.from([...structs, ...writeDeletes(kept)]);
}

/** What a leaf adds to its page. `page` and `leaf` are admitted updates. */
export function readLeaf(page: Uint8Array, leaf: readonly Uint8Array[]): Leaf {
  const { doc, cards, additions } = openLeaf(page, leaf);
  doc.destroy();
  return {
    cards,
    additions: additions.map(({ cardId, pieces }) => ({
      cardId,
      pieces: pieces.map(({ text }) => text),
    })),
  };
}

/** The words added late to one card as they are read, where they stand in several places of it. */
export function wordsAdded(pieces: readonly string[]): string {
  return pieces.join(' … ');
}

/** A leaf on its page, to be written on; whoever opens it destroys the document. */
export interface OpenLeaf {
  doc: Y.Doc;
  cards: Card[];
  /** `at` is where a piece stands in the text of its card in `doc`, in UTF-16 units, ascending. */
  additions: { cardId: string; pieces: { at: number; text: string }[] }[];
}

/** As `readLeaf`, with the document, in which nothing of the page is deleted that the page has. */
export function openLeaf(page: Uint8Array, leaf: readonly Uint8Array[]): OpenLeaf {
  const doc = newPage();
  Y.applyUpdate(doc, page);
  const before = Y.decodeStateVector(Y.encodeStateVector(doc));
  const pageCards = new Set(readCards(doc).map(({ id }) => id));
  const additions: OpenLeaf['additions'] = [];
  const observe = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const event of events) {
      const cardId = event.path[0];
      if (!(event.target instanceof Y.Text) || typeof cardId !== 'string') continue;
      const pieces = piecesIn(event.delta);
      if (pieces.length > 0 && pageCards.has(cardId)) additions.push({ cardId, pieces });
    }
  };
  const cards = doc.getMap('cards');
  cards.observeDeep(observe);
  const late = leaf.flatMap((bytes) => stripDeletes(bytes, before) ?? []);
  // In one update, so that a mistake and its correction cancel out before anything is observed.
  if (late.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(late));
  cards.unobserveDeep(observe);
  const all = readCards(doc);
  const order = new Map(all.map(({ id }, index) => [id, index]));
  additions.sort((a, b) => (order.get(a.cardId) ?? 0) - (order.get(b.cardId) ?? 0));
  return { doc, cards: all.filter(({ id }) => !pageCards.has(id)), additions };
}

/** What was put into a text, and where it stands now; nothing of the page is ever taken out. */
function piecesIn(delta: Y.YTextEvent['delta']): { at: number; text: string }[] {
  const pieces: { at: number; text: string }[] = [];
  let at = 0;
  for (const { insert, retain = 0 } of delta) {
    if (typeof insert === 'string') pieces.push({ at, text: insert });
    at += typeof insert === 'string' ? insert.length : retain;
  }
  return pieces;
}

function byClient(deletes: readonly DeleteRange[]): Map<number, DeleteRange[]> {
  const clients = new Map<number, DeleteRange[]>();
  for (const range of deletes) {
    const ranges = clients.get(range.client) ?? [];
    ranges.push(range);
    clients.set(range.client, ranges);
  }
  return clients;
}

/** The delete set of a V1 update: clients, then for each its id, ranges, and clock and length of each. */
function writeDeletes(clients: ReadonlyMap<number, readonly DeleteRange[]>): number[] {
  const out: number[] = [];
  const numbers = [clients.size];
  for (const [client, ranges] of clients) {
    numbers.push(client, ranges.length);
    for (const { clock, length } of ranges) numbers.push(clock, length);
  }
  for (const number of numbers) writeVarUint(out, number);
  return out;
}

function writeVarUint(out: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  out.push(rest);
}
