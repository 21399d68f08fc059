import type { CardField } from './card.ts';
import type { Id } from './decoded.ts';

/**
 * What the server remembers of a page's stored bytes in order to judge the next ones: who owns each
 * clientID, and every list of the page (a text, a field's history, the strokes) in its true order,
 * without a single word of content. Text typed in one go is one span, so a page of a few hundred
 * keystrokes is a few spans.
 *
 * The order is kept because an item may only name two neighbours that once stood side by side. Yjs
 * checks nothing of the sort, and items with crossed neighbours land in different places on
 * different phones, for ever and silently.
 */
export interface Known {
  readonly clients: Map<number, Client>;
  readonly cards: Map<string, KnownCard>;
  readonly strokes: List;
  /** The sum of the admitted updates, in bytes. */
  bytes: number;
}

export interface Client {
  /** The replica that may write under this clientID. */
  readonly owner: string;
  /** The first clock that is not stored yet. */
  end: number;
  /** Gapless, by clock. */
  readonly spans: Span[];
  /** Clocks of card maps and card texts, ascending: what nobody may delete. */
  readonly containers: number[];
}

export interface KnownCard {
  readonly id: string;
  /** The clientID that made the card, the only one that may give it its text. */
  readonly client: number;
  text: List | null;
  readonly fields: Map<CardField, List>;
}

export interface List {
  readonly kind: 'text' | 'strokes' | CardField;
  /** The card this list belongs to; null for the strokes of the page. */
  readonly card: string | null;
  first: Span | null;
  /** Units not deleted: for a text, the characters that can be read. */
  live: number;
}

/** Consecutive clocks of one client that stand side by side in one list, or one container. */
export interface Span extends Id {
  length: number;
  /** Left neighbour of the first unit when it was written; inside the span it is the unit before. */
  readonly origin: Id | null;
  /** Right neighbour of all units when they were written. */
  readonly rightOrigin: Id | null;
  /** What others may be inserted into beside this span; null for containers, which stand alone. */
  readonly list: List | null;
  /** For containers: what may be put inside. */
  readonly holds: KnownCard | List | null;
  prev: Span | null;
  next: Span | null;
  deleted: boolean;
}

export function emptyKnown(): Known {
  return { clients: new Map(), cards: new Map(), strokes: newList('strokes', null), bytes: 0 };
}

export function newList(kind: List['kind'], card: string | null): List {
  return { kind, card, first: null, live: 0 };
}

/** The stored end of every client: a state vector. */
export function stateOf(known: Known): Map<number, number> {
  return new Map(Array.from(known.clients, ([client, { end }]) => [client, end]));
}

export function isStored(known: Known, id: Id): boolean {
  return id.clock < (known.clients.get(id.client)?.end ?? 0);
}

/** The span that holds a stored id. */
export function spanAt(known: Known, id: Id): Span {
  const spans = known.clients.get(id.client)?.spans ?? [];
  const span = spans[indexAt(spans, id.clock)];
  if (span === undefined) throw new RangeError('no span holds this id');
  return span;
}

/** The index of the last span that begins at or before `clock`. */
export function indexAt(spans: readonly Span[], clock: number): number {
  let low = 0;
  let high = spans.length - 1;
  // Nearly always the newest: people type on where they typed.
  if ((spans[high]?.clock ?? Infinity) <= clock) return high;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((spans[middle]?.clock ?? Infinity) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function holdsId(span: Span, id: Id): boolean {
  return span.client === id.client && span.clock <= id.clock && id.clock < span.clock + span.length;
}

export function sameId(a: Id | null, b: Id | null): boolean {
  return a === b || (a !== null && b !== null && a.client === b.client && a.clock === b.clock);
}
