import type { About } from './about-body.ts';
import type { ActorLabel } from './actor.ts';
import type { SeatFirst } from './definition.ts';
import type { FactKind } from './fact.ts';
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import type { Step, StepKind } from './programme.ts';

/** One line of the facilitators' activity list; the words are made by the client. */
export interface Activity {
  number: number;
  at: number;
  by: ActorLabel;
  did: Exclude<FactKind, Quiet>;
  person?: PersonId;
  table?: TableId | null;
  team?: TeamId;
  /** Of a table that was added, and of a team that came, changed or went: as it was, if it is gone. */
  was?: { number: number } | { name: string };
  /** The step entered, and its place. */
  index?: number;
  step?: Step;
  /** What was left for it. */
  left?: StepKind;
  /** Added to a step; of a changed plan, to all that is to come. */
  minutes?: number;
  /** Steps with the minutes they last from then on. */
  steps?: { step: Step; minutes: number }[];
  /** Of a changed plan of the day: how many more rounds there are, negative where fewer. */
  rounds?: number;
  /** What was said anew about the café. */
  about?: (keyof About)[];
  /**
   * How many a list brought, were planned for ahead, were seated at once, or arrived or changed tables by
   * themselves one after the other: then the rest of the line is of the last of them.
   */
  people?: number;
  teams?: number;
  /** Teams that were there and that a list filled in. */
  filled?: number;
  /** Of a seat of a plan ahead, of one that a facilitator gave or a late comer got, and of hosting. */
  round?: RoundNumber;
  /** Further rounds in which the same press gave hosting at the same table. */
  alsoIn?: RoundNumber[];
  /** Who came late has seats from this round on. */
  onwards?: true;
  /** Of a seat planned ahead, and of one that was given or kept for hosting alone: whether this person hosts there now. */
  hosting?: boolean;
  /** What seats are to bring first. */
  first?: SeatFirst;
  /**
   * Of a question for the panel: put on the screen, answered or hidden, and not the opposite; of names
   * in the notes: that they stand there; of tables planned ahead: that they are; of somebody who left:
   * that they had been here, and not only on the list.
   */
  isOn?: boolean;
  /** Of somebody who arrived: they had been noted as gone, or as not coming. */
  again?: true;
  /** Of somebody whom a facilitator put on the list with the same press. */
  added?: true;
  /** Of a step that was undone in a pause, or that had been left in one: whether it is paused now. */
  isPaused?: boolean;
  /** Why a table was closed. */
  reason?: string;
  /** What an undo has given back. */
  undid?: Activity;
  /** Given back since. */
  undone?: true;
}

// A morning has hundreds of these; the list is for what facilitators and the clock did.
const QUIET = [
  'cafeMade',
  'personListed',
  'checked',
  'rated',
  'passedOn',
  'panelAsked',
  'cardSigned',
] as const;
type Quiet = (typeof QUIET)[number];

/** Whether such a fact is never listed. */
export function isQuiet(kind: FactKind): kind is Quiet {
  return (QUIET as readonly FactKind[]).includes(kind);
}
