import type { CafeView, RotationQuality } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/**
 * The rotation's one sentence of quality, honest about the bound: only what is proven to be the
 * least is called unavoidable. `here`: people who are here now, where that may have become another
 * number than it was planned for.
 */
export function qualityLine(
  quality: RotationQuality,
  { teams }: Pick<CafeView, 'teams'>,
  t: FacilitateWords,
  here = quality.people,
): string {
  const { people, tables, tableRepeats, tableRepeatsBound, waste, wasteBound, kept = 0 } = quality;
  const words = t.quality;
  const isLeastRepeats = tableRepeats > 0 && tableRepeats === tableRepeatsBound;
  const isLeastWaste = waste > 0 && waste === wasteBound;
  const parts = [
    words.people(people, tables),
    ...(kept > 0 ? [t.ahead.kept(kept)] : []),
    tableRepeats === 0 ? words.nobodyTwice : words.repeats(tableRepeats),
    ...(isLeastRepeats && !isLeastWaste ? [words.unavoidable] : []),
    waste === 0 ? words.nobodyAgain : words.meetAgain(waste, teams.length > 0),
  ];
  if (isLeastWaste) parts.push(isLeastRepeats ? words.neither : words.unavoidable);
  else if (waste > 0 && wasteBound > 0) parts.push(words.least(wasteBound));
  if (here > people) parts.push(words.more(here));
  else if (here < people) parts.push(words.fewer(here));
  return parts.join(' ');
}
