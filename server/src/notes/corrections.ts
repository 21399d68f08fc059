/**
 * Notes corrected and completed by their team after the café, or by facilitators where the table is no
 * team's, and questions for the panel answered by facilitators: a note at a time, over HTTP. The words
 * take the way of every other entry, through the ingress and the tick, and are answered when they are
 * stored.
 */
import {
  isNobodys,
  mayAnswer,
  mayCorrect,
  type Cafe,
  type CafeId,
  type Refusal,
  type TableId,
} from '@tablecloth/shared/cafe';
import {
  ANSWER_KIND,
  addCard,
  answerOrder,
  answerTo,
  cardText,
  cleanText,
  diff,
  newPage,
  pageId,
  readCards,
  readLeaf,
  setCard,
  type Card,
} from '@tablecloth/shared/notes';
import type { AnswerBody, Correction, NotesToCorrect } from '@tablecloth/shared/protocol';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { Session } from '../capabilities/session.ts';
import type { Time } from '../time.ts';
import type { Heard } from './heard.ts';
import type { Ingress } from './ingress.ts';
import type { PageMemory } from './page-memory.ts';
import type { Pages } from './pages.ts';

const PATIENCE_MS = 10_000;

export class Corrections {
  readonly #around: { time: Time; pages: Pages; ingress: Ingress; heard: Heard };
  readonly #stored: (cafe: CafeId, page: string) => void;

  /** @param stored is called whenever a page says something else now. */
  constructor(
    around: { time: Time; pages: Pages; ingress: Ingress; heard: Heard },
    stored: (cafe: CafeId, page: string) => void,
  ) {
    this.#around = around;
    this.#stored = stored;
  }

  /**
   * The notes of a table there is, without what was removed or added late by somebody. Nobody comes
   * home to a table of no team, so there that page is only had where something stands on it.
   */
  async notes(cafe: Cafe, table: TableId): Promise<NotesToCorrect['pages']> {
    const steps = cafe.definition.programme.flatMap((step) =>
      step.kind === 'round' || step.kind === 'home' ? [step] : [],
    );
    const pages = await Promise.all(
      steps.map(async ({ kind, round }) => {
        const page = pageId(table, round);
        const doc = docOf(await this.#around.pages.get(cafe.id, page));
        const cards = readCards(doc).filter(isOfTeam);
        doc.destroy();
        return {
          page,
          round,
          isHome: kind === 'home',
          cards: cards.map(({ id, kind: of, text }) => ({ id, kind: of, text })),
        };
      }),
    );
    const hasHome = !isNobodys(cafe.definition.teams, table);
    return pages.filter(({ isHome, cards }) => !isHome || hasHome || cards.length > 0);
  }

  /** Null once it is stored. */
  async correct(cafe: Cafe, author: Session, correction: Correction): Promise<Refusal | null> {
    const { time, pages } = this.#around;
    const { id, page } = correction;
    const refusal = mayCorrect(cafe, author.holder, page, time.now());
    if (refusal !== null) return refusal;
    const memory = await pages.get(cafe.id, page);
    const change = changed(memory, correction, time.now());
    if (change === 'no card') return { code: 'bad note' };
    return change === null ? null : this.#enter(author, memory, id, change);
  }

  /** A facilitator answers a question for the panel in its notes. Null once it is stored. */
  async answer(cafe: Cafe, author: Session, answer: AnswerBody): Promise<Refusal | null> {
    const { time, pages } = this.#around;
    const { id, page, card } = answer;
    const refusal = mayAnswer(cafe, page, card, time.now());
    if (refusal !== null) return refusal;
    const memory = await pages.get(cafe.id, page);
    const change = answered(memory, answer);
    if (change === 'no card') return { code: 'no question' };
    return change === null ? null : this.#enter(author, memory, id, change);
  }

  /** `replica` is new for each change, so one that is sent again is known. */
  #enter(
    author: Session,
    memory: PageMemory,
    replica: string,
    bytes: Uint8Array,
  ): Promise<Refusal | null> {
    const { time, ingress, heard } = this.#around;
    const { page, generation } = memory;
    return new Promise((resolve) => {
      const giveUp = time.after(PATIENCE_MS, () => {
        stop();
        resolve({ code: 'not stored' });
      });
      const stop = heard.once(author.cafe, replica, (refusal) => {
        giveUp();
        if (refusal === null) this.#stored(author.cafe, page);
        resolve(refusal);
      });
      const entry = { page, generation, replica, n: 1, bytes, isCorrection: true };
      ingress.enter(author, entry).catch(() => {
        stop();
        giveUp();
        resolve({ code: 'not stored' });
      });
    });
  }
}

/** What a correction changes on a page, as an update; null where it says what is there already. */
function changed(
  memory: PageMemory,
  { card, kind, text: typed }: Correction,
  at: number,
): Uint8Array | 'no card' | null {
  const doc = docOf(memory);
  const before = Y.encodeStateVector(doc);
  const text = cleanText(typed).trim();
  try {
    if (card === null) {
      if (text === '') return null;
      addCard(doc, { id: uuid(), kind, order: at, text });
    } else {
      const old = readCards(doc).find((one) => one.id === card && isOfTeam(one));
      if (old === undefined) return 'no card';
      if (!rewrite(doc, old, text)) return null;
    }
    return Y.encodeStateAsUpdate(doc, before);
  } finally {
    doc.destroy();
  }
}

/** What an answer changes on the question's page; null where it says what is there already. */
function answered(
  memory: PageMemory,
  { card, text: typed }: AnswerBody,
): Uint8Array | 'no card' | null {
  const doc = docOf(memory);
  const before = Y.encodeStateVector(doc);
  const text = cleanText(typed).trim();
  try {
    const cards = readCards(doc);
    const late = memory.leaves().flatMap(({ updates }) => readLeaf(memory.bytes(), updates).cards);
    const question = [...cards, ...late].find(({ id, removed }) => id === card && !removed);
    if (question === undefined) return 'no card';
    const old = answerTo(cards, card);
    if (old === null) {
      if (text === '') return null;
      const place = { kind: ANSWER_KIND, order: answerOrder(question), buildsOn: card };
      addCard(doc, { id: uuid(), ...place, text });
    } else if (!rewrite(doc, old, text)) return null;
    return Y.encodeStateAsUpdate(doc, before);
  } finally {
    doc.destroy();
  }
}

/** Gives a card these words, or removes it where there are none. False where nothing changes. */
function rewrite(doc: Y.Doc, { id, text: old }: Card, text: string): boolean {
  if (text === '') return setCard(doc, id, { removed: true });
  const words = cardText(doc, id);
  const edit = diff(old, text);
  if (edit === null || words === null) return false;
  doc.transact(() => {
    words.delete(edit.at, edit.remove);
    words.insert(edit.at, edit.insert);
  });
  return true;
}

/** What a team may correct: its notes, not what facilitators answered. */
function isOfTeam({ removed, text, kind }: Card): boolean {
  return !removed && text.trim() !== '' && kind !== ANSWER_KIND;
}

function docOf(memory: PageMemory): Y.Doc {
  const doc = newPage();
  Y.applyUpdate(doc, memory.bytes());
  return doc;
}
