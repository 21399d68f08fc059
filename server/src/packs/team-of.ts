import type { Cafe, TeamId } from '@tablecloth/shared/cafe';
import type { Holder } from '../capabilities/session.ts';

/** The team whose notes are this one's own; null for facilitators, screens and people of no team. */
export function teamOf(cafe: Cafe, holder: Holder): TeamId | null {
  switch (holder.role) {
    case 'team':
      return holder.team;
    case 'person':
      return cafe.people[holder.person]?.team ?? null;
    case 'facilitator':
    case 'screen':
      return null;
  }
}
