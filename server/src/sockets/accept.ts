/** A connection from its handshake to its end. */
import type { Cafe, Refusal } from '@tablecloth/shared/cafe';
import { Handshake, PROTOCOL_VERSION } from '@tablecloth/shared/protocol';
import type { Cafes } from '../cafes/cafes.ts';
import { isGone } from '../capabilities/is-gone.ts';
import type { Sessions } from '../capabilities/sessions.ts';
import type { Session } from '../capabilities/session.ts';
import type { Log } from '../log.ts';
import { parse } from '../parse.ts';
import type { Time } from '../time.ts';
import { sessionRoom, type Connection, type Connections, type Io } from './connection.ts';
import { Backlog } from './backlog.ts';
import { Credits } from './credits.ts';
import type { Arrivals } from './arrivals.ts';
import type { Panel } from './panel.ts';
import type { Figure } from './figure.ts';
import type { Presence } from './presence.ts';
import { makeReceive, wireRefusal, type Receiver } from './receive.ts';
import type { Views } from './views.ts';
import type { Waiting } from './waiting.ts';

export interface AcceptSurroundings {
  io: Io;
  time: Time;
  log: Log;
  cafes: Cafes;
  sessions: Sessions;
  connections: Connections;
  views: Views;
  phones: Figure<'phones'>;
  nextSteps: Figure<'next steps'>;
  panel: Panel;
  arrivals: Arrivals;
  silentTables: Figure<'silent tables'>;
  presence: Presence;
  waiting: Waiting;
  receivers: ReadonlyMap<string, Receiver>;
}

export function acceptConnections(around: AcceptSurroundings): void {
  const { io, time, log, cafes, sessions, connections, views, phones, nextSteps, panel } = around;
  const { presence, silentTables, arrivals, waiting } = around;
  const credits = new Map<string, Credits>();

  const backlog = new Backlog({ time, log });
  const receive = makeReceive({
    receivers: around.receivers,
    mayTake: ({ data }) => {
      const own = credits.get(data.session.id) ?? new Credits(time.now());
      credits.set(data.session.id, own);
      return own.take(time.now());
    },
    backlog,
    log,
  });

  async function judge(
    auth: unknown,
  ): Promise<{ session: Session; knows: string | null } | Refusal> {
    const handshake = parse(Handshake, auth);
    if (!handshake.ok) return handshake.refusal;
    if (handshake.value.protocol !== PROTOCOL_VERSION) return { code: 'old page' };
    const session = await sessions.find(handshake.value.session);
    const live = session === null ? null : await cafes.get(session.cafe);
    if (session === null || live === null || isGone(live.cafe, session)) {
      return { code: 'no session' };
    }
    return { session, knows: handshake.value.cafe ?? null };
  }

  io.use((socket, next) => {
    judge(socket.handshake.auth)
      .catch((error: unknown): Refusal => {
        log.error({ err: error }, 'a handshake failed');
        return { code: 'went wrong' };
      })
      .then(
        (judged) => {
          if ('code' in judged) {
            next(refusedError(judged));
            return;
          }
          socket.data = { ...judged, audiences: new Set(), opened: new Set(), writingOn: null };
          next();
        },
        // Unreachable, but a promise that nobody hears of ends the process.
        () => undefined,
      );
  });

  io.on('connection', (connection) => {
    const { session } = connection.data;
    const cafe = cafes.peek(session.cafe)?.cafe;
    if (cafe === undefined) {
      end(connection, 'cafe deleted');
      return;
    }
    connection.onAny((name: unknown, ...args: unknown[]) => {
      void receive(connection, name, args);
    });
    connection.on('disconnect', () => {
      connections.delete(connection);
      const now = cafes.peek(session.cafe)?.cafe;
      if (now !== undefined) presence.left(connection, now);
      const isLast = ![...connections.of(session.cafe)].some(
        ({ data }) => data.session.id === session.id,
      );
      if (isLast) credits.delete(session.id);
      phones.changed(session.cafe);
    });
    backlog.watch(connection);
    connections.add(connection);
    void connection.join(sessionRoom(session.id));
    views.welcome(connection, cafe);
    phones.welcome(connection);
    nextSteps.welcome(connection);
    panel.welcome(connection);
    arrivals.welcome(connection);
    silentTables.welcome(connection);
    waiting.welcome(connection);
    phones.changed(session.cafe);
  });
}

/** Tells these sessions that they are over and cuts their connections. */
export function endSessions(io: Io, sessions: readonly string[]): void {
  for (const session of sessions) {
    const room = io.in(sessionRoom(session));
    room.emit('ended', { refusal: wireRefusal({ code: 'no session' }) });
    room.disconnectSockets(true);
  }
}

/**
 * Ends the connections of teams and of tables' devices that a café has no more: a turn later, so that a
 * device which has sent that itself is answered first.
 */
export function endWhoIsGone(connections: Connections, cafe: Cafe): void {
  const gone = [...connections.of(cafe.id)].filter(({ data }) => isGone(cafe, data.session));
  if (gone.length > 0) setImmediate(() => gone.forEach((one) => end(one, 'no session')));
}

/** `code`: why. */
export function end(connection: Connection, code: 'no session' | 'cafe deleted'): void {
  connection.emit('ended', { refusal: wireRefusal({ code }) });
  connection.disconnect(true);
}

/** What a client gets as `connect_error`: the refusal is in its `data`. */
function refusedError(refusal: Refusal): Error {
  const data = { refusal: wireRefusal(refusal) };
  return Object.assign(new Error(refusal.code), { data });
}
