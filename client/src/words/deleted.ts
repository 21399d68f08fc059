import deleted from './en/deleted.ts';
import type { Vocabulary } from './words.ts';

/** Of a phone whose café is deleted, and loaded only there. */
export const deletedVocabulary: Vocabulary<typeof deleted> = {
  en: () => Promise.resolve(deleted),
};
