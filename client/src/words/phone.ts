import common from './en/common.ts';
import phone from './en/phone.ts';
import type { Vocabulary } from './words.ts';

const english = { ...common, ...phone };

export type PhoneWords = typeof english;

export const phoneVocabulary: Vocabulary<PhoneWords> = {
  en: () => Promise.resolve(english),
};
