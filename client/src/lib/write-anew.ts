import { addCard, cardText, diff, newPage, setCard, type Card } from '@tablecloth/shared/notes';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';

/** What stands in a card's words and not yet in these updates of its page. */
export function addedTo(updates: readonly Uint8Array[], card: string, text: Y.Text): string {
  const page = newPage();
  for (const bytes of updates) Y.applyUpdate(page, bytes);
  return diff(cardText(page, card)?.toString() ?? '', text.toString())?.insert ?? '';
}

/** Whether something that this instance has written is missing on the page as the server has it. */
export function lacks(bytes: Uint8Array, { clientID, store }: Y.Doc): boolean {
  const page = newPage();
  Y.applyUpdate(page, bytes);
  return Y.getState(page.store, clientID) < Y.getState(store, clientID);
}

/**
 * Writes a card as it was shown on a new instance of its page, where it may not be: then it gets
 * another id, which is given back, because under its own it would be the late card and a card of the
 * page in one.
 */
export function writeAnew(doc: Y.Doc, { id, kind, text, order, removed }: Card): string | null {
  const there = cardText(doc, id);
  if (there === null) {
    if (removed || text === '') return null;
    const heir = uuid();
    addCard(doc, { id: heir, kind, text, order });
    return heir;
  }
  const edit = diff(there.toString(), text);
  if (edit !== null) {
    doc.transact(() => {
      there.delete(edit.at, edit.remove);
      there.insert(edit.at, edit.insert);
    });
  }
  setCard(doc, id, { removed });
  return null;
}
