import * as Y from 'yjs';
import { readCards } from './card.ts';

/**
 * A page is the notes of one table in one round, and one Y.Doc:
 *
 *     cards:   Y.Map<uuid v7, Y.Map{ text: Y.Text, order, kind?, buildsOn?, removed?, mergedInto?, photo? }>
 *     strokes: Y.Array of plain JSON, one value per stroke
 *
 * `gc: false` keeps deleted words as words: history can be read, undo works after a reload, and a
 * late update never finds its neighbours collected.
 */
export function newPage(): Y.Doc {
  return new Y.Doc({ gc: false });
}

/** `table` must not be empty; `round` counts from 0. */
export function pageId(table: string, round: number): string {
  return `${table}.${round}`;
}

/** The table and round of a page id, or null when it is none. The round is what follows the last dot. */
export function parsePageId(id: string): { table: string; round: number } | null {
  const match = /^(.+)\.(0|[1-9]\d{0,5})$/s.exec(id);
  const [, table, round] = match ?? [];
  return table === undefined || round === undefined ? null : { table, round: Number(round) };
}

/**
 * A new generation of the page, as one update of one new clientID: the cards that are not removed
 * and not in `without`, and the strokes. Nothing of the old history is in these bytes. Links to a
 * card that is gone are dropped with it.
 */
export function rebuild(doc: Y.Doc, without: Iterable<string>): Uint8Array {
  const gone = new Set(without);
  const cards = readCards(doc).filter((card) => !card.removed && !gone.has(card.id));
  const old = doc.getArray('strokes').toJSON();
  const page = newPage();
  page.transact(() => {
    for (const { id, text, removed, ...fields } of cards) {
      const map = new Y.Map<unknown>();
      map.set('text', new Y.Text(text));
      for (const [key, value] of Object.entries(fields)) {
        if (typeof value !== 'string' || !gone.has(value)) map.set(key, value);
      }
      page.getMap('cards').set(id, map);
    }
    page.getArray('strokes').push(old);
  });
  const bytes = Y.encodeStateAsUpdate(page);
  page.destroy();
  return bytes;
}
