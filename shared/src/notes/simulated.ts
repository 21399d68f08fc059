import * as Y from 'yjs';
import { admit, type Admitted, type AdmitLimits } from './admit.ts';
import { addCard, cardText, readCards, setCard } from './card.ts';
import { emptyKnown, type Known, type List } from './known.ts';
import { newPage } from './page.ts';

/** People writing on one page through one server, for the tests of this folder. */

export const LIMITS: AdmitLimits = {
  entryBytesMax: 65_536,
  pageBytesMax: 1_000_000,
  cardsPerPageMax: 100,
  cardCharsMax: 5_000,
};

export function uuid7(n: number): string {
  return `0190f3c2-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The server: judges, keeps, and hands everything to everybody in the order it came. */
export class SimulatedServer {
  readonly known: Known = emptyKnown();
  readonly rows: { bytes: Uint8Array; replica: string }[] = [];

  receive(bytes: Uint8Array, replica: string, limits = LIMITS): Admitted {
    const admitted = admit(bytes, replica, this.known, limits);
    if (admitted.ok) this.rows.push({ bytes: admitted.bytes, replica });
    return admitted;
  }

  /** The page as somebody who opens it now sees it. */
  page(): Y.Doc {
    return pageOf(this.rows.map(({ bytes }) => bytes));
  }
}

/** A phone: writes at once, sends its own outbox, hears of others when it asks. */
export class SimulatedPhone {
  readonly replica: string;
  readonly doc = newPage();
  outbox: Uint8Array[] = [];
  #heard = 0;
  #undo = new Map<string, Y.UndoManager>();

  constructor(replica: string, clientId: number) {
    this.replica = replica;
    this.doc.clientID = clientId;
    this.doc.on('update', (bytes: Uint8Array, _origin: unknown, _doc: Y.Doc, tr: Y.Transaction) => {
      if (tr.local) this.outbox.push(bytes);
    });
  }

  add(n: number, text: string): void {
    addCard(this.doc, { id: uuid7(n), text, order: n });
  }

  remove(n: number, removed: boolean): void {
    setCard(this.doc, this.#pick(n), { removed, kind: removed ? 'note' : 'idea' });
  }

  type(n: number, at: number, remove: number, insert: string): void {
    const text = this.#text(n);
    if (text === null) return;
    const from = at % (text.length + 1);
    this.doc.transact(() => {
      text.delete(from, Math.min(remove, text.length - from));
      text.insert(from, insert);
    });
  }

  undo(n: number, again: boolean): void {
    this.#text(n);
    const manager = this.#undo.get(this.#pick(n));
    if (again) manager?.redo();
    else manager?.undo();
  }

  draw(n: number): void {
    this.doc.getArray('strokes').insert(0, [{ x: n, points: [1, 2.5, n] }]);
  }

  erase(): void {
    const strokes = this.doc.getArray('strokes');
    if (strokes.length > 0) strokes.delete(strokes.length - 1);
  }

  /** Sends everything; `merged` as one update, as a phone does that was away. */
  send(server: SimulatedServer, merged: boolean): Admitted[] {
    const entries = merged && this.outbox.length > 0 ? [Y.mergeUpdates(this.outbox)] : this.outbox;
    this.outbox = [];
    return entries.map((bytes) => server.receive(bytes, this.replica));
  }

  hear(server: SimulatedServer): void {
    const news = server.rows.slice(this.#heard).map(({ bytes }) => bytes);
    this.#heard = server.rows.length;
    if (news.length > 0) Y.applyUpdate(this.doc, Y.mergeUpdates(news));
  }

  #pick(n: number): string {
    const cards = readCards(this.doc);
    return cards[n % Math.max(1, cards.length)]?.id ?? '';
  }

  #text(n: number): Y.Text | null {
    const id = this.#pick(n);
    const text = cardText(this.doc, id);
    if (text !== null && !this.#undo.has(id)) {
      this.#undo.set(id, new Y.UndoManager(text, { captureTimeout: 0 }));
    }
    return text;
  }
}

export function pageOf(updates: Uint8Array[]): Y.Doc {
  const doc = newPage();
  if (updates.length > 0) Y.applyUpdate(doc, Y.mergeUpdates(updates));
  return doc;
}

/** Everything of a page that must be the same for everybody. */
export function stateOfPage(doc: Y.Doc): unknown {
  return {
    cards: readCards(doc),
    strokes: doc.getArray('strokes').toJSON(),
    pending: doc.store.pendingStructs,
    pendingDeletes: doc.store.pendingDs,
  };
}

/** Every list of a page, unit by unit in order, deleted ones too, as Yjs has it. */
export function listsOfPage(doc: Y.Doc): Record<string, string[]> {
  const lists: Record<string, string[]> = { strokes: unitsOf(doc.getArray('strokes')) };
  for (const { id } of readCards(doc)) {
    const text = cardText(doc, id);
    if (text) lists[id] = unitsOf(text);
  }
  return lists;
}

/** The same as the server knows it. */
export function listsOfKnown(known: Known): Record<string, string[]> {
  const lists: Record<string, string[]> = { strokes: unitsKnown(known.strokes) };
  for (const { id, text } of known.cards.values()) if (text) lists[id] = unitsKnown(text);
  return lists;
}

function unitsOf(type: Y.Text | Y.Array<unknown>): string[] {
  const units: string[] = [];
  for (let item = type._start; item !== null; item = item.right) {
    for (let i = 0; i < item.length; i++) {
      units.push(`${item.id.client}:${item.id.clock + i}${item.deleted ? '-' : ''}`);
    }
  }
  return units;
}

function unitsKnown(list: List): string[] {
  const units: string[] = [];
  for (let span = list.first; span !== null; span = span.next) {
    for (let i = 0; i < span.length; i++) {
      units.push(`${span.client}:${span.clock + i}${span.deleted ? '-' : ''}`);
    }
  }
  return units;
}
