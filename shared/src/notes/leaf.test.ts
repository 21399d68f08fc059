import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readCards } from './card.ts';
import { stateOf } from './known.ts';
import { openLeaf, readLeaf, stripDeletes } from './leaf.ts';
import { pageOf, SimulatedPhone, SimulatedServer, uuid7 } from './simulated.ts';

/** A locked page of two cards, and what Ben wrote on it afterwards, admitted but kept apart. */
function lateBen(write: (ben: SimulatedPhone) => void): {
  page: Uint8Array;
  leaf: Uint8Array[];
  before: Map<number, number>;
} {
  const server = new SimulatedServer();
  const ben = new SimulatedPhone('ben', 9);
  ben.add(1, 'Hello world');
  ben.add(2, 'Second');
  ben.send(server, false);
  const before = stateOf(server.known);
  const page = Y.mergeUpdates(server.rows.map(({ bytes }) => bytes));
  write(ben);
  const leaf = ben.send(server, false).map((admitted) => {
    if (!admitted.ok) throw new Error(admitted.code);
    return admitted.bytes;
  });
  return { page, leaf, before };
}

describe('a leaf', () => {
  it('adds cards and words, and takes nothing of the page away', () => {
    const { page, leaf } = lateBen((ben) => {
      ben.type(0, 0, 6, '');
      ben.type(0, 5, 0, '!');
      ben.type(1, 0, 0, 'The ');
      ben.remove(1, true);
      ben.add(3, 'Late');
    });
    expect(readLeaf(page, leaf)).toEqual({
      cards: [{ id: uuid7(3), kind: 'note', text: 'Late', order: 3, removed: false }],
      additions: [
        { cardId: uuid7(1), pieces: ['!'] },
        { cardId: uuid7(2), pieces: ['The '] },
      ],
    });
  });

  it('keeps the corrections of its own words', () => {
    const { page, leaf } = lateBen((ben) => {
      ben.type(0, 11, 0, ', agian');
      ben.type(0, 15, 3, 'ain');
      ben.add(3, 'Lat');
      ben.type(2, 2, 1, 'te');
    });
    expect(readLeaf(page, leaf)).toMatchObject({
      cards: [{ text: 'Late' }],
      additions: [{ pieces: [', again'] }],
    });
  });

  it('says where its words stand among those of the page', () => {
    const { page, leaf } = lateBen((ben) => {
      ben.type(0, 0, 6, '');
      ben.type(0, 5, 0, '!');
      ben.type(0, 0, 0, 'The ');
    });
    const { doc, additions } = openLeaf(page, leaf);
    const text = readCards(doc)[0]?.text ?? '';
    doc.destroy();
    const pieces = additions.flatMap((addition) => addition.pieces);
    expect(pieces.map((piece) => piece.text).sort()).toEqual(['!', 'The ']);
    for (const piece of pieces) expect(text.slice(piece.at)).toMatch(new RegExp(`^${piece.text}`));
    expect(text.replace('The ', '').replace('!', '')).toBe('Hello world');
  });

  it('of nothing adds nothing', () => {
    const { page } = lateBen(() => undefined);
    expect(readLeaf(page, [])).toEqual({ cards: [], additions: [] });
  });
});

describe('an update without its deletions of the page', () => {
  it('leaves every card and word where it was', () => {
    const { page, leaf, before } = lateBen((ben) => {
      ben.type(0, 0, 300, 'x');
      ben.type(0, 0, 1, 'y');
    });
    const stripped = leaf.map((bytes) => stripDeletes(bytes, before)!);
    const cards = readCards(pageOf([page, ...stripped]));
    expect(cards[0]?.text.replace('y', '')).toBe('Hello world');
    expect(Y.decodeUpdate(stripped[0]!).ds.clients.size).toBe(0);
    expect(Y.decodeUpdate(stripped[1]!).ds.clients.size).toBe(1);
  });

  it('cuts a deletion that covers both at the border', () => {
    const { leaf } = lateBen((ben) => {
      ben.type(0, 11, 0, ' more');
      ben.type(0, 0, 16, '');
    });
    const border = new Map([[9, 5]]);
    const { ds } = Y.decodeUpdate(stripDeletes(leaf[1]!, border)!);
    for (const { clock } of ds.clients.get(9)!) expect(clock).toBeGreaterThanOrEqual(5);
  });

  it('is null for what is no update', () => {
    expect(stripDeletes(Uint8Array.of(1, 2, 3), new Map())).toBeNull();
  });
});
