import type { Cafe } from '@tablecloth/shared/cafe';
import { cardText, newPage, pageId, type Card } from '@tablecloth/shared/notes';
import type { PageBody } from '@tablecloth/shared/protocol';
import { v4 as uuid } from 'uuid';
import * as Y from 'yjs';
import { formerDevice } from '../notes/author.ts';
import type { NewRow, Store } from '../store/store.ts';

/**
 * Puts an export's notes back on the pages of a café that was just made and that nobody knows of
 * yet: cards under their authors, late additions beneath. A card is one row now, of whoever made it;
 * how it was written and by whom it was corrected does not come back.
 *
 * @throws when the store fails or refuses a row; the café is then half made and should be deleted.
 */
export async function seedNotes(
  store: Store,
  { id: cafe, factNumber: expect }: Pick<Cafe, 'id' | 'factNumber'>,
  notes: readonly PageBody[],
  now: number,
): Promise<void> {
  if (notes.length === 0) return;
  const rows = notes.flatMap((page) => rowsOf(cafe, page, now));
  const openRounds = [...new Set(notes.map(({ round }) => round))];
  const append = { cafe, expect, facts: [], due: null };
  // Rows enter open pages only; they are open for these two commits, before anybody can ask.
  const report = await store.commit({ appends: [{ ...append, openRounds }], rows });
  const closed = await store.commit({ appends: [{ ...append, openRounds: [] }] });
  const outcomes = [...report.appends, ...report.rows, ...closed.appends];
  const wrong = outcomes.find((outcome) => outcome !== 'stored' && outcome !== 'appended');
  if (wrong !== undefined) throw new Error(`Notes of café ${cafe} were not put back: ${wrong}`);
}

function rowsOf(cafe: string, { table, round, cards, late }: PageBody, at: number): NewRow[] {
  const page = newPage();
  const row = (person: string | null, leaf: string | null, write: (doc: Y.Doc) => void): NewRow => {
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
    return {
      ...{ cafe, page: pageId(table, round), round, leaf, generation: 1, person },
      ...{ replica: uuid(), first: 1, last: 1, clientIds, bytes, at },
    };
  };
  const authors = [...new Set(cards.map(({ author }) => author))];
  const rows = authors.map((author) => {
    const own = cards.filter((card) => card.author === author);
    return row(author, null, (doc) => {
      for (const { author: _, ...card } of own) write(doc, card);
    });
  });
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
