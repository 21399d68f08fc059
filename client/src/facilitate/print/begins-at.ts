/** From when on printed times count: the planned opening before the doors, then now; null where it is unknown. */
import type { ClockView } from '@tablecloth/shared/cafe';
import type { Desk } from '../desk.svelte.ts';

export function beginsAt(desk: Desk, { stage }: ClockView): number | null {
  return stage.at === 'before' ? (desk.room?.opensAt ?? null) : desk.clock.current;
}
