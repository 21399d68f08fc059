import type { CafeView, RotationQuality } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/**
 * The rotation's few sentences of quality, honest about the bounds: only what is proven to be the least
 * of all plans is said to be. `here`: people who are here now, where that may have become another
 * number than it was planned for.
 */
export function qualityLine(
  quality: RotationQuality,
  { teams }: Pick<CafeView, 'teams'>,
  t: FacilitateWords,
  here = quality.people,
): string {
  const { people, tables, tableRepeats, tableRepeatsBound, waste, kept = 0 } = quality;
  const words = t.quality;
  const parts = [words.people(people, tables)];
  if (kept > 0) parts.push(t.ahead.kept(kept));
  parts.push(tableRepeats === 0 ? words.nobodyTwice : words.repeats(tableRepeats));
  if (tableRepeats > 0 && tableRepeats === tableRepeatsBound) parts.push(words.fewest(false));
  parts.push(waste === 0 ? words.nobodyAgain : words.meetAgain(waste, teams.length > 0));
  parts.push(...provenOfMeetings(quality, words));
  if (here > people) parts.push(words.more(here));
  else if (here < people) parts.push(words.fewer(here));
  return parts.join(' ');
}

/** The bound speaks of plans that repeat no more tables than need be, where tables come first. */
function provenOfMeetings(
  { tableRepeats, tableRepeatsBound, waste, wasteBound }: RotationQuality,
  words: FacilitateWords['quality'],
): string[] {
  if (wasteBound === 0 || tableRepeats > (tableRepeatsBound ?? tableRepeats)) return [];
  const isTablesFirst = tableRepeatsBound !== undefined;
  return [
    waste === wasteBound ? words.fewest(isTablesFirst) : words.least(wasteBound, isTablesFirst),
  ];
}
