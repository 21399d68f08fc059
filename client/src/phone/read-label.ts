import { DOT } from '@tablecloth/shared/line';
import type { PhoneWords } from '../words/phone.ts';
import { kindName } from './kind-name.ts';

/** What stands before a note to read: its kind, or `question` where it is one for the panel; empty before most. */
export function noteLabel(
  { kind, isAsked }: { kind: string; isAsked: boolean },
  words: Pick<PhoneWords, 'homeRound'>,
  question: string,
): string {
  const name = kindName(kind, words);
  return name === '' && isAsked ? question : name;
}

/** The same before a card of a page, whose questions `asked` has. */
export function readLabel(
  { id, kind }: { id: string; kind: string },
  asked: readonly string[],
  words: Pick<PhoneWords, 'homeRound'>,
  question: string,
): string {
  return noteLabel({ kind, isAsked: asked.includes(id) }, words, question);
}

interface AddedWords {
  asked: string;
  addedLater: (name: string) => string;
}

/** What stands before a note that was added after its round by `by`: that, and its label where it has one. */
export function addedLabel(by: string, label: string, { addedLater }: AddedWords): string {
  return [addedLater(by), label].filter((part) => part !== '').join(DOT);
}

/**
 * The same before a card beneath a page. Words added to a card of the page bear that card's id, and are
 * no question because it is one.
 */
export function lateLabel(
  late: { id: string; kind: string; by: string },
  { cards, asked }: { cards: readonly { id: string }[]; asked: readonly string[] },
  words: Pick<PhoneWords, 'homeRound'>,
  say: AddedWords,
): string {
  const isAddition = cards.some(({ id }) => id === late.id);
  return addedLabel(late.by, readLabel(late, isAddition ? [] : asked, words, say.asked), say);
}
