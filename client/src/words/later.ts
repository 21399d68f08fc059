import later from './en/later.ts';
import { pickLanguage, type Vocabulary } from './words.ts';

/** Of what a phone shows later in the day, and loaded with it. */
export type LaterWords = typeof later;

export const laterVocabulary: Vocabulary<LaterWords> = {
  en: () => Promise.resolve(later),
};

let learned: LaterWords = later;

/** Before anything is shown that says them: the words in the language of the document. */
export async function learnLater(): Promise<void> {
  learned = await laterVocabulary[pickLanguage([document.documentElement.lang])]();
}

export const laterSpoken = (): LaterWords => learned;
