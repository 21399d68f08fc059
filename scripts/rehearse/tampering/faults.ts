/** Faults a server might have, each once: for the rehearsal's own test. */
import { addCard, decodeBase64, encodeBase64, newPage } from '@tablecloth/shared/notes';
import type { ServerMessages, WireCard } from '@tablecloth/shared/protocol';
import type { Slice } from '@tablecloth/shared/cafe';
import { wordsIn } from '../words.ts';
import type { Fault } from './proxy.ts';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';

type SliceMessage = Parameters<ServerMessages['slice']>[0];
type EntriesMessage = Parameters<ServerMessages['entries']>[0];

function sliceOf<K extends Slice['kind']>(
  body: unknown,
  kind: K,
): (SliceMessage & { slice: Extract<Slice, { kind: K }> }) | null {
  const message = body as SliceMessage;
  return message.slice.kind === kind ? (message as never) : null;
}

/** Leaves a word out of the notes wherever they are read. */
export function loseOneWord(): Fault {
  let lost: string | null = null;
  return ({ name, body }) => {
    const answer = body as { cards?: WireCard[] };
    if (name !== null || answer.cards === undefined) return [body];
    const cards = answer.cards.map((card) => {
      lost ??= wordsIn(card.text)[0] ?? null;
      return lost === null ? card : { ...card, text: card.text.replace(lost, '') };
    });
    return [{ ...answer, cards }];
  };
}

/** Tells the first person who hears of seats another table for round 1. */
export function sendOneWrong(): Fault {
  let person: string | null = null;
  return ({ name, body }) => {
    const message = name === 'slice' ? sliceOf(body, 'person') : null;
    const table = message?.slice.view.tables[0];
    if (message === null || table == null) return [body];
    const { view } = message.slice;
    person ??= view.person;
    if (view.person !== person) return [body];
    const wrong = table === 't1' ? 't2' : 't1';
    return [
      {
        ...message,
        slice: { kind: 'person', view: { ...view, tables: view.tables.with(0, wrong) } },
      },
    ];
  };
}

/** Sends notes of one table to the phones at another, as if they belonged there. */
export function showAtAnotherTable(): Fault {
  let stolen: EntriesMessage | null = null;
  let shownOn: string | null = null;
  return ({ name, body }) => {
    if (name !== 'entries') return [body];
    const message = body as EntriesMessage;
    stolen ??= message;
    if (stolen.page !== message.page) shownOn ??= message.page;
    return shownOn === message.page ? [body, { ...message, bytes: stolen.bytes }] : [body];
  };
}

/** Shows a word of one table on another's page, copied there by somebody unknown. */
export function copyToAnotherTable(): Fault {
  const seen = new Map<string, Y.Doc>();
  let copied: { page: string; bytes: string } | null = null;
  return ({ name, body }) => {
    if (name !== 'entries') return [body];
    const message = body as EntriesMessage;
    const doc = seen.get(message.page) ?? newPage();
    seen.set(message.page, doc);
    const update = decodeBase64(message.bytes);
    if (update !== null) Y.applyUpdate(doc, update);
    const word = [...seen].flatMap(([page, other]) =>
      page === message.page ? [] : wordsIn(JSON.stringify(other.getMap('cards'))),
    )[0];
    if (copied === null && word !== undefined) {
      const forged = newPage();
      addCard(forged, { id: uuid(), order: 0, text: word });
      copied = { page: message.page, bytes: encodeBase64(Y.encodeStateAsUpdate(forged)) };
    }
    if (copied?.page !== message.page) return [body];
    return [body, { ...message, bytes: copied.bytes }];
  };
}

/** Says to one phone that round 1 has begun, and then that it has begun again. */
export function ringTwice(): Fault {
  let rang: number | null = null;
  return ({ name, body, connection }) => {
    const message = name === 'slice' ? sliceOf(body, 'clock') : null;
    if (message === null || message.slice.view.openRound !== 1) return [body];
    rang ??= connection;
    if (rang !== connection) return [body];
    rang = -1;
    const { view } = message.slice;
    return [
      body,
      { ...message, slice: { kind: 'clock', view: { ...view, phase: view.phase + 1 } } },
    ];
  };
}
