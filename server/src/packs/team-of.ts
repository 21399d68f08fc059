import { tableOf, teamAt, visitsAreOver, type Cafe, type TeamId } from '@tablecloth/shared/cafe';
import type { Holder } from '../capabilities/session.ts';

/** The team whose notes are this one's own; null for all others and for people of no team. */
export function teamOf(cafe: Cafe, holder: Holder): TeamId | null {
  switch (holder.role) {
    case 'team':
      return holder.team;
    case 'person':
      return cafe.people[holder.person]?.team ?? null;
    case 'facilitator':
    case 'table':
    case 'screen':
      return null;
  }
}

/** The team that is told what it brought back: on the device of its table too, once it is at home. */
export function homecomers(cafe: Cafe, holder: Holder): TeamId | null {
  if (holder.role !== 'table') return teamOf(cafe, holder);
  const table = visitsAreOver(cafe) ? tableOf(cafe, holder.phone) : null;
  return teamAt(cafe.definition, table)?.id ?? null;
}
