import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { addCard, cardText, readCards, setCard } from './card.ts';
import { newPage, pageId, parsePageId } from './page.ts';
import { uuid7 } from './simulated.ts';

describe('a page id', () => {
  it('names a table and a round', () => {
    expect(pageId('t7', 0)).toBe('t7.0');
    expect(parsePageId('t7.0')).toEqual({ table: 't7', round: 0 });
    expect(parsePageId('a.b.12')).toEqual({ table: 'a.b', round: 12 });
    for (const bad of ['', 't7', 't7.', '.1', 't7.01', 't7.-1', 't7.1e3', 't7.1 ', 't7.1\n']) {
      expect(parsePageId(bad), bad).toBeNull();
    }
  });
});

describe('cards', () => {
  it('are read in order, with what was set on them', () => {
    const page = newPage();
    addCard(page, { id: uuid7(2), text: 'Second', order: 5, kind: 'idea', buildsOn: uuid7(7) });
    addCard(page, { id: uuid7(3), order: 1 });
    addCard(page, { id: uuid7(1), text: 'Also 5', order: 5 });
    setCard(page, uuid7(3), { removed: true, kind: 'ask' });
    expect(readCards(page)).toEqual([
      { id: uuid7(3), kind: 'ask', text: '', order: 1, removed: true },
      { id: uuid7(1), kind: 'note', text: 'Also 5', order: 5, removed: false },
      { id: uuid7(2), kind: 'idea', text: 'Second', order: 5, removed: false, buildsOn: uuid7(7) },
    ]);
  });

  it('are set once: adding one again leaves its words alone', () => {
    const page = newPage();
    expect(addCard(page, { id: uuid7(1), text: 'Words', order: 0 })).toBe(true);
    expect(addCard(page, { id: uuid7(1), text: '', order: 0 })).toBe(false);
    expect(cardText(page, uuid7(1))?.toString()).toBe('Words');
  });

  it('are not written again when nothing changes', () => {
    const page = newPage();
    addCard(page, { id: uuid7(1), order: 0 });
    let updates = 0;
    page.on('update', () => updates++);
    expect(setCard(page, uuid7(1), { removed: false, kind: 'note' })).toBe(true);
    expect(setCard(page, uuid7(2), { removed: true })).toBe(false);
    expect(updates).toBe(0);
    setCard(page, uuid7(1), { removed: true, kind: 'ask' });
    expect(updates).toBe(1);
  });

  it('of odd shapes are read as plain notes or not at all', () => {
    const page = newPage();
    page.getMap('cards').set('a', 'text');
    page
      .getMap('cards')
      .set('b', new Y.Map(Object.entries({ order: 'x', kind: 3, removed: 'no' })));
    expect(readCards(page)).toEqual([
      { id: 'b', kind: 'note', text: '', order: 0, removed: false },
    ]);
    expect(cardText(page, 'a')).toBeNull();
  });
});
