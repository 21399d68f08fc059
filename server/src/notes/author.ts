import type { Holder, Session } from '../capabilities/session.ts';
import type { PersonId } from '@tablecloth/shared/cafe';

/** Whoever sends entries: the session hears what became of them. */
export type Author = Session;

/** The person a row names; null for facilitators, who are no people of the café. */
export function personOf(holder: Holder): PersonId | null {
  return holder.role === 'person' ? holder.person : null;
}
