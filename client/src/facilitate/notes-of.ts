import type { CafeView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/** What is said of the notes to take home: they are teams’, or where there are none those of tables. */
export function notesOf(
  { teams }: Pick<CafeView, 'teams'>,
  { takeHome: { of } }: FacilitateWords,
): FacilitateWords['takeHome']['of']['teams'] {
  return teams.length > 0 ? of.teams : of.tables;
}
