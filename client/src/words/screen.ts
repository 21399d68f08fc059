import common from './en/common.ts';
import screen from './en/screen.ts';
import type { Vocabulary } from './words.ts';

const english = { ...common, ...screen };

export type ScreenWords = typeof english;

export const screenVocabulary: Vocabulary<ScreenWords> = {
  en: () => Promise.resolve(english),
};
