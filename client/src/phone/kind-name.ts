import { ANSWER_KIND } from '@tablecloth/shared/notes';
import type { PhoneWords } from '../words/phone.ts';

/** What a kind of card is called; empty for an ordinary note. */
export function kindName(kind: string, { homeRound }: Pick<PhoneWords, 'homeRound'>): string {
  if (kind === 'next') return homeRound.nextStep;
  if (kind === ANSWER_KIND) return homeRound.answer;
  return kind === 'who' || kind === 'when' ? homeRound[kind] : '';
}

/**
 * What stands before a card to read: its kind, or `question`, the words for a question for the panel, where
 * `asked` has it; empty before an ordinary note.
 */
export function readLabel(
  { id, kind }: { id: string; kind: string },
  asked: readonly string[],
  words: Pick<PhoneWords, 'homeRound'>,
  question: string,
): string {
  const name = kindName(kind, words);
  return name === '' && asked.includes(id) ? question : name;
}

/**
 * What stands before a card that was added after its round by `by`: that, and its label where it has
 * one. Words added to a card of the page bear that card's id, and are no question because it is one.
 */
export function lateLabel(
  late: { id: string; kind: string; by: string },
  { cards, asked }: { cards: readonly { id: string }[]; asked: readonly string[] },
  words: Pick<PhoneWords, 'homeRound'>,
  say: { asked: string; addedLater: (name: string) => string },
): string {
  const isAddition = cards.some(({ id }) => id === late.id);
  const label = readLabel(late, isAddition ? [] : asked, words, say.asked);
  return [say.addedLater(late.by), label].filter((part) => part !== '').join(' · ');
}
