/**
 * Notes corrected and completed by their team after the café, or by facilitators where the table is no
 * team's, and questions for the panel answered by facilitators: a note at a time, over HTTP. The words
 * take the way of every other entry, through the ingress and the tick, and are answered when they are
 * stored.
 */
import {
  askedOn,
  isNobodys,
  mayAnswer,
  mayCorrect,
  type Cafe,
  type CafeId,
  type Refusal,
  type TableId,
} from '@tablecloth/shared/cafe';
import { pageId } from '@tablecloth/shared/notes';
import type { AnswerBody, Correction, NotesToCorrect } from '@tablecloth/shared/protocol';
import { Queue } from '../cafes/queue.ts';
import { additionId } from '../capabilities/secret.ts';
import type { Session } from '../capabilities/session.ts';
import type { Time } from '../time.ts';
import { answerOf, correctionOf, notesToCorrect, type AdditionId, type Change } from './changes.ts';
import type { Heard } from './heard.ts';
import type { Ingress } from './ingress.ts';
import type { PageMemory } from './page-memory.ts';
import type { Pages } from './pages.ts';

const PATIENCE_MS = 10_000;

interface Around {
  time: Time;
  /** The server's. */
  key: Uint8Array;
  pages: Pages;
  ingress: Ingress;
  heard: Heard;
}

export class Corrections {
  readonly #around: Around;
  readonly #turns = new Map<string, Queue>();
  readonly #stored: (cafe: CafeId, page: string) => void;

  /** @param stored is called whenever a page, or what was added late beneath it, says something else now. */
  constructor(around: Around, stored: (cafe: CafeId, page: string) => void) {
    this.#around = around;
    this.#stored = stored;
  }

  /**
   * The notes of a table there is, with what was added late and without what was removed. Nobody comes
   * home to a table of no team, so there that page is only had where something stands on it.
   */
  async notes(cafe: Cafe, table: TableId): Promise<NotesToCorrect['pages']> {
    const steps = cafe.definition.programme.flatMap((step) =>
      step.kind === 'round' || step.kind === 'home' ? [step] : [],
    );
    const pages = await Promise.all(
      steps.map(async ({ kind, round }) => {
        const page = pageId(table, round);
        const memory = await this.#around.pages.get(cafe.id, page);
        const asked = askedOn(cafe, page);
        const cards = notesToCorrect(memory, this.#idOf(memory)).map((card) => ({
          ...card,
          isAsked: asked.includes(card.id),
        }));
        return { page, round, isHome: kind === 'home', cards };
      }),
    );
    const hasHome = !isNobodys(cafe.definition.teams, table);
    return pages.filter(({ isHome, cards }) => !isHome || hasHome || cards.length > 0);
  }

  /** Null once it is stored. */
  async correct(cafe: Cafe, author: Session, correction: Correction): Promise<Refusal | null> {
    const { time } = this.#around;
    const refusal = mayCorrect(cafe, author.holder, correction.page, time.now());
    if (refusal !== null) return refusal;
    return this.#inTurn(author, correction, (memory) =>
      correctionOf(memory, correction, { at: time.now(), idOf: this.#idOf(memory) }),
    );
  }

  /** A facilitator answers a question for the panel in its notes. Null once it is stored. */
  async answer(cafe: Cafe, author: Session, answer: AnswerBody): Promise<Refusal | null> {
    const refusal = mayAnswer(cafe, answer.page, answer.card, this.#around.time.now());
    if (refusal !== null) return refusal;
    return this.#inTurn(author, answer, (memory) => answerOf(memory, answer));
  }

  /** Each is judged by what the one before has stored: of two at once the second knows of the first. */
  async #inTurn(
    author: Session,
    { id, page }: { id: string; page: string },
    judge: (memory: PageMemory) => Change | Refusal | null,
  ): Promise<Refusal | null> {
    const { cafe } = author;
    const key = `${cafe}/${page}`;
    const turns = this.#turns.get(key) ?? new Queue();
    this.#turns.set(key, turns);
    try {
      return await turns.run(async () => {
        const memory = await this.#around.pages.get(cafe, page);
        // Sent again, it may meet what it took out itself, or what others have written since.
        if ((memory.replicas.get(id)?.committed ?? 0) > 0) return null;
        return this.#enter(author, memory, id, judge(memory));
      });
    } finally {
      if (turns.isIdle) this.#turns.delete(key);
    }
  }

  #idOf({ cafe, page }: PageMemory): AdditionId {
    const { key } = this.#around;
    return (card, person) => additionId(key, { cafe, page, card, person });
  }

  /** `replica` is new for each change, so one that is sent again is known. */
  #enter(
    author: Session,
    memory: PageMemory,
    replica: string,
    change: Change | Refusal | null,
  ): Promise<Refusal | null> {
    if (change === null || 'code' in change) return Promise.resolve(change);
    const { leaf, bytes } = change;
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
      const entry = { page, generation, replica, n: 1, bytes, isCorrection: true, leaf };
      ingress.enter(author, entry).catch(() => {
        stop();
        giveUp();
        resolve({ code: 'not stored' });
      });
    });
  }
}
