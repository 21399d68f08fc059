import type { Actor, CafeId } from '@tablecloth/shared/cafe';
import type { SessionGrant, SessionRole, StoredSession } from '../store/store.ts';
import { hashSecret } from './secret.ts';

/** Whoever holds a session; the clock has none. */
export type Holder = Exclude<Actor, { role: 'clock' }>;

/** One device's own capability in one café. Its hash is its id; the secret is only on the device. */
export interface Session {
  id: string;
  cafe: CafeId;
  holder: Holder;
}

/** What the store keeps of a session; `link` is the hash of the link it was opened with. */
export function grant(
  secret: string,
  cafe: CafeId,
  holder: Holder,
  link: string | null,
  createdAt: number,
): SessionGrant {
  return { hash: hashSecret(secret), cafe, ...columns(holder), link, createdAt };
}

/**
 * Facilitators have no person: the column says which of them it is, as activity lists call them; of a
 * device on a table it says which device.
 */
function columns(holder: Holder): {
  role: SessionRole;
  person: string | null;
  team: string | null;
} {
  switch (holder.role) {
    case 'facilitator':
      return { role: 'facilitate', person: holder.label, team: null };
    case 'person':
      return { role: 'participant', person: holder.person, team: null };
    case 'team':
      return { role: 'team', person: null, team: holder.team };
    case 'table':
      return { role: 'table', person: holder.phone, team: null };
    case 'screen':
      return { role: 'screen', person: null, team: null };
  }
}

/** The session behind a stored row, or null for a row that lacks what its role needs. */
export function sessionOf({ hash, cafe, role, person, team }: StoredSession): Session | null {
  const holder = holderOf(role, person, team);
  return holder === null ? null : { id: hash, cafe, holder };
}

function holderOf(role: SessionRole, person: string | null, team: string | null): Holder | null {
  switch (role) {
    case 'facilitate':
      return { role: 'facilitator', label: person ?? 'Facilitator' };
    case 'participant':
      return person === null ? null : { role: 'person', person };
    case 'team':
      return team === null ? null : { role: 'team', team };
    case 'table':
      return person === null ? null : { role: 'table', phone: person };
    case 'screen':
      return { role: 'screen' };
  }
}
