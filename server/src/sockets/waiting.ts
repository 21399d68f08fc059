import { LIMITS, type Cafe, type CafeId, type TableId } from '@tablecloth/shared/cafe';
import { parsePageId } from '@tablecloth/shared/notes';
import type { SavedMessage, WaitingMessage } from '@tablecloth/shared/protocol';
import type { Log } from '../log.ts';
import { writerOf } from '../notes/author.ts';
import type { Outbound } from '../notes/outbound.ts';
import type { Time } from '../time.ts';
import type { Connection, Io } from './connection.ts';
import { Figure } from './figure.ts';

/** What one replica said it still holds. */
export interface Held {
  page: string;
  replica: string;
  /** The number of its newest entry. */
  n: number;
  /** Of how many notes its entries are. */
  notes: number;
}

/**
 * Notes that phones said they hold and that are not stored yet, also of phones whose line has broken
 * again since. What was typed on a phone that has had no line at all nobody can know.
 */
export class Waiting {
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  /** By session, then by replica. */
  readonly #held = new Map<CafeId, Map<string, { from: string; held: Map<string, Held> }>>();
  readonly #figure: Figure<'waiting'>;

  constructor(around: { io: Io; time: Time; log: Log }, cafeOf: (id: CafeId) => Cafe | null) {
    this.#cafeOf = cafeOf;
    this.#figure = new Figure(around, {
      event: 'waiting',
      to: ['facilitators'],
      everyMs: 500,
      count: (cafe) => (this.#held.has(cafe) ? this.#count(cafe) : null),
    });
  }

  /** A phone's hello: what it holds now, in place of what it said before. */
  said({ data: { session } }: Connection, all: readonly Held[]): void {
    const from = writerOf(session.holder);
    if (from === null) return;
    const { cafe, id } = session;
    const ofCafe = this.#held.get(cafe) ?? new Map<string, never>();
    if (all.length === 0 && !ofCafe.has(id)) return;
    this.#held.set(cafe, ofCafe);
    // What a phone says of itself is believed, but no page has more notes than that.
    const held = new Map(
      all.map((one) => [
        one.replica,
        { ...one, notes: Math.min(one.notes, LIMITS.cardsPerPageMax) },
      ]),
    );
    if (held.size === 0) ofCafe.delete(id);
    else ofCafe.set(id, { from, held });
    this.#figure.changed(cafe);
  }

  /** Passes on what notes tell people, and hears what is stored or can never be. */
  hearing(outbound: Outbound): Outbound {
    return {
      ...outbound,
      saved: (cafe, session, message) => {
        this.#settled(cafe, session, message);
        outbound.saved(cafe, session, message);
      },
      refused: (cafe, session, message, refusal) => {
        this.#settled(cafe, session, message);
        outbound.refused(cafe, session, message, refusal);
      },
    };
  }

  welcome(connection: Connection): void {
    this.#figure.welcome(connection);
  }

  forget(cafe: CafeId): void {
    this.#figure.forget(cafe);
    this.#held.delete(cafe);
  }

  #settled(cafe: CafeId, session: string, { replica, n }: SavedMessage): void {
    const ofCafe = this.#held.get(cafe);
    const held = ofCafe?.get(session)?.held;
    const one = held?.get(replica);
    if (ofCafe === undefined || held === undefined || one === undefined || n < one.n) return;
    held.delete(replica);
    if (held.size === 0) ofCafe.delete(session);
    this.#figure.changed(cafe);
  }

  #count(id: CafeId): WaitingMessage {
    const phones = new Set<string>();
    const tables = new Set<TableId>();
    let notes = 0;
    for (const { from, held } of this.#held.get(id)?.values() ?? []) {
      phones.add(from);
      for (const one of held.values()) {
        notes += one.notes;
        tables.add(parsePageId(one.page)?.table ?? '');
      }
    }
    const known = this.#cafeOf(id)?.definition.tables ?? [];
    const at = known.filter((table) => tables.has(table.id)).map((table) => table.id);
    return { notes, phones: phones.size, tables: at };
  }
}
