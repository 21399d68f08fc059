import * as Y from 'yjs';

/**
 * A page is the notes of one table in one round, and one Y.Doc:
 *
 *     cards:   Y.Map<uuid v7, Y.Map{ text: Y.Text, order, kind?, buildsOn?, removed?, mergedInto?, photo? }>
 *     strokes: Y.Array of plain JSON, one value per stroke
 *
 * `gc: false` keeps deleted words as words: history can be read, undo works after a reload, and a
 * late update never finds its neighbours collected. The name a document gets by itself is for documents
 * inside others, which there are none of, and costs as much as thirty random numbers.
 */
export function newPage(): Y.Doc {
  return new Y.Doc({ gc: false, guid: 'page' });
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
