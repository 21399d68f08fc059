import { ANSWER_KIND } from '@tablecloth/shared/notes';
import type { PhoneWords } from '../words/phone.ts';

/** What a kind of card is called; empty for an ordinary note. */
export function kindName(kind: string, { homeRound }: Pick<PhoneWords, 'homeRound'>): string {
  if (kind === 'next') return homeRound.nextStep;
  if (kind === ANSWER_KIND) return homeRound.answer;
  return kind === 'who' || kind === 'when' ? homeRound[kind] : '';
}
