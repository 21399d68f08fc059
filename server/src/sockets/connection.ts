import type { Audience, CafeId, PersonId } from '@tablecloth/shared/cafe';
import type { ClientMessages, ServerMessages } from '@tablecloth/shared/protocol';
import type { Server, Socket } from 'socket.io';
import type { Session } from '../capabilities/session.ts';

/** What we remember of one connection. */
export interface SocketData {
  session: Session;
  /** The tag of the `cafe` view it came with, or null. */
  knows: string | null;
  /** Audiences of the café this connection hears, as of its latest change. */
  audiences: Set<Audience>;
  /** Pages opened by asking, besides the one where the person sits. */
  opened: Set<string>;
  /** The page on which this connection last said it is writing. */
  writingOn: string | null;
}

type NoMessages = Record<string, never>;
export type Io = Server<ClientMessages, ServerMessages, NoMessages, SocketData>;
export type Connection = Socket<ClientMessages, ServerMessages, NoMessages, SocketData>;

/** The Socket.IO room of an audience. */
export function roomOf(cafe: CafeId, audience: Audience): string {
  return `${cafe}/${audience}`;
}

/** The room of one session: its tabs and devices that share a link's session. */
export function sessionRoom(session: string): string {
  return `session/${session}`;
}

/** The connections of each café. */
export class Connections {
  readonly #byCafe = new Map<CafeId, Set<Connection>>();

  add(connection: Connection): void {
    const { cafe } = connection.data.session;
    const set = this.#byCafe.get(cafe) ?? new Set();
    this.#byCafe.set(cafe, set.add(connection));
  }

  delete(connection: Connection): void {
    const { cafe } = connection.data.session;
    const set = this.#byCafe.get(cafe);
    set?.delete(connection);
    if (set?.size === 0) this.#byCafe.delete(cafe);
  }

  of(cafe: CafeId): ReadonlySet<Connection> {
    return this.#byCafe.get(cafe) ?? new Set();
  }

  /** People with a phone that is connected. */
  people(cafe: CafeId): Set<PersonId> {
    const holders = [...this.of(cafe)].map(({ data }) => data.session.holder);
    return new Set(holders.flatMap((one) => (one.role === 'person' ? [one.person] : [])));
  }
}
