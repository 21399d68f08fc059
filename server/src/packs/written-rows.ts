/**
 * Plain notes as rows of a page that is written anew: each author's cards in one row, so that it is
 * still known whose they are, then late additions beneath. How they were written, and by whom they
 * were corrected, is not in them.
 */
import type { PageNotes } from '@tablecloth/shared/harvest';
import { cardText, newPage, type Card } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import { formerDevice } from '../notes/author.ts';

export interface WrittenRow {
  person: string | null;
  leaf: string | null;
  clientIds: number[];
  bytes: Uint8Array;
}

/** `strokes` are plain values, as the page's array of them gives. */
export function* writtenRows(
  { cards, late }: Pick<PageNotes, 'cards' | 'late'>,
  strokes: readonly unknown[] = [],
): Generator<WrittenRow> {
  const page: Uint8Array[] = [];
  const own = (person: string | null, write: (doc: Y.Doc) => void): WrittenRow => {
    const row = rowOf({ person, leaf: null, on: null }, write);
    page.push(row.bytes);
    return row;
  };
  if (strokes.length > 0) {
    yield own(null, (doc) => {
      doc.getArray('strokes').push([...strokes]);
    });
  }
  const byAuthor = new Map<string | null, (typeof cards)[number][]>();
  for (const card of cards) {
    const ofAuthor = byAuthor.get(card.author);
    if (ofAuthor === undefined) byAuthor.set(card.author, [card]);
    else ofAuthor.push(card);
  }
  for (const [author, ofAuthor] of byAuthor) {
    yield own(author, (doc) => {
      for (const { author: _, ...card } of ofAuthor) write(doc, card);
    });
  }
  let whole: Uint8Array | null = null;
  for (const [index, { person, cards: added, additions }] of late.entries()) {
    if (added.length + additions.length === 0) continue;
    const writer = person ?? formerDevice(index);
    // Only words that are added to a note stand beside others'.
    if (additions.length > 0) whole ??= Y.mergeUpdates(page);
    yield rowOf(
      { person: writer, leaf: writer, on: additions.length > 0 ? whole : null },
      (doc) => {
        for (const card of added) write(doc, card);
        for (const { card, text } of additions) append(doc, card, text);
      },
    );
  }
}

/** What `write` does to what stands there already, `on`, as a row. */
function rowOf(
  { on, ...whose }: { person: string | null; leaf: string | null; on: Uint8Array | null },
  write: (doc: Y.Doc) => void,
): WrittenRow {
  const doc = newPage();
  if (on !== null) Y.applyUpdate(doc, on);
  const before = Y.encodeStateVector(doc);
  doc.transact(() => {
    write(doc);
  });
  const bytes = Y.encodeStateAsUpdate(doc, before);
  const clientIds = [doc.clientID];
  doc.destroy();
  return { ...whose, clientIds, bytes };
}

/** The card with all it has; `addCard` makes only what a phone may begin with. */
function write(doc: Y.Doc, { id, text, ...fields }: Card): void {
  const map = new Y.Map<unknown>();
  map.set('text', new Y.Text(text));
  for (const [key, value] of Object.entries(fields)) map.set(key, value);
  doc.getMap('cards').set(id, map);
}

function append(doc: Y.Doc, card: string, text: string): void {
  const words = cardText(doc, card);
  words?.insert(words.length, text);
}
