import type { Actor, Command, PersonId, Refusal } from '@tablecloth/shared/cafe';
import type { CommandAnswer } from '@tablecloth/shared/protocol';
import type { SessionGrant } from '../store/store.ts';

/** Something a café is asked to do. */
export interface Request {
  command: Command;
  by: Actor;
  /** The sender's id for it: the same id again gets the same answer, also after a restart. */
  id?: string;
  /** A session for whom a join became, granted in the same transaction. */
  session?: (person: PersonId) => SessionGrant;
  /** A session that is granted with it. */
  grant?: SessionGrant;
}

export type Outcome =
  ({ ok: true; person: PersonId | null } & CommandAnswer) | { ok: false; refusal: Refusal };

/** What of it the sender of a command is told. */
export function commandAnswer({ factNumber, undo }: Extract<Outcome, { ok: true }>): CommandAnswer {
  return { factNumber, ...(undo === undefined ? {} : { undo }) };
}
