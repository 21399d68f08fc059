import type { Audience, CafeId } from '@tablecloth/shared/cafe';
import type { ServerMessages } from '@tablecloth/shared/protocol';
import type { Log } from '../log.ts';
import type { Time } from '../time.ts';
import { roomOf, type Connection, type Io } from './connection.ts';

type Event = 'phones' | 'next steps' | 'waiting' | 'arrivals' | 'silent tables';
type Message<E extends Event> = Parameters<ServerMessages[E]>[0];

export interface FigureKind<E extends Event> {
  event: E;
  /** Who is told. */
  to: readonly Audience[];
  /** At most so often. */
  everyMs: number;
  /** As it is now; null while there is nothing to tell. */
  count: (cafe: CafeId) => Message<E> | null | Promise<Message<E> | null>;
}

/** What is counted of a café and stored nowhere: told when it has changed, and to whoever comes. */
export class Figure<E extends Event> {
  readonly #around: { io: Io; time: Time; log: Log };
  readonly #kind: FigureKind<E>;
  readonly #soon = new Map<CafeId, () => void>();
  readonly #sent = new Map<CafeId, string>();

  constructor(around: { io: Io; time: Time; log: Log }, kind: FigureKind<E>) {
    this.#around = around;
    this.#kind = kind;
  }

  /** It may be another one now. */
  changed(cafe: CafeId): void {
    if (this.#soon.has(cafe)) return;
    const { time, io } = this.#around;
    const { event, to, everyMs } = this.#kind;
    const cancel = time.after(everyMs, () => {
      this.#soon.delete(cafe);
      this.#count(cafe, (message) => {
        const json = JSON.stringify(message);
        if (this.#sent.get(cafe) === json) return;
        this.#sent.set(cafe, json);
        io.to(to.map((audience) => roomOf(cafe, audience))).emit(event, ...message);
      });
    });
    this.#soon.set(cafe, cancel);
  }

  welcome(connection: Connection): void {
    const { audiences, session } = connection.data;
    const { event, to } = this.#kind;
    if (!to.some((audience) => audiences.has(audience))) return;
    this.#count(session.cafe, (message) => connection.emit(event, ...message));
  }

  forget(cafe: CafeId): void {
    this.#soon.get(cafe)?.();
    this.#soon.delete(cafe);
    this.#sent.delete(cafe);
  }

  #count(cafe: CafeId, tell: (message: Parameters<ServerMessages[E]>) => void): void {
    const { event, count } = this.#kind;
    Promise.resolve(cafe)
      .then(count)
      .then(
        (message) => {
          if (message !== null) tell([message] as Parameters<ServerMessages[E]>);
        },
        (error: unknown) => {
          this.#around.log.error({ cafe, event, err: error }, 'a figure was not counted');
        },
      );
  }
}
