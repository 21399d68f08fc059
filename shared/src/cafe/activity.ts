import type { ActorLabel } from './actor.ts';
import type { Fact, FactKind } from './fact.ts';
import type { PersonId, TableId } from './ids.ts';
import { LIMITS } from './limits.ts';

/** One line of the facilitators' activity list; the words are made by the client. */
export interface Activity {
  number: number;
  at: number;
  by: ActorLabel;
  did: FactKind;
  person?: PersonId;
  table?: TableId | null;
  /** The step entered. */
  index?: number;
  minutes?: number;
}

// A morning has hundreds of these; the list is for what facilitators and the clock did.
const quiet: ReadonlySet<FactKind> = new Set(['cafeMade', 'personListed', 'checked']);

/** The list with one more fact at its front. */
export function withActivity(list: readonly Activity[], fact: Fact): Activity[] {
  const { body } = fact;
  if (quiet.has(body.kind) || (body.kind === 'personSeated' && body.because === 'avoid')) {
    return [...list];
  }
  const line: Activity = { number: fact.number, at: fact.at, by: fact.by, did: body.kind };
  if ('person' in body) line.person = body.person;
  if ('table' in body) line.table = body.table;
  if ('index' in body) line.index = body.index;
  if (body.kind === 'extended') line.minutes = body.minutes;
  return [line, ...list].slice(0, LIMITS.activityMax);
}
