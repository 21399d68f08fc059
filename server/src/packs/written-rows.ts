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
export function writtenRows(
  { cards, late }: Pick<PageNotes, 'cards' | 'late'>,
  strokes: readonly unknown[] = [],
): WrittenRow[] {
  const page = newPage();
  const row = (
    person: string | null,
    leaf: string | null,
    write: (doc: Y.Doc) => void,
  ): WrittenRow => {
    const doc = newPage();
    if (leaf !== null) Y.applyUpdate(doc, Y.encodeStateAsUpdate(page));
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      write(doc);
    });
    const bytes = Y.encodeStateAsUpdate(doc, before);
    if (leaf === null) Y.applyUpdate(page, bytes);
    const clientIds = [doc.clientID];
    doc.destroy();
    return { person, leaf, clientIds, bytes };
  };
  const rows: WrittenRow[] = [];
  if (strokes.length > 0) {
    rows.push(
      row(null, null, (doc) => {
        doc.getArray('strokes').push([...strokes]);
      }),
    );
  }
  for (const author of new Set(cards.map((card) => card.author))) {
    const own = cards.filter((card) => card.author === author);
    rows.push(
      row(author, null, (doc) => {
        for (const { author: _, ...card } of own) write(doc, card);
      }),
    );
  }
  for (const [index, { person, cards: added, additions }] of late.entries()) {
    if (added.length + additions.length === 0) continue;
    const writer = person ?? formerDevice(index);
    rows.push(
      row(writer, writer, (doc) => {
        for (const card of added) write(doc, card);
        for (const { card, text } of additions) append(doc, card, text);
      }),
    );
  }
  page.destroy();
  return rows;
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
