/** The day that sheets are for: the planned one, or today once the doors are open; empty where nobody has said it. */
import type { ClockView } from '@tablecloth/shared/cafe';
import { dateOf } from '../../words/date.ts';
import type { Desk } from '../desk.svelte.ts';

export function dayOf(desk: Desk, { stage }: ClockView): string {
  const isToday = stage.at !== 'before' && stage.at !== 'closed';
  const at = desk.room?.opensAt ?? (isToday ? desk.clock.current : null);
  return at === null ? '' : dateOf(at);
}
