import * as Y from 'yjs';

/**
 * One note as plain data: what views, packs and phones that may only read receive. `order` is any
 * finite number; cards of the same order stand by id.
 */
export interface Card {
  id: string;
  kind: string;
  text: string;
  order: number;
  removed: boolean;
  buildsOn?: string;
  mergedInto?: string;
  photo?: string;
}

/** The keys a card's Y.Map may hold; `admit` refuses all others. */
export const CARD_FIELDS = ['kind', 'order', 'buildsOn', 'removed', 'mergedInto', 'photo'] as const;
export type CardField = (typeof CARD_FIELDS)[number];

export interface NewCard {
  /** A uuid v7 in lower case, new for every card. */
  id: string;
  kind?: string;
  text?: string;
  order: number;
  buildsOn?: string;
}

/**
 * Adds a card with its text in one transaction. This is the only time the card and its Y.Text are
 * set: setting either again would destroy what others are typing, so an id already there is left
 * alone and false is returned.
 */
export function addCard(doc: Y.Doc, card: NewCard): boolean {
  const cards = doc.getMap('cards');
  if (cards.has(card.id)) return false;
  doc.transact(() => {
    const map = new Y.Map<unknown>();
    map.set('text', new Y.Text(card.text ?? ''));
    map.set('order', card.order);
    if (card.kind !== undefined) map.set('kind', card.kind);
    if (card.buildsOn !== undefined) map.set('buildsOn', card.buildsOn);
    cards.set(card.id, map);
  });
  return true;
}

/**
 * Changes a card's flags in one transaction; what is so already is not written again. False when
 * the page has no such card. Removing is this flag: nothing ever deletes a card from its map.
 */
export function setCard(
  doc: Y.Doc,
  id: string,
  change: { removed?: boolean; kind?: string },
): boolean {
  const map = doc.getMap('cards').get(id);
  if (!(map instanceof Y.Map)) return false;
  doc.transact(() => {
    if (change.removed !== undefined && change.removed !== (map.get('removed') === true)) {
      map.set('removed', change.removed);
    }
    if (change.kind !== undefined && change.kind !== (map.get('kind') ?? 'note')) {
      map.set('kind', change.kind);
    }
  });
  return true;
}

/**
 * The Y.Text of a card, to bind a textarea to, or null. A Y.UndoManager must be scoped to this text
 * alone: one that covers the page would undo a card by deleting it, which `admit` refuses.
 */
export function cardText(doc: Y.Doc, id: string): Y.Text | null {
  const map = doc.getMap('cards').get(id);
  const text: unknown = map instanceof Y.Map ? map.get('text') : undefined;
  return text instanceof Y.Text ? text : null;
}

/** All cards of a page, removed ones too, by order and then id. Odd shapes read as a plain note. */
export function readCards(doc: Y.Doc): Card[] {
  const cards: Card[] = [];
  doc.getMap('cards').forEach((map, id) => {
    if (map instanceof Y.Map) cards.push(readCard(id, map));
  });
  return cards.sort(byOrder);
}

/** The order of cards on a page; total, so every device shows the same. */
export function byOrder(a: Card, b: Card): number {
  return a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function readCard(id: string, map: Y.Map<unknown>): Card {
  const text = map.get('text');
  const order = map.get('order');
  const card: Card = {
    id,
    kind: stringOr(map.get('kind'), 'note'),
    text: text instanceof Y.Text ? text.toString() : '',
    order: typeof order === 'number' && Number.isFinite(order) ? order : 0,
    removed: map.get('removed') === true,
  };
  for (const key of ['buildsOn', 'mergedInto', 'photo'] as const) {
    const value = stringOr(map.get(key), '');
    if (value !== '') card[key] = value;
  }
  return card;
}

function stringOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
