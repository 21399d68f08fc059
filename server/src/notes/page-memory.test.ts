import { LIMITS } from '@tablecloth/shared/cafe';
import { addCard, admit, cardText, newPage, readCards } from '@tablecloth/shared/notes';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { StoredPage, StoredRow } from '../store/store.ts';
import { PageMemory } from './page-memory.ts';

const card = (n: number): string => `0190f3c2-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** A phone of its own clientID that writes on what it has heard; each call is one entry. */
class Phone {
  readonly doc = newPage();
  readonly clientId = this.doc.clientID;

  constructor(...heard: Uint8Array[]) {
    for (const bytes of heard) Y.applyUpdate(this.doc, bytes);
  }

  add(n: number, text: string): Uint8Array {
    return this.#entry(() => {
      addCard(this.doc, { id: card(n), kind: 'note', order: n, text });
    });
  }

  append(n: number, text: string): Uint8Array {
    return this.#entry(() => {
      const words = cardText(this.doc, card(n));
      words?.insert(words.length, text);
    });
  }

  #entry(write: () => void): Uint8Array {
    const before = Y.encodeStateVector(this.doc);
    write();
    return Y.encodeStateAsUpdate(this.doc, before);
  }
}

const row = (bytes: Uint8Array, change: Partial<StoredRow> = {}): StoredRow => ({
  ...{ seq: 1, leaf: null, person: 'ada', replica: 'a', first: 1, last: 1, at: 0, bytes },
  ...change,
});

function reopened(stored: Partial<StoredPage>): PageMemory {
  const page = { generation: 1, seq: 1, rows: [], leaves: [], clients: [], ...stored };
  return new PageMemory('cafe', 't1.1', page);
}

const words = (memory: PageMemory): string[] => {
  const doc = newPage();
  Y.applyUpdate(doc, memory.bytes());
  return readCards(doc).map(({ text }) => text);
};

describe('a page read from the store', () => {
  it('knows how far each phone has come', () => {
    const [ada, bea] = [new Phone(), new Phone()];
    const memory = reopened({
      rows: [
        row(ada.add(1, 'One')),
        row(bea.add(2, 'Two'), { person: 'bea', replica: 'b', last: 4 }),
        row(ada.append(1, ' more'), { first: 2, last: 3 }),
      ],
    });
    const rest = { isLate: false, refused: null };
    expect(Object.fromEntries(memory.replicas)).toEqual({
      a: { person: 'ada', committed: 3, admitted: 3, ...rest },
      b: { person: 'bea', committed: 4, admitted: 4, ...rest },
    });
    expect(words(memory)).toEqual(['One more', 'Two']);
    expect(memory.leaves()).toEqual([]);
  });

  it('goes on without a row that it cannot read', () => {
    const ada = new Phone();
    const [first, broken] = [ada.add(1, 'One'), Uint8Array.of(1, 2, 3)];
    const memory = reopened({ rows: [row(first), row(broken), row(ada.add(2, 'Two'))] });
    expect(memory.quarantined).toBe(1);
    expect(words(memory)).toEqual(['One', 'Two']);
  });

  it('lets everybody go on with what they added late, and nobody with what another did', () => {
    const page = new Phone().add(1, 'One');
    const ada = new Phone(page);
    const [late, more, again] = [
      ada.add(2, 'Late'),
      ada.append(2, ' and'),
      ada.append(1, ' later'),
    ];
    const leaf = row(late, { leaf: 'ada', replica: 'l' });
    const memory = reopened({ rows: [row(page)], leaves: [leaf] });
    expect(memory.leaves()).toEqual([{ person: 'ada', updates: [late] }]);
    expect(memory.replicas.get('l')).toMatchObject({ committed: 1, isLate: true });
    expect(words(memory)).toEqual(['One']);
    expect(admit(more, 'l', memory.lateKnown('bea'), LIMITS)).toMatchObject({ ok: false });
    expect(admit(more, 'other', memory.lateKnown('ada'), LIMITS)).toEqual({
      ...{ ok: false, code: 'foreign' },
    });
    expect(admit(more, 'l', memory.lateKnown('ada'), LIMITS)).toMatchObject({ ok: true });
    memory.committed({ replica: 'l', last: 2, leaf: 'ada', bytes: more });
    // Back opened the page again and somebody wrote there: the leaf is judged from the start.
    const other = new Phone(page);
    memory.committed({ replica: 'b', last: 1, leaf: null, bytes: other.add(3, 'Three') });
    expect(admit(again, 'other', memory.lateKnown('ada'), LIMITS)).toMatchObject({ ok: false });
    expect(admit(again, 'l', memory.lateKnown('ada'), LIMITS)).toMatchObject({ ok: true });
    expect(memory.leaves()).toEqual([{ person: 'ada', updates: [late, more] }]);
    expect(words(memory)).toEqual(['One', 'Three']);
  });

  it('lets somebody go on late beneath a page that grows while their words wait for a commit', () => {
    const page = new Phone().add(1, 'One');
    const memory = reopened({ rows: [row(page)] });
    const ada = new Phone(page);
    const [late, more] = [ada.add(2, 'Late'), ada.append(2, ' and')];
    const admitted = admit(late, 'l', memory.lateKnown('ada'), LIMITS);
    const clientIds = admitted.ok ? admitted.clientIds : [];
    const holder = { role: 'person', person: 'ada' } as const;
    const author = { id: 's', cafe: 'cafe', holder };
    const entry = { replica: 'l', n: 1, leaf: 'ada', isCorrection: false, bytes: late };
    memory.pending.push({ ...entry, author, clientIds });
    memory.committed({ replica: 'x', last: 1, leaf: null, bytes: new Phone().add(3, 'Corrected') });
    expect(admit(more, 'l', memory.lateKnown('ada'), LIMITS)).toMatchObject({ ok: true });
  });

  it('written anew keeps whose clientIDs are whose', () => {
    const ada = new Phone();
    const anew = row(ada.add(1, 'One'), { replica: null, first: 0, last: 0 });
    const more = ada.append(1, ' more');
    const clients = [{ clientId: ada.clientId, person: 'ada', replica: 'a' }];
    const judged = (replica: string) =>
      admit(more, replica, reopened({ rows: [anew], clients }).known, LIMITS);
    expect(judged('b')).toEqual({ ok: false, code: 'foreign' });
    expect(judged('a')).toMatchObject({ ok: true });
    expect(reopened({ rows: [anew], clients }).replicas.size).toBe(0);
  });

  it('counts people who have something saved there, once each, and neither facilitators nor devices', () => {
    const none = reopened({});
    expect([none.writers, none.isWritten]).toEqual([0, false]);
    const bytes = new Phone().add(1, 'One');
    const of = (...rows: StoredRow[]) => {
      const memory = reopened({ rows });
      return [memory.writers, memory.isWritten];
    };
    expect(of(row(bytes), row(new Phone().add(2, 'Two'), { replica: 'a2' }))).toEqual([1, true]);
    expect(of(row(bytes), row(new Phone().add(2, 'Two'), { person: 'b', replica: 'b' }))).toEqual([
      ...[2, true],
    ]);
    expect(of(row(bytes, { person: null }))).toEqual([0, false]);
    expect(of(row(bytes, { person: 'table:tablet' }))).toEqual([0, true]);
    expect(of(row(bytes, { replica: null, first: 0, last: 0 }))).toEqual([1, true]);
    const late = reopened({ leaves: [row(bytes, { leaf: 'ada' })] });
    expect([late.writers, late.isWritten]).toEqual([0, false]);
    // Admitted is not saved.
    const waiting = { person: 'bea', committed: 0, admitted: 1, isLate: false, refused: null };
    none.replicas.set('b', waiting);
    expect([none.writers, none.isWritten]).toEqual([0, false]);
    none.committed({ replica: 'b', last: 1, leaf: null, bytes });
    expect([none.writers, none.isWritten]).toEqual([1, true]);
  });
});
