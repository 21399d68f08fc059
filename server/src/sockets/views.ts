/**
 * Sends views. Who belongs to an audience is found out at once after every change, and rooms are left
 * before anything is emitted, so nobody receives what they may not see any more. They are joined when the
 * views go out, so nobody hears of a table before they are told that they sit there. The views are
 * computed once per batch of facts and audience and sent to its room when they differ from what it was sent
 * last; a bell does not wait for the batch. Chairs left change with every pick and concern every phone,
 * so in a large room they come less often.
 */
import { LIMITS, audiencesOf, pageRight, slice } from '@tablecloth/shared/cafe';
import type { Audience, Cafe, CafeId, Slice, SliceKind } from '@tablecloth/shared/cafe';
import type { Time } from '../time.ts';
import { tagOf } from './cafe-view.ts';
import { Paced } from './paced.ts';
import { roomOf, type Connection, type Connections, type Io } from './connection.ts';

type Sent = Map<SliceKind, string>;

export class Views {
  readonly #io: Io;
  readonly #time: Time;
  readonly #connections: Connections;
  readonly #sent = new Map<CafeId, Map<Audience, Sent>>();
  readonly #newcomers = new Map<CafeId, Map<Audience, Set<Connection>>>();
  readonly #chairs: Paced<CafeId>;
  readonly #waiting = new Map<CafeId, { cafe: Cafe; cancel: () => void }>();
  /** Cafés in which people came to other rooms since the views last went out. */
  readonly #moved = new Set<CafeId>();

  constructor(io: Io, time: Time, connections: Connections) {
    this.#io = io;
    this.#time = time;
    this.#chairs = new Paced(time);
    this.#connections = connections;
  }

