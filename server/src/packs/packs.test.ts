import type { PageNotes } from '@tablecloth/shared/harvest';
import { addCard, cardText, newPage, setCard } from '@tablecloth/shared/notes';
import { readCafeJson } from '@tablecloth/shared/protocol';
import { sampleCafe } from '@tablecloth/shared/sample';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { openScratchStore } from '../../test/scratch-store.ts';
import { makeCafe } from '../cafes/make-cafe.ts';
import type { Store } from '../store/store.ts';
import { packOfCafe, packOfTeam } from './packs.ts';
import { pageNotes } from './page-notes.ts';
import { seedNotes } from './seed-notes.ts';

const scratch = openScratchStore();
let store: Store;
beforeEach(async () => {
  store = await scratch.open();
});
afterEach(() => scratch.end());

const key = new Uint8Array(32);

function id(n: number): string {
  return `0190f3c2-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

function note(n: number, text: string, author: string | null, more: object = {}) {
  return { id: id(n), kind: 'note', text, order: n, removed: false, author, ...more };
}

const written: PageNotes[] = [
  {
    table: 't7',
    round: 1,
    cards: [
      note(1, 'First\nsecond line ', 'p1-1'),
      note(2, '', 'p7-1', { kind: 'idea', buildsOn: id(1) }),
      note(3, 'Mr Smith', 'p1-1', { removed: true }),
      note(4, '<b>\u202Edlob</b> & 👩🏽‍⚕️ =1+1', null),
    ],
    late: [
      {
        person: 'p1-2',
        cards: [{ id: id(5), kind: 'note', text: 'Late', order: 5, removed: false }],
        additions: [{ card: id(1), text: ' and more' }],
      },
      {
        person: 'p1-3',
        cards: [{ id: id(6), kind: 'note', text: 'Gone', order: 6, removed: true }],
        additions: [],
      },
    ],
  },
  { table: 't20', round: 4, cards: [note(7, 'On Tuesday', 'p20-1')], late: [] },
];

/** Exported, read back as JSON from text, made anew in the same store. */
async function reopened(whole: unknown) {
  const read = readCafeJson(JSON.parse(JSON.stringify(whole)));
  if ('problems' in read) throw new Error(read.problems.join(' '));
  const { cafe } = await makeCafe({ store, key, now: 1 }, read.body);
  await seedNotes(store, cafe, read.notes, 1);
  return cafe;
}

describe('a whole café', () => {
  it('comes back with its definition, people and notes', async () => {
    const { cafe } = await makeCafe({ store, key, now: 1 }, sampleCafe(1_000));
    await seedNotes(store, cafe, written, 1);
    const whole = await packOfCafe(store, cafe, 2);
    expect(whole.pages).toEqual(written);
    const again = await packOfCafe(store, await reopened(whole), 2);
    expect(again).toEqual(whole);
  });

  it('that was put back has no page open', async () => {
    const { cafe } = await makeCafe({ store, key, now: 1 }, sampleCafe(null));
    await seedNotes(store, cafe, written, 1);
    const row = {
      ...{ cafe: cafe.id, page: 't7.1', round: 1, leaf: null, generation: 1, person: null },
      ...{ replica: id(99), first: 1, last: 1, clientIds: [1], bytes: Uint8Array.of(0, 0), at: 1 },
    };
    expect((await store.commit({ rows: [row] })).rows).toEqual(['locked']);
  });

  it('whose notes cannot be put back is an error', async () => {
    const nowhere = { id: 'none', factNumber: 0 };
    await expect(seedNotes(store, nowhere, written, 1)).rejects.toThrow('were not put back');
  });
});

describe('a team’s pack', () => {
  it('leaves names and what was removed out, and knows who wrote elsewhere', async () => {
    const { cafe } = await makeCafe({ store, key, now: 1 }, sampleCafe(null));
    await seedNotes(store, cafe, written, 1);
    const visited = {
      ...cafe,
      itineraries: { 'p1-1': { tables: ['t7', null, null, 't1'], hosting: [] } },
    };
    const own = await packOfTeam(store, visited, 'team1');
    expect(own?.parts[2]).toMatchObject({
      part: 'brought back',
      pages: [
        {
          table: 7,
          cards: [{ text: 'First\nsecond line ' }],
          addedLater: [{ text: 'Late' }, { text: 'and more' }],
        },
      ],
    });
    const hosts = await packOfTeam(store, cafe, 'team7');
    expect(hosts?.removed).toBe(2);
    expect(JSON.stringify([own, hosts])).not.toContain('Smith');
  });
});

describe('a stored page', () => {
  it('names whose row first brought a card, whoever wrote in it later', () => {
    const doc = newPage();
    const rows: { bytes: Uint8Array; person: string }[] = [];
    let person = 'ana';
    doc.on('update', (bytes: Uint8Array) => rows.push({ bytes, person }));
    addCard(doc, { id: id(1), text: 'Hello', order: 1 });
    person = 'ben';
    cardText(doc, id(1))?.insert(5, ' world');
    addCard(doc, { id: id(2), text: 'Ben', order: 2 });
    setCard(doc, id(2), { removed: true });
    expect(pageNotes('t1', 1, stored(rows)).cards).toEqual([
      note(1, 'Hello world', 'ana'),
      note(2, 'Ben', 'ben', { removed: true }),
    ]);
  });

  it('goes on without a row that cannot be read', () => {
    const doc = newPage();
    addCard(doc, { id: id(1), text: 'Kept', order: 1 });
    const bytes = Y.encodeStateAsUpdate(doc);
    const broken = { bytes: Uint8Array.of(9, 9, 9), person: 'ana' };
    const notes = pageNotes('t1', 1, stored([broken, { bytes, person: 'ben' }], [broken]));
    expect(notes).toEqual({ table: 't1', round: 1, cards: [note(1, 'Kept', 'ben')], late: [] });
  });
});

interface Row {
  bytes: Uint8Array;
  person: string;
}

function stored(rows: Row[], leaves: Row[] = []) {
  const row = (leaf: boolean) => (one: Row, i: number) => ({
    ...{ seq: i + 1, leaf: leaf ? one.person : null, person: one.person, replica: 'one' },
    ...{ first: i + 1, last: i + 1, bytes: one.bytes, at: 1 },
  });
  return {
    ...{ generation: 1, seq: rows.length, clients: [] },
    ...{ rows: rows.map(row(false)), leaves: leaves.map(row(true)) },
  };
}
