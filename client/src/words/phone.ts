import common from './en/common.ts';
import door from './en/door.ts';
import phone from './en/phone.ts';
import type { Vocabulary } from './words.ts';

const english = { ...common, ...door, ...phone };

export type PhoneWords = typeof english;

export const phoneVocabulary: Vocabulary<PhoneWords> = {
  en: () => Promise.resolve(english),
};
