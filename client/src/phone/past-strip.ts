import type { Lead } from '../lib/lead.ts';
import type { PhoneWords } from '../words/phone.ts';

/**
 * What stands above the box of somebody who still writes at the table they have been at: what to do
 * and where to go, without hurry while the café stands. `table`: the number of the next one, or null.
 */
export function pastStrip(
  lead: Lead | null,
  table: number | null,
  stands: boolean,
  { round, move }: Pick<PhoneWords, 'round' | 'move'>,
): string {
  const finish = stands ? '' : round.finish;
  if (lead?.toTable === false) {
    return [finish, lead.title === '' ? '' : round.nextIs(lead.title)].filter(Boolean).join(' ');
  }
  if (table === null) return finish;
  return lead === null || stands ? move.next(table) : round.finishNext(table);
}
