import type { Cafe } from '../cafe/index.ts';
import type { Card } from '../notes/index.ts';
import type { PageNotes, Picked } from './page-notes.ts';

/** A page whose cards say what they were picked for. A question that was put aside is a note again. */
export function withPicks(cafe: Pick<Cafe, 'passedOn' | 'panel'>, notes: PageNotes): PageNotes {
  const page = `${notes.table}.${notes.round}`;
  const passedOn = new Set(cafe.passedOn[page]);
  const asked = new Map(
    cafe.panel
      .filter((question) => question.page === page && question.isAsked && !question.isHidden)
      .map(({ card, isAnswered }) => [card, isAnswered ? 'answered' : 'asked'] as const),
  );
  if (passedOn.size + asked.size === 0) return notes;
  const pick = <C extends Card>(card: C): C & Picked => {
    const panel = asked.get(card.id);
    return {
      ...card,
      ...(passedOn.has(card.id) ? { passedOn: true } : {}),
      ...(panel === undefined ? {} : { panel }),
    };
  };
  return {
    ...notes,
    cards: notes.cards.map(pick),
    late: notes.late.map((leaf) => ({ ...leaf, cards: leaf.cards.map(pick) })),
  };
}
