import common from './en/common.ts';
import facilitate from './en/facilitate.ts';
import type { Vocabulary } from './words.ts';

const english = { ...common, ...facilitate };

export type FacilitateWords = typeof english;

export const facilitateVocabulary: Vocabulary<FacilitateWords> = {
  en: () => Promise.resolve(english),
};
