import type { PersonId, TablePhoneId, TeamId } from './ids.ts';

/** Who asks. The server knows it from the session; no message carries it. */
export type Actor =
  | { role: 'facilitator'; label: string }
  | { role: 'person'; person: PersonId }
  | { role: 'team'; team: TeamId }
  /** A device that stays at a table. */
  | { role: 'table'; phone: TablePhoneId }
  | { role: 'screen' }
  | { role: 'clock' };

/** Whoever makes a café. */
export const MAKER = { role: 'facilitator', label: 'Facilitator 1' } as const;

/** Who did something, as facts and facilitators' lists carry it: never a name. */
export type ActorLabel =
  | { role: 'facilitator'; label: string }
  | { role: 'person'; person: PersonId }
  | { role: 'team'; team: TeamId }
  | { role: 'table'; phone: TablePhoneId }
  | { role: 'clock' };
