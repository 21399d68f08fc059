/** What a facilitator has done, with what stood before in the parts of the café it touched. */
import type { About } from './about-body.ts';
import type { ActorLabel } from './actor.ts';
import type { CardRef } from './cards.ts';
import type { SeatFirst, Table, Team } from './definition.ts';
import type { FactBody, FactKind } from './fact.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import type { Person, PlannedAhead, RotationQuality } from './person.ts';

/** One person's place in one round. */
export interface Seat {
  table: TableId | null;
  hosting: boolean;
}

/** How many a table has in the told round and those to come, by round from the first on; and how many stay. */
export interface Crowd {
  sent: number[];
  always: number;
}

/** `was`: what stood there, null for nothing. A seat's null: this person had no seats at all. */
export type Cell =
  | { of: 'person'; id: PersonId; was: Person | null }
  | { of: 'seat'; id: PersonId; round: RoundNumber; was: Seat | null }
  /** With whom it had where it was given more chairs: it may be as crowded without them again. */
  | { of: 'table'; id: TableId; was: Table | null; crowd?: Crowd }
  | { of: 'team'; id: TeamId; was: Team | null }
  | ({ of: 'question'; field: 'isAnswered' | 'isHidden'; was: boolean } & CardRef)
  | { of: 'spotlight'; was: CardRef | null }
  | { of: 'seatFirst'; was: SeatFirst | null }
  | { of: 'planned'; was: PlannedAhead | null }
  | { of: 'quality'; was: RotationQuality | null }
  /** What is said about the café, by its field. */
  | { of: 'about'; was: About }
  /** Minutes that were added to the running step: given back with the minutes they have become part of. */
  | { of: 'added' }
  /** Which step runs, and whether its clock does: these are given back by going back or on. */
  | { of: 'step' }
  | { of: 'clock' };

/** Who did something, and when. */
export interface Doing {
  by: ActorLabel;
  at: number;
}

/** One press with all its facts. */
export interface Deed extends Doing {
  /** Its fact's number, under which the activity list has it too. */
  fact: number;
  did: FactKind;
  /** Its newest fact. */
  last: { number: number; body: FactBody };
  /** The told round then, and whether people had seats. */
  round: RoundNumber | null;
  seated: boolean;
  /** By `keyOf`. */
  cells: Record<string, Cell>;
  /** Minutes that were added, but for those of a bell that was held. */
  minutes?: number;
  /** What has changed one of its cells since, oldest first: the fact's number, or its deed's. */
  since: (Doing & { fact: number })[];
  undone?: Doing;
}
