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
import type { Connection } from './connection.ts';

/** What a handler gives back: the fields of a good answer, or a refusal. */
export type Reply = { ok: true; [field: string]: unknown } | { ok: false; refusal: Refusal };

/** A message with its schema and what is done about it. */
export interface Receiver {
  schema: GenericSchema;
  handle(connection: Connection, message: unknown): Promise<Reply> | Reply;
  /** A message that came too fast; where it is missing it is refused. */
  tooFast?(connection: Connection, message: unknown): void;
}

/** Ties a handler to its schema, so that it sees only what the schema lets through. */
export function receiver<Schema extends GenericSchema>(
  schema: Schema,
  handle: (connection: Connection, message: InferOutput<Schema>) => Promise<Reply> | Reply,
  tooFast?: (connection: Connection, message: InferOutput<Schema>) => void,
): Receiver {
  return tooFast === undefined ? { schema, handle } : { schema, handle, tooFast };
}

export function wireRefusal(refusal: Refusal): WireRefusal {
  return { ...refusal, sentence: refusalSentence(refusal) };
}

export function makeReceive(
  receivers: ReadonlyMap<string, Receiver>,
  mayTake: (connection: Connection) => boolean,
  log: Log,
) {
  async function reply(connection: Connection, name: string, message: unknown): Promise<Reply> {
    const known = receivers.get(name);
    const hasCredit = mayTake(connection);
    if (known === undefined) return { ok: false, refusal: { code: 'not understood' } };
    if (!hasCredit && known.tooFast === undefined) {
      return { ok: false, refusal: { code: 'too fast' } };
    }
    const read = parse(known.schema, message);
    if (!read.ok) return read;
    if (hasCredit) return known.handle(connection, read.value);
    known.tooFast?.(connection, read.value);
    return { ok: true };
  }

  return async (connection: Connection, name: unknown, args: unknown[]): Promise<void> => {
    const ack = args.findLast((arg) => typeof arg === 'function');
    const [message] = args;
    let answer: Answer<object>;
    try {
      const given = await reply(connection, String(name), message);
      answer = given.ok ? given : { ok: false, refusal: wireRefusal(given.refusal) };
    } catch (error) {
      const { id, cafe } = connection.data.session;
      log.error(
        { cafe, session: id, message: String(name).slice(0, 40), err: error },
        'a handler failed',
      );
      answer = { ok: false, refusal: wireRefusal({ code: 'went wrong' }) };
    }
    if (ack !== undefined) (ack as (answer: Answer<object>) => void)(answer);
  };
}
