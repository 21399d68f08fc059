import {
  seatIn,
  toldRound,
  type Cafe,
  type CafeId,
  type PersonId,
  type TableId,
} from '@tablecloth/shared/cafe';
import type { ArrivalsMessage, ArrivedMessage } from '@tablecloth/shared/protocol';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Io } from './connection.ts';
import { Figure } from './figure.ts';

/**
 * Who has tapped "I'm here" at the table of the told round. Most people never tap, so it is a hint that
 * is not stored: nobody waits for it, and nobody is called missing.
 */
export class Arrivals {
  readonly #io: Io;
  readonly #cafeOf: (id: CafeId) => Cafe | null;
  /** At which table each of them tapped. */
  readonly #here = new Map<CafeId, { round: number; people: Map<PersonId, TableId> }>();
  readonly #figure: Figure<'arrivals'>;

  constructor(around: { io: Io; time: Time; log: Log }, cafeOf: (id: CafeId) => Cafe | null) {
    this.#io = around.io;
    this.#cafeOf = cafeOf;
    this.#figure = new Figure(around, {
      event: 'arrivals',
      to: ['facilitators'],
      everyMs: 1_000,
      count: (id) => this.#count(id),
    });
  }

  /** What one's table has come to, after one's own tap where there is one; null without a table, or for who is noted as gone. */
  tap({ data }: Connection, isHere: boolean): (ArrivedMessage & { isHere: boolean }) | null {
    const { cafe: id, holder } = data.session;
    const cafe = this.#cafeOf(id);
    const round = cafe === null ? null : toldRound(cafe.definition.programme, cafe.stage);
    if (cafe === null || round === null || holder.role !== 'person') return null;
    const table = seatIn(cafe, holder.person, round);
    if (table === null || cafe.people[holder.person]?.here !== true) return null;
    let here = this.#here.get(id);
    if (here?.round !== round) {
      here = { round, people: new Map() };
      this.#here.set(id, here);
    }
    const isNew = isHere && here.people.get(holder.person) !== table;
    if (isNew) here.people.set(holder.person, table);
    const people = this.#count(id)?.tables[table] ?? 0;
    const arrived = { table, round, people };
    if (isNew) {
      this.#io.to(roomOf(id, `table:${table}`)).emit('arrived', arrived);
      this.#figure.changed(id);
    }
    return { ...arrived, isHere: here.people.get(holder.person) === table };
  }

  /** People sit elsewhere, or have left. */
  changed(id: CafeId): void {
    if (this.#here.has(id)) this.#figure.changed(id);
  }

  welcome(connection: Connection): void {
    this.#figure.welcome(connection);
  }

  forget(id: CafeId): void {
    this.#figure.forget(id);
    this.#here.delete(id);
  }

  #count(id: CafeId): ArrivalsMessage | null {
    const cafe = this.#cafeOf(id);
    const here = this.#here.get(id);
    if (cafe === null || here === undefined) return null;
    const tables: Record<string, number> = {};
    for (const [person, table] of here.people) {
      // Whoever has changed tables since, or left, is not there any more.
      const isThere = seatIn(cafe, person, here.round) === table;
      if (isThere && cafe.people[person]?.here === true) tables[table] = (tables[table] ?? 0) + 1;
    }
    return { round: here.round, tables };
  }
}
