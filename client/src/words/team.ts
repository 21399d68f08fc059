import team from './en/team.ts';
import type { Vocabulary } from './words.ts';

/** Beside the phone's words, and loaded only with a team's page. */
export type TeamWords = typeof team;

export const teamVocabulary: Vocabulary<TeamWords> = {
  en: () => Promise.resolve(team),
};
