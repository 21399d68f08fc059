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
