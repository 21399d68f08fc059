import ahead from './en/ahead.ts';
import common from './en/common.ts';
import facilitate from './en/facilitate.ts';
import phone from './en/phone.ts';
import room from './en/room.ts';
import team from './en/team.ts';
import type { Vocabulary } from './words.ts';

// Facilitators write notes with the very parts of the phone, so those words are theirs too.
const english = {
  ...common,
  notes: phone.notes,
  homeRound: phone.homeRound,
  room,
  ofTeam: team,
  ahead,
  ...facilitate,
};

export type FacilitateWords = typeof english;

export const facilitateVocabulary: Vocabulary<FacilitateWords> = {
  en: () => Promise.resolve(english),
};
