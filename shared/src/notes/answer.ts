/**
 * What was answered after the day to a question for the panel: a card behind the question's, on its
 * page, so it is kept, removed and deleted with the notes. Only the server makes such cards, for
 * facilitators; one that somebody at a table began is a note like any other.
 */
import type { Card } from './card.ts';

export const ANSWER_KIND = 'answer';

/** So far behind its question that no other card comes between. */
const BEHIND = 1 / 1024;

export function answerOrder(question: Pick<Card, 'order'>): number {
  return question.order + BEHIND;
}

/** The card that answers this one; null where there is none. */
export function answerTo<C extends Card & { author?: string | null }>(
  cards: readonly C[],
  question: string,
): C | null {
  return cards.find((card) => isAnswer(card) && card.buildsOn === question) ?? null;
}

/**
 * Whether a card answers another, be it one that was removed for good since. `author` says who began
 * it, where that is known.
 */
export function isAnswer(card: Card & { author?: string | null }): boolean {
  const { kind, removed, text, author = null } = card;
  return kind === ANSWER_KIND && author === null && !removed && text.trim() !== '';
}
