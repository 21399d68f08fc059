import type { LateNotes, PageNotes } from '@tablecloth/shared/harvest';
import { knownFrom, newPage, readCards, readLeaf, wordsAdded } from '@tablecloth/shared/notes';
import * as Y from 'yjs';
import type { StoredPage, StoredRow } from '../store/store.ts';

/**
 * A stored page as plain notes. Whose row first brought a card is its author; nobody for cards of a
 * page that was rebuilt, and for facilitators'. Rows that the page itself goes without are left out
 * here too.
 */
export function pageNotes(table: string, round: number, stored: StoredPage): PageNotes {
  const owners = new Map(stored.clients.map(({ clientId, replica }) => [clientId, replica]));
  const rows = sound(stored.rows, owners);
  const doc = newPage();
  const authors = new Map<string, string | null>();
  for (const { bytes, person } of rows) {
    Y.applyUpdate(doc, bytes);
    for (const id of doc.getMap('cards').keys()) if (!authors.has(id)) authors.set(id, person);
  }
  const cards = readCards(doc).map((card) => ({ ...card, author: authors.get(card.id) ?? null }));
  const page = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  const late: LateNotes[] = [];
  for (const [person, leaf] of byPerson(stored.leaves)) {
    // A leaf's rows refer to the page's, so both are judged together.
    const kept = new Set(sound([...rows, ...leaf], owners));
    const updates = leaf.filter((row) => kept.has(row)).map(({ bytes }) => bytes);
    const { cards, additions } = readLeaf(page, updates);
    if (cards.length + additions.length === 0) continue;
    late.push({
      person,
      cards,
      additions: additions.map(({ cardId, pieces }) => ({
        card: cardId,
        text: wordsAdded(pieces),
      })),
    });
  }
  return { table, round, cards, late };
}

function sound(rows: readonly StoredRow[], owners: ReadonlyMap<number, string>): StoredRow[] {
  const judged = rows.map(({ bytes, replica }) => ({ bytes, replica: replica ?? '' }));
  const refused = new Set(knownFrom(judged, owners).refused.map(({ index }) => index));
  return rows.filter((_, index) => !refused.has(index));
}

function byPerson(rows: readonly StoredRow[]): Map<string, StoredRow[]> {
  const people = new Map<string, StoredRow[]>();
  for (const row of rows) {
    if (row.leaf === null) continue;
    const own = people.get(row.leaf);
    if (own === undefined) people.set(row.leaf, [row]);
    else own.push(row);
  }
  return people;
}
