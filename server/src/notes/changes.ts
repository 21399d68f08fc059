/**
 * What a correction or an answer changes on a page or beneath it, as an update of a replica of its own.
 * Words that were added late stay beneath the name of whoever added them.
 */
import type { PersonId, Refusal } from '@tablecloth/shared/cafe';
import {
  ANSWER_KIND,
  addCard,
  answerOrder,
  answerTo,
  cardText,
  cleanText,
  diff,
  newPage,
  openLeaf,
  readCards,
  readLeaf,
  setCard,
  wordsAdded,
  type Card,
  type OpenLeaf,
} from '@tablecloth/shared/notes';
import type { AnswerBody, Correction, NotesToCorrect } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { PageMemory } from './page-memory.ts';

export type NoteToCorrect = Omit<NotesToCorrect['pages'][number]['cards'][number], 'isAsked'>;

export interface Change {
  /** Beneath whose name it goes; null for the page itself. */
  leaf: PersonId | null;
  bytes: Uint8Array;
}

/** An id for the words that somebody added late to a card, the same each time. */
export type AdditionId = (card: string, person: PersonId) => string;

/** What is read on a page and can be corrected, in the order of packs; not what facilitators answered. */
export function notesToCorrect(memory: PageMemory, idOf: AdditionId): NoteToCorrect[] {
  const doc = docOf(memory);
  const cards = readCards(doc);
  doc.destroy();
  const leaves = memory.leaves().map(({ person, updates }) => ({
    person,
    ...readLeaf(memory.bytes(), updates),
  }));
  const additionsTo = (card: string): NoteToCorrect[] =>
    leaves.flatMap(({ person, additions }) =>
      additions
        .filter(({ cardId }) => cardId === card)
        .map(({ pieces }) => ({
          id: idOf(card, person),
          kind: 'note',
          text: wordsAdded(pieces),
          isLate: true,
        })),
    );
  const own = cards
    .filter(({ removed, kind }) => !removed && kind !== ANSWER_KIND)
    .flatMap((card) => [noteOf(card, false), ...additionsTo(card.id)]);
  const late = leaves.flatMap((leaf) =>
    leaf.cards.filter(({ removed }) => !removed).map((card) => noteOf(card, true)),
  );
  const notes = [...own, ...late].filter(({ text }) => text.trim() !== '');
  // Whoever writes their own bytes may have used an id twice.
  return notes.filter(({ id }, nth) => notes.findIndex((one) => one.id === id) === nth);
}

/** Null where the page says already what the correction does; a no where somebody else has changed the note. */
export function correctionOf(
  memory: PageMemory,
  { card, kind, text: typed, was }: Correction,
  { at, idOf }: { at: number; idOf: AdditionId },
): Change | Refusal | null {
  const text = cleanText(typed).trim();
  if (card === null) {
    if (text === '') return null;
    return onPage(memory, (doc) => addCard(doc, { id: uuid(), kind, order: at, text }));
  }
  const old = notesToCorrect(memory, idOf).find(({ id }) => id === card);
  if (old === undefined) return { code: 'bad note' };
  const now = old.text.trim();
  if (text === now) return null;
  const since = writtenSince(was, now);
  if (since !== null) return since;
  if (!old.isLate) return onPage(memory, (doc) => rewrite(doc, old, text));
  for (const { person, updates } of memory.leaves()) {
    const { doc, cards, additions } = openLeaf(memory.bytes(), updates);
    const addition = additions.find(({ cardId }) => idOf(cardId, person) === card);
    const bytes = written(doc, () => {
      if (addition !== undefined) return rewriteAddition(doc, addition, text);
      return cards.some(({ id, removed }) => id === card && !removed) && rewrite(doc, old, text);
    });
    if (bytes !== null) return { leaf: person, bytes };
  }
  return null;
}

/** Null where the answer says what is there already; a no where somebody else has answered otherwise. */
export function answerOf(
  memory: PageMemory,
  { card, text: typed, was }: AnswerBody,
): Change | Refusal | null {
  const text = cleanText(typed).trim();
  const doc = docOf(memory);
  const cards = readCards(doc);
  doc.destroy();
  const late = memory.leaves().flatMap(({ updates }) => readLeaf(memory.bytes(), updates).cards);
  const question = [...cards, ...late].find(({ id, removed }) => id === card && !removed);
  if (question === undefined) return { code: 'no question' };
  const old = answerTo(cards, card);
  const now = old?.text.trim() ?? '';
  if (text === now) return null;
  const since = writtenSince(was, now);
  if (since !== null) return since;
  if (old !== null) return onPage(memory, (page) => rewrite(page, old, text));
  const place = { kind: ANSWER_KIND, order: answerOrder(question), buildsOn: card };
  return onPage(memory, (page) => addCard(page, { id: uuid(), ...place, text }));
}

/** Words that their sender has not seen are not written over; one who does not say what they saw writes over all. */
function writtenSince(was: string | undefined, now: string): Refusal | null {
  if (was === undefined || cleanText(was).trim() === now) return null;
  return { code: 'written since', now: { text: now } };
}

function noteOf({ id, kind, text }: Card, isLate: boolean): NoteToCorrect {
  return { id, kind, text, isLate };
}

function onPage(memory: PageMemory, write: (doc: Y.Doc) => boolean): Change | null {
  const bytes = written(docOf(memory), write);
  return bytes === null ? null : { leaf: null, bytes };
}

/** What `write` changes in a document, which is done with then; null where it changes nothing. */
function written(doc: Y.Doc, write: (doc: Y.Doc) => boolean): Uint8Array | null {
  const before = Y.encodeStateVector(doc);
  try {
    return write(doc) ? Y.encodeStateAsUpdate(doc, before) : null;
  } finally {
    doc.destroy();
  }
}

/** Gives a card these words, or removes it where there are none. False where nothing changes. */
function rewrite(doc: Y.Doc, { id, text: old }: Pick<Card, 'id' | 'text'>, text: string): boolean {
  if (text === '') return setCard(doc, id, { removed: true });
  const words = cardText(doc, id);
  return words !== null && edit(words, 0, old, text);
}

/** Gives words added to a card these instead, all in the first of their places. */
function rewriteAddition(
  doc: Y.Doc,
  { cardId, pieces }: OpenLeaf['additions'][number],
  text: string,
): boolean {
  const words = cardText(doc, cardId);
  const [first, ...others] = pieces;
  if (words === null || first === undefined) return false;
  doc.transact(() => {
    for (const { at, text: old } of others.reverse()) words.delete(at, old.length);
    edit(words, first.at, first.text, text);
  });
  return true;
}

/** False where nothing changes. */
function edit(words: Y.Text, at: number, old: string, text: string): boolean {
  const change = diff(old, text);
  if (change === null) return false;
  words.doc?.transact(() => {
    words.delete(at + change.at, change.remove);
    words.insert(at + change.at, change.insert);
  });
  return true;
}

function docOf(memory: PageMemory): Y.Doc {
  const doc = newPage();
  Y.applyUpdate(doc, memory.bytes());
  return doc;
}
