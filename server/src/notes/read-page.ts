import type { PersonId } from '@tablecloth/shared/cafe';
import { newPage, readCards, readLeaf, wordsAdded, type Card } from '@tablecloth/shared/notes';
import type { WireCard, WireLeaf } from '@tablecloth/shared/protocol';
import * as Y from 'yjs';
import type { PageMemory } from './page-memory.ts';

/**
 * A page as plain cards, with what was added later beneath, but for words added to a card that is
 * removed; committed words only. `nameOf` is what the reader may be told of who added it.
 */
export function readPage(
  page: PageMemory,
  nameOf: (person: PersonId) => string,
): { cards: WireCard[]; leaves: WireLeaf[] } {
  const bytes = page.bytes();
  const doc = newPage();
  Y.applyUpdate(doc, bytes);
  const cards = readCards(doc).map(wireCard);
  const removed = new Set(cards.flatMap((card) => (card.removed ? [card.id] : [])));
  doc.destroy();
  const leaves = page.leaves().map(({ person, updates }): WireLeaf => {
    const leaf = readLeaf(bytes, updates);
    const standing = leaf.additions.filter(({ cardId }) => !removed.has(cardId));
    const added = standing.map(({ cardId, pieces }) => ({
      ...ADDED,
      id: cardId,
      text: wordsAdded(pieces),
    }));
    return {
      by: nameOf(person),
      cards: [...leaf.cards.map(wireCard), ...added.map((card) => wireCard(card))],
    };
  });
  return { cards, leaves };
}

/** The cards that people see on a page or beneath it, and those whose words wait for their commit. */
export function standingOn(page: PageMemory): Set<string> {
  const doc = newPage();
  Y.applyUpdate(doc, page.bytes());
  for (const { bytes, leaf } of page.pending) if (leaf === null) Y.applyUpdate(doc, bytes);
  const late = readPage(page, () => '').leaves.flatMap(({ cards }) => cards);
  const all = [...readCards(doc), ...late];
  doc.destroy();
  return new Set(all.filter(({ removed }) => !removed).map(({ id }) => id));
}

/** Words added late to a card of the page, shown as a card of their own. */
const ADDED = { kind: 'note', order: 0, removed: false };

function wireCard({ id, kind, text, order, removed, buildsOn }: Card): WireCard {
  return { id, kind, text, order, removed, ...(buildsOn === undefined ? {} : { buildsOn }) };
}
