import type { PhoneWords } from '../words/phone.ts';
import type { LaterWords } from '../words/later.ts';
import type { Seat } from './day.svelte.ts';

/** What one does or did at a table, in a line: hosts it, or visits whose it is. */
export function ownPart(
  { hosting }: Pick<Seat, 'hosting'>,
  isOver: boolean,
  team: string,
  { round }: Pick<PhoneWords, 'round'>,
  { done }: Pick<LaterWords, 'done'>,
): string {
  if (hosting) return isOver ? done.hosted : round.hosting;
  if (team !== '') return team;
  return isOver ? done.visited : round.visiting;
}
