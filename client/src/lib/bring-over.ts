/** What was not saved on an older generation of a page, written on the new one. Loaded when it is needed. */
import {
  addCard,
  cardText,
  newPage,
  readCards,
  rebase,
  setCard,
  type Card,
} from '@tablecloth/shared/notes';
import * as Y from 'yjs';

/**
 * @param doc the new generation, as it came.
 * @param cards those with something that is not saved, as they are on this phone.
 * @param before the old generation without that. Cards of it that are not on the new one were removed
 * for good, and so is what was not saved of them.
 */
export function bringOver(doc: Y.Doc, cards: readonly Card[], before: readonly Uint8Array[]): void {
  const old = newPage();
  for (const bytes of before) Y.applyUpdate(old, bytes);
  const was = new Map(readCards(old).map((card) => [card.id, card]));
  old.destroy();
  for (const card of cards) writeOn(doc, card, was.get(card.id) ?? null);
}

function writeOn(doc: Y.Doc, card: Card, was: Card | null): void {
  const { id, kind, text, order, removed } = card;
  const there = cardText(doc, id);
  if (there === null) {
    if (was === null && !removed && text !== '') addCard(doc, { id, kind, text, order });
    return;
  }
  doc.transact(() => {
    for (const { at, remove, insert } of rebase(was?.text ?? '', text, there.toString())) {
      there.delete(at, remove);
      there.insert(at, insert);
    }
  });
  if (removed !== (was?.removed ?? false)) setCard(doc, id, { removed });
}
