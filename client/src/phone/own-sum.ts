import type { CafeView, PersonView } from '@tablecloth/shared/cafe';
import type { LaterWords } from '../words/later.ts';

/**
 * What one's visits come to, as long as a round is still to come as what it will be after the last one;
 * empty of none.
 */
export function ownSum(
  own: NonNullable<PersonView['day']>,
  programme: readonly Pick<CafeView['programme'][number], 'kind'>[],
  index: number,
  { day, dayToCome }: LaterWords,
): string {
  if (own.tables === 0) return '';
  const sum = day(own.tables, own.newPeople, own.twice);
  return programme.some(({ kind }, at) => kind === 'round' && at > index) ? dayToCome(sum) : sum;
}
