import { leadsTo } from '@tablecloth/shared/cafe';
import type { PhoneWords } from '../words/phone.ts';
import type { Day, Seat } from './day.svelte.ts';

/**
 * What a screen reader says by itself: four times a round, and never while nothing has changed.
 * The sentence is the same for as long as its moment lasts.
 */
export function announcement(day: Day, { announce }: Pick<PhoneWords, 'announce'>): string {
  const { position, cafe } = day;
  // A device that stays at its table goes to none.
  const told = day.stays && position?.step.kind !== 'round' ? null : day.told;
  if (position === null || cafe === null || day.person?.away === true) return '';
  /** Said where it stands on the phone, and not twice. */
  const isSent = told !== null && day.stage?.at === 'step' && isSentTo(day, told);
  const goesTo = ({ table, hosting }: Seat): string =>
    hosting && day.staysSeated ? announce.stay(table.number) : announce.next(table.number);
  switch (position.step.kind) {
    case 'round': {
      if (day.lastMinute) return announce.minute;
      if (position.beat?.beat.kind === 'write') return announce.write;
      return told === null || isSent ? '' : announce.start(position.step.round, told.table.number);
    }
    case 'home':
      return day.lastMinute ? announce.minute : '';
    case 'grace':
      if (told === null || !leadsTo(cafe.programme, position.index).toTable)
        return announce.bellOnly;
      return isSent ? '' : announce.bell(goesTo(told));
    case 'move': {
      if (told === null || isSent) return '';
      // No bell rings before the first round, nor at the end of a break.
      const isAfterBell = cafe.programme[position.index - 1]?.kind === 'grace';
      return isAfterBell ? announce.bell(goesTo(told)) : goesTo(told);
    }
    case 'doors':
    case 'welcome':
    case 'break':
    case 'panel':
    case 'feedback':
      return '';
  }
}

/** Whether a facilitator has just sent this person to the seat that is told. */
export function isSentTo({ person }: Day, { table }: Seat): boolean {
  return person?.sentTo?.table === table.id;
}
