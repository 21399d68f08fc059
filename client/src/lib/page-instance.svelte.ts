import {
  addCard,
  cardText,
  newPage,
  readCards,
  setCard,
  type Card,
} from '@tablecloth/shared/notes';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';
import { lacks } from './write-anew.ts';

/**
 * One instance of a page's document: a Y.Doc with a clientID and a replica of its own, and numbers
 * from 1. It tells what its own transactions did; never a difference of states.
 */
export class PageInstance {
  readonly doc = newPage();
  readonly replica = uuid();
  /** How many entries it has given a number. */
  #n = 0;
  #cards = $state.raw<Card[]>([]);

  /**
   * @param updates what it is filled with.
   * @param typed is told what was done here, and on which cards.
   */
  constructor(
    updates: readonly Uint8Array[],
    typed: (bytes: Uint8Array, cards: Iterable<string>) => void,
  ) {
    const { doc } = this;
    for (const bytes of updates) this.take(bytes);
    const touched = new Set<string>();
    // Deep observers run before 'update', within the same transaction.
    doc.getMap('cards').observeDeep((changes, { local }) => {
      if (local) for (const card of cardsOf(changes)) touched.add(card);
      this.#cards = readCards(doc);
    });
    doc.on('update', (bytes: Uint8Array, _origin, _doc, { local }: Y.Transaction) => {
      if (!local) return;
      typed(bytes, touched);
      touched.clear();
    });
    this.#cards = readCards(doc);
  }

  /** Those that were removed too. */
  get cards(): Card[] {
    return this.#cards;
  }

  textOf(card: string): Y.Text | null {
    return cardText(this.doc, card);
  }

  /** Adds an empty card, or one with words, and gives its id. */
  add(kind: string, text: string): string {
    const id = uuid();
    const order = Math.max(0, ...this.#cards.map((card) => card.order)) + 1;
    addCard(this.doc, { id, kind, text, order });
    return id;
  }

  setRemoved(card: string, removed: boolean): void {
    setCard(this.doc, card, { removed });
  }

  take(bytes: Uint8Array): void {
    Y.applyUpdate(this.doc, bytes);
  }

  nextNumber(): number {
    this.#n += 1;
    return this.#n;
  }

  get hasWritten(): boolean {
    return this.#n > 0;
  }

  /** Whether something that it has written is missing on the page as the server has it. */
  isAheadOf(bytes: Uint8Array): boolean {
    return lacks(bytes, this.doc);
  }
}

/** The ids of the cards that changes inside the map of cards are about. */
function cardsOf(changes: readonly Y.YEvent<Y.AbstractType<unknown>>[]): string[] {
  return changes.flatMap((change) => {
    const [card] = change.path;
    return typeof card === 'string' ? [card] : [...change.keys.keys()];
  });
}