  /** The café has changed; `after` is committed. */
  changed(before: Cafe, after: Cafe): void {
    const moves = movesPeople(before, after);
    if (moves) this.#moved.add(after.id);
    const waiting = this.#waiting.get(after.id);
    if (before.stage !== after.stage) {
      waiting?.cancel();
      this.#flush(after);
      return;
    }
    if (moves) {
      for (const one of this.#connections.of(after.id))
        this.#leave(one, after, wantedBy(one, after));
    }
    if (waiting === undefined) {
      const cancel = this.#time.after(LIMITS.viewBatchMs, () => {
        const latest = this.#waiting.get(after.id);
        if (latest !== undefined) this.#flush(latest.cafe);
      });
      this.#waiting.set(after.id, { cafe: after, cancel });
    } else {
      waiting.cafe = after;
    }
  }

  /** A new connection hears everything of its audiences. */
  welcome(connection: Connection, cafe: Cafe): void {
    this.#place(connection, cafe);
    const sent = this.#sentOf(cafe.id);
    for (const audience of connection.data.audiences) {
      this.#newcomers.get(cafe.id)?.get(audience)?.delete(connection);
      const slices = slice(cafe, audience);
      for (const one of slices) {
        if (one.kind === 'cafe' && connection.data.knows === tagOf(one.view)) continue;
        emit(connection, cafe, one);
      }
      if (!sent.has(audience)) sent.set(audience, new Map(slices.map(written)));
    }
  }

  /** Lets a connection hear the page it has opened. Other rooms it comes to are joined when it is told. */
  opened(connection: Connection, cafe: Cafe, page: string): void {
    const wanted = wantedBy(connection, cafe);
    this.#leave(connection, cafe, wanted);
    if (wanted.has(`page:${page}`)) this.#join(connection, cafe, `page:${page}`);
  }

  /** Lets a connection hear no more of pages it has put away. */
  putAway(connection: Connection, cafe: Cafe): void {
    this.#leave(connection, cafe, wantedBy(connection, cafe));
  }

  forget(cafe: CafeId): void {
    this.#waiting.get(cafe)?.cancel();
    this.#waiting.delete(cafe);
    this.#moved.delete(cafe);
    this.#chairs.forget(cafe);
    this.#sent.delete(cafe);
    this.#newcomers.delete(cafe);
  }

  #place(connection: Connection, cafe: Cafe): void {
    const wanted = wantedBy(connection, cafe);
    this.#leave(connection, cafe, wanted);
    for (const audience of wanted) this.#join(connection, cafe, audience);
  }

  #join(connection: Connection, cafe: Cafe, audience: Audience): void {
    const { audiences } = connection.data;
    if (audiences.has(audience)) return;
    audiences.add(audience);
    void connection.join(roomOf(cafe.id, audience));
    this.#expect(cafe.id, audience, connection);
  }

  #leave(connection: Connection, cafe: Cafe, wanted: ReadonlySet<Audience>): void {
    const { audiences } = connection.data;
    for (const audience of audiences) {
      if (wanted.has(audience)) continue;
      audiences.delete(audience);
      void connection.leave(roomOf(cafe.id, audience));
      this.#newcomers.get(cafe.id)?.get(audience)?.delete(connection);
    }
  }

  #expect(cafe: CafeId, audience: Audience, connection: Connection): void {
    const byAudience = this.#newcomers.get(cafe) ?? new Map<Audience, Set<Connection>>();
    this.#newcomers.set(cafe, byAudience);
    byAudience.set(audience, (byAudience.get(audience) ?? new Set()).add(connection));
  }

  #flush(cafe: Cafe): void {
    this.#waiting.delete(cafe.id);
    if (this.#moved.delete(cafe.id)) {
      for (const connection of this.#connections.of(cafe.id)) this.#place(connection, cafe);
    }
    const sent = this.#sentOf(cafe.id);
    const newcomers = this.#newcomers.get(cafe.id);
    this.#newcomers.delete(cafe.id);
    const heard = new Set<Audience>();
    for (const { data } of this.#connections.of(cafe.id)) {
      for (const audience of data.audiences) heard.add(audience);
    }
    for (const audience of sent.keys()) if (!heard.has(audience)) sent.delete(audience);
    for (const audience of heard) {
      const last = sent.get(audience) ?? new Map<SliceKind, string>();
      sent.set(audience, last);
      for (const one of slice(cafe, audience)) {
        const [kind, json] = written(one);
        const tell = (): void => {
          last.set(kind, json);
          emit(this.#io.to(roomOf(cafe.id, audience)), cafe, one);
        };
        if (last.get(kind) !== json) {
          if (one.kind === 'chairs') {
            const everyMs = this.#connections.of(cafe.id).size * LIMITS.chairsMsPerPhone;
            this.#chairs.do(cafe.id, one.view.round, everyMs, tell);
          } else tell();
        } else {
          if (one.kind === 'chairs') this.#chairs.drop(cafe.id);
          for (const connection of newcomers?.get(audience) ?? []) emit(connection, cafe, one);
        }
      }
    }
  }

  #sentOf(cafe: CafeId): Map<Audience, Sent> {
    const sent = this.#sent.get(cafe) ?? new Map<Audience, Sent>();
    this.#sent.set(cafe, sent);
    return sent;
  }
}

function emit(to: Pick<Connection, 'emit'> | ReturnType<Io['to']>, cafe: Cafe, one: Slice): void {
  to.emit('slice', { factNumber: cafe.factNumber, slice: one });
}

function written(one: Slice): [SliceKind, string] {
  return [one.kind, JSON.stringify(one.view)];
}

/** Whether anybody may have come to another audience. */
function movesPeople(before: Cafe, after: Cafe): boolean {
  return (
    before.stage !== after.stage ||
    before.itineraries !== after.itineraries ||
    before.sat !== after.sat ||
    before.tablePhones !== after.tablePhones ||
    before.definition.teams !== after.definition.teams
  );
}

/** The audiences of a connection as the café is now; pages it may not follow any more are closed. */
function wantedBy(connection: Connection, cafe: Cafe): Set<Audience> {
  const { data } = connection;
  const wanted = new Set(audiencesOf(cafe, data.session.holder));
  for (const page of data.opened) {
    if (mayFollow(cafe, connection, page)) wanted.add(`page:${page}`);
    else data.opened.delete(page);
  }
  return wanted;
}

/** A page somebody opened by asking is followed as long as there is a right to write on it. */
function mayFollow(cafe: Cafe, { data }: Connection, page: string): boolean {
  const right = pageRight(cafe, data.session.holder, page);
  return right === 'write' || right === 'late' || right === 'early';
}
