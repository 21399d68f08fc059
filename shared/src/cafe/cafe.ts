import type { Activity } from './activity.ts';
import type { ActorLabel } from './actor.ts';
import type { CardRef, PanelQuestion } from './cards.ts';
import type { Deed } from './deed.ts';
import type { Definition } from './definition.ts';
import type { Marks } from './feedback.ts';
import type { CafeId, PersonId, RoundNumber, TableId, TablePhoneId } from './ids.ts';
import type { Itinerary, Person, PlannedAhead, RotationQuality } from './person.ts';
import type { Check } from './preflight.ts';
import type { Step } from './programme.ts';
import type { Left, Stage } from './stage.ts';

/** The steps whose minutes were changed last, as they were before. */
export interface Retimed {
  /** `added`: minutes on top of the step then, which are among those of its change. */
  before: { index: number; step: Step; added: number }[];
}

/** The plan as it was before its last change. */
export interface Replanned {
  from: number;
  /** Once a later step than this one runs, it is too late to undo. */
  until: number;
  /** The steps that stood from `from` on. */
  steps: Step[];
  /** Null where nobody’s seats were changed. */
  seats: { itineraries: Record<PersonId, Itinerary>; quality: RotationQuality | null } | null;
}

export interface Cafe {
  id: CafeId;
  definition: Definition;
  /** Number of the last fact applied. */
  factNumber: number;
  /** When the last fact happened, epoch ms. */
  lastAt: number;
  /** Grows at every transition, Back included; commands that move the programme carry it. */
  phase: number;
  stage: Stage;
  /** Stages left, newest last. */
  trail: Left[];
  /** Who caused the last transition, for "already". */
  lastTransition: { by: ActorLabel; at: number } | null;
  /** Who moved the end of what runs last, by a transition or without one, for "already" to more minutes. */
  endMoved: { by: ActorLabel; at: number } | null;
  openedAt: number | null;
  people: Record<PersonId, Person>;
  names: Record<PersonId, string>;
  /** Devices that lie on a table, and on which. */
  tablePhones: Record<TablePhoneId, TableId>;
  /** Whose the notes are that were signed on such a device: by page, then by card. */
  signed: Record<string, Record<string, PersonId>>;
  /** Tables planned ahead, for printing; null where they are not. */
  planned: PlannedAhead | null;
  /** Null until "Seat everyone". */
  itineraries: Record<PersonId, Itinerary> | null;
  quality: RotationQuality | null;
  /** Minutes changed last, as long as that can be undone. */
  retimed: Retimed | null;
  /** Grows with every change of the plan of the day: whoever changes it names the one they saw. */
  edition: number;
  /** How the plan of the day was before it was changed last, as long as that can be undone. */
  replanned: Replanned | null;
  /** The last round whose pages were ever open: Back may have left it, but people may have written. */
  reached: RoundNumber;
  /** What the plan of the day lasted when the doors opened, ms; null before. */
  plannedMs: number | null;
  /** Seats people were told and then left, so that words written for them stay welcome. Key `${table}.${round}`. */
  sat: Record<string, PersonId[]>;
  /** The round whose pages are open for writing, or null. */
  openRound: RoundNumber | null;
  /** Cards for the next group at the same table, as they were picked. Key `${table}.${round}`. */
  passedOn: Record<string, string[]>;
  /** Questions for the panel, in the order they were asked. */
  panel: PanelQuestion[];
  /** The question put on the big screen, until the next step. */
  spotlight: CardRef | null;
  /** Pages of which a note was removed for good, and their generation since; see the protocol. */
  generations: Record<string, number>;
  /** How people say it was. */
  marks: Record<PersonId, Marks>;
  /** What has been looked at before the doors. */
  checks: Check[];
  /** The newest facts for the facilitators' list, newest first. */
  activity: Activity[];
  /** What facilitators have done lately and may still undo, newest first. */
  deeds: Deed[];
}
