import { addCard, cardText, knownFrom, newPage, readCards } from '@tablecloth/shared/notes';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { StoredPage, StoredRow } from '../store/store.ts';
import { pageNotes } from './page-notes.ts';
import { writtenRows, type WrittenRow } from './written-rows.ts';

const NO_LATE = { late: [] };

function card(text: string, author: string | null, order = 1) {
  return { id: uuid(), kind: 'note', text, order, removed: false, author };
}

/** As the store gives back what was written anew. */
function stored(rows: readonly WrittenRow[]): StoredPage {
  const all = rows.map(({ person, leaf, bytes }, index): StoredRow => ({
    ...{ seq: index + 1, person, leaf, replica: null, first: 0, last: 0, bytes, at: 1 },
  }));
  return {
    ...{ generation: 2, seq: all.length, clients: [] },
    rows: all.filter(({ leaf }) => leaf === null),
    leaves: all.filter(({ leaf }) => leaf !== null),
  };
}

describe('a page that is written anew', () => {
  it('says the same as before, each card under whoever made it', () => {
    const texts = fc.array(fc.tuple(fc.string(), fc.constantFrom('p1', 'p2', null)));
    fc.assert(
      fc.property(texts, texts, (page, late) => {
        const cards = page.map(([text, author], i) => card(text, author, i));
        const added = late.map(([text], i) => ({ ...card(text, 'p3', i), author: undefined }));
        const lates =
          added.length === 0
            ? []
            : [
                {
                  person: 'p3',
                  cards: added.map(({ author: _, ...rest }) => rest),
                  additions: cards.slice(0, 1).map(({ id }) => ({ card: id, text: 'And more' })),
                },
              ];
        const rows = [...writtenRows({ cards, late: lates })];
        expect(knownFrom(rows.map(({ bytes }) => ({ bytes, replica: '' }))).refused).toEqual([]);
        const notes = pageNotes('t1', 1, stored(rows));
        expect(notes.cards).toEqual(cards.sort((a, b) => a.order - b.order));
        expect(notes.late).toEqual(lates);
      }),
      { numRuns: 60 },
    );
  });

  it('holds nothing of what was deleted from its cards', () => {
    const page = newPage();
    const id = uuid();
    addCard(page, { id, text: 'Mrs Appleyard stays', order: 1 });
    cardText(page, id)?.delete(0, 14);
    const cards = readCards(page).map((one) => ({ ...one, author: 'p1' }));
    const [, row] = writtenRows({ cards, ...NO_LATE }, [{ points: [1, 2] }]);
    expect(Buffer.from(row?.bytes ?? []).toString('latin1')).toContain('stays');
    expect(Buffer.from(row?.bytes ?? []).toString('latin1')).not.toContain('Appleyard');
  });

  it('keeps drawings and links between cards', () => {
    const first = card('Found', null);
    const second = { ...card('On it', null, 2), buildsOn: first.id };
    const doc = newPage();
    for (const { bytes } of writtenRows({ cards: [first, second], ...NO_LATE }, [{ points: [1] }]))
      Y.applyUpdate(doc, bytes);
    expect(doc.getArray('strokes').toJSON()).toEqual([{ points: [1] }]);
    expect(readCards(doc)[1]?.buildsOn).toBe(first.id);
  });
});
