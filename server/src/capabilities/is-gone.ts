import { tableOf, type Cafe } from '@tablecloth/shared/cafe';
import type { Session } from './session.ts';

/** Whether a session is of a team or of a table's device that the café has no more. */
export function isGone(cafe: Cafe, { holder }: Session): boolean {
  switch (holder.role) {
    case 'team':
      return cafe.definition.teams.every(({ id }) => id !== holder.team);
    case 'table':
      return tableOf(cafe, holder.phone) === null;
    case 'facilitator':
    case 'person':
    case 'screen':
      return false;
  }
}
