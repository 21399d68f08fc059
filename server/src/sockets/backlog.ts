/**
 * What a connection has not taken yet. Credits count messages, but a page may be a megabyte and a
 * question for one is forty bytes: whoever asks and does not read would fill the memory. So answers that
 * carry pages are made one after the other for each connection, and only while little is unsent; a slow
 * phone gets all of them, in its own time. One that takes nothing for long, or for which too much
 * has come together, is cut: when it connects again it hears everything as it is then.
 */
import { LIMITS } from '@tablecloth/shared/cafe';
import { Queue } from '../cafes/queue.ts';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import type { Connection } from './connection.ts';

/** How soon it is looked again whether enough was taken: no transport tells it in time. */
const LOOK_MS = 50;

/** Large answers wait until most of what is unsent was taken. */
export type Turn = 'large' | 'small';

/** What Engine.IO knows of a connection and does not declare. */
interface Wire {
  writeBuffer: readonly { data?: string | Uint8Array }[];
  transport: { socket?: { bufferedAmount: number } };
}

export class Backlog {
  readonly #time: Time;
  readonly #log: Log;
  readonly #queues = new WeakMap<Connection, Queue>();

  constructor({ time, log }: { time: Time; log: Log }) {
    this.#time = time;
    this.#log = log;
  }

  /** From now on the connection is cut when it answers the server's heartbeat but does not read. */
  watch(connection: Connection): void {
    connection.conn.on('heartbeat', () => {
      if (unsentBytes(connection) > LIMITS.unsentBytesMax) this.#cut(connection);
    });
  }

  /** Does something in the connection's turn, unless it ends before. */
  async inTurn(connection: Connection, turn: Turn, act: () => Promise<void>): Promise<void> {
    const queue = this.#queues.get(connection) ?? new Queue();
    this.#queues.set(connection, queue);
    await queue.run(async () => {
      if (turn === 'large') await this.#room(connection);
      if (connection.connected) await act();
    });
  }

  /** Waits until little is unsent or the connection has ended; ends it when that takes too long. */
  async #room(connection: Connection): Promise<void> {
    const until = this.#time.now() + LIMITS.unsentMsMax;
    while (connection.connected && unsentBytes(connection) > LIMITS.unsentBytesToAnswer) {
      if (this.#time.now() >= until) this.#cut(connection);
      else await new Promise<void>((resolve) => this.#time.after(LOOK_MS, resolve));
    }
  }

  #cut(connection: Connection): void {
    const { id, cafe } = connection.data.session;
    const bytes = unsentBytes(connection);
    this.#log.info({ cafe, session: id, bytes }, 'a connection that does not read was cut');
    // Without waiting until what is unsent has been sent, as `disconnect` would.
    connection.conn.close(true);
  }
}

function unsentBytes({ conn }: Connection): number {
  const { writeBuffer, transport } = conn as unknown as Wire;
  const handedOver = transport.socket?.bufferedAmount ?? 0;
  return writeBuffer.reduce((sum, { data }) => sum + (data?.length ?? 0), handedOver);
}
