/**
 * Notes corrected and completed by their team after the café: a note at a time, over HTTP. The words
 * take the way of every other entry, through the ingress and the tick, and are answered when they are
 * stored.
 */
import { mayCorrect, type Cafe, type Refusal, type TeamId } from '@tablecloth/shared/cafe';
import {
  addCard,
  cardText,
  cleanText,
  diff,
  newPage,
  pageId,
  readCards,
  setCard,
} from '@tablecloth/shared/notes';
import type { Correction, NotesToCorrect } from '@tablecloth/shared/protocol';
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

  constructor(around: { time: Time; pages: Pages; ingress: Ingress; heard: Heard }) {
    this.#around = around;
  }

  /** The notes of a team's own table, without what was removed or added late by somebody. */
  async notes(cafe: Cafe, team: TeamId): Promise<NotesToCorrect['pages']> {
    const table = cafe.definition.teams.find(({ id }) => id === team)?.homeTable;
    const steps = cafe.definition.programme.flatMap((step) =>
      step.kind === 'round' || step.kind === 'home' ? [step] : [],
    );
    return Promise.all(
      steps.map(async ({ kind, round }) => {
        const page = pageId(table ?? '', round);
        const doc = docOf(await this.#around.pages.get(cafe.id, page));
        const cards = readCards(doc).filter(({ removed, text }) => !removed && text.trim() !== '');
        doc.destroy();
        return {
          page,
          round,
          isHome: kind === 'home',
          cards: cards.map(({ id, kind: of, text }) => ({ id, kind: of, text })),
        };
      }),
    );
  }

  /** Null once it is stored. */
  async correct(
    cafe: Cafe,
    author: Session,
    team: TeamId,
    correction: Correction,
  ): Promise<Refusal | null> {
    const { time, pages, ingress, heard } = this.#around;
    const { id: replica, page } = correction;
    if (!mayCorrect(cafe, team, page, time.now())) return { code: 'too late' };
    const memory = await pages.get(cafe.id, page);
    const change = changed(memory, correction, time.now());
    if (change === 'no card') return { code: 'bad note' };
    if (change === null) return null;
    return new Promise((resolve) => {
      const giveUp = time.after(PATIENCE_MS, () => {
        stop();
        resolve({ code: 'not stored' });
      });
      const stop = heard.once(replica, (refusal) => {
        giveUp();
        resolve(refusal);
      });
      const { generation } = memory;
      const entry = { page, generation, replica, n: 1, bytes: change, isCorrection: true };
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
      const old = readCards(doc).find(({ id, removed }) => id === card && !removed);
      const words = cardText(doc, card);
      if (old === undefined || words === null) return 'no card';
      if (text === '') setCard(doc, card, { removed: true });
      else {
        const edit = diff(old.text, text);
        if (edit === null) return null;
        doc.transact(() => {
          words.delete(edit.at, edit.remove);
          words.insert(edit.at, edit.insert);
        });
      }
    }
    return Y.encodeStateAsUpdate(doc, before);
  } finally {
    doc.destroy();
  }
}

function docOf(memory: PageMemory): Y.Doc {
  const doc = newPage();
  Y.applyUpdate(doc, memory.bytes());
  return doc;
}
