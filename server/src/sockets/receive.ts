/**
 * The one way in for every message. Whatever arrives, under whatever name, with whatever payload, is
 * read by its schema, judged, handled and answered here; nothing a client sends can throw past this
 * file. An answer goes to the acknowledgement if the client asked for one.
 */
import { refusalSentence, type Refusal } from '@tablecloth/shared/cafe';
import type { Answer, WireRefusal } from '@tablecloth/shared/protocol';
import type { GenericSchema, InferOutput } from 'valibot';
import type { Log } from '../log.ts';
import { parse } from '../parse.ts';
import type { Backlog, Turn } from './backlog.ts';
import type { Connection } from './connection.ts';

/** What a handler gives back: the fields of a good answer, or a refusal. */
export type Reply = { ok: true; [field: string]: unknown } | { ok: false; refusal: Refusal };

/** A message with its schema and what is done about it. */
export interface Receiver {
  schema: GenericSchema;
  handle(connection: Connection, message: unknown): Promise<Reply> | Reply;
  /** A message that came too fast; where it is missing it is refused. */
  tooFast?(connection: Connection, message: unknown): void;
  /** A message that does not fit its schema, besides the refusal that its acknowledgement carries. */
  unread?(connection: Connection, message: unknown, refusal: Refusal): void;
  turn?: Turn;
}

/** Ties a handler to its schema, so that it sees only what the schema lets through. */
export function receiver<Schema extends GenericSchema>(
  schema: Schema,
  handle: (connection: Connection, message: InferOutput<Schema>) => Promise<Reply> | Reply,
  otherwise: Pick<Receiver, 'unread'> & {
    tooFast?(connection: Connection, message: InferOutput<Schema>): void;
  } = {},
): Receiver {
  return { schema, handle, ...otherwise };
}

export function wireRefusal(refusal: Refusal): WireRefusal {
  return { ...refusal, sentence: refusalSentence(refusal) };
}

export function makeReceive(around: {
  receivers: ReadonlyMap<string, Receiver>;
  mayTake: (connection: Connection) => boolean;
  backlog: Backlog;
  log: Log;
}) {
  const { receivers, mayTake, backlog, log } = around;

  /** What is to be done about a message; of its payload that keeps only what the schema lets through. */
  function work(connection: Connection, name: string, message: unknown): Work {
    const known = receivers.get(name);
    const hasCredit = mayTake(connection);
    if (known === undefined) return refuse('not understood');
    if (!hasCredit && known.tooFast === undefined) return refuse('too fast');
    const read = parse(known.schema, message);
    if (!read.ok) {
      return {
        run: () => {
          known.unread?.(connection, message, read.refusal);
          return read;
        },
      };
    }
    const { value } = read;
    if (hasCredit) return { ...known, run: () => known.handle(connection, value) };
    return {
      run: () => {
        known.tooFast?.(connection, value);
        return { ok: true };
      },
    };
  }

  async function answer(connection: Connection, name: string, { run }: Work, ack: Ack) {
    let given: Answer<object>;
    try {
      const reply = await run();
      given = reply.ok ? reply : { ok: false, refusal: wireRefusal(reply.refusal) };
    } catch (error) {
      const { id, cafe } = connection.data.session;
      log.error({ cafe, session: id, message: name.slice(0, 40), err: error }, 'a handler failed');
      given = { ok: false, refusal: wireRefusal({ code: 'went wrong' }) };
    }
    ack?.(given);
  }

  return async (connection: Connection, name: unknown, args: readonly unknown[]): Promise<void> => {
    const ack = args.findLast((arg) => typeof arg === 'function') as Ack;
    const called = String(name);
    const todo = work(connection, called, args[0]);
    const act = () => answer(connection, called, todo, ack);
    await (todo.turn === undefined ? act() : backlog.inTurn(connection, todo.turn, act));
  };
}

interface Work extends Pick<Receiver, 'turn'> {
  run(): Promise<Reply> | Reply;
}

type Ack = ((answer: Answer<object>) => void) | undefined;

function refuse(code: 'not understood' | 'too fast'): Work {
  return { run: () => ({ ok: false, refusal: { code } }) };
}
