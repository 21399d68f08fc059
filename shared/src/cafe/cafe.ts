import type { CafeId, PersonId, RoundNumber, TableId, TablePhoneId, TeamId } from './ids.ts';
import type { Step } from './programme.ts';
import type { Activity } from './activity.ts';
import type { ActorLabel } from './actor.ts';
import type { Deed } from './deeds.ts';
import type { Marks } from './feedback.ts';
import type { CardRef, PanelQuestion } from './picked-cards.ts';
import type { Check } from './preflight.ts';
import type { Replanned } from './replan.ts';
import type { Retimed } from './times.ts';

/** A team owns a table's work and hosts it. */
export interface Team {
  id: TeamId;
  name: string;
  topic: string;
  /** What the team tells, in one line; missing or empty where nothing is written yet. */
  story?: string;
  /** The team's own question; empty where none is written yet: the café's question shows instead. */
  question: string;
  homeTable: TableId;
}

export interface Table {
  id: TableId;
  /** What people look for in the room; 1-based and unique. */
  number: number;
  /** Where it stands, "by the windows"; may be empty. */
  place: string;
  /** Chairs laid for the plan. A "Change" may add `extraChairs` more (LIMITS). */
  chairs: number;
  /** Why nobody is sent there today, may be empty; missing where the table is open. */
  closed?: string;
  /** What is asked there, whoever sits there and in every round; missing or empty for none. */
  question?: string;
}

/** A person. The name is not here but in `Cafe.names`: facts and logs hold ids only. */
export interface Person {
  id: PersonId;
  team: TeamId | null;
  /** Joined from a phone or checked in by a facilitator. People listed beforehand are not here yet. */
  here: boolean;
  /** Has no phone: seats are told on paper or by the desk. */
  withoutPhone: boolean;
  /** Sits at this table in every round: the café comes to them. */
  fixedAt: TableId | null;
  /** Moves together with this person. */
  goesWith: PersonId | null;
  /** Rounds in which this person would rather host; missing where the café may choose. */
  hostsIn?: RoundNumber[];
  /** Has gone home, or does not come after all; missing where they are here or may still come. */
  left?: true;
}

/** Another table every round before new people, or new people before other tables. */
export type SeatFirst = 'tables' | 'people';

/** Seats are planned for everybody at once, or people pick a table themselves, round by round. */
export type Seating = 'scatter' | 'pick';

/** What a café is made from; also what JSON export and import carry. */
export interface Definition {
  title: string;
  /** Who invites: a trust, a town; may be empty. */
  organisation: string;
  /** The question of every table that has none of its own. */
  question: string;
  homeQuestion: string;
  panelQuestion: string;
  /** Stands at joining and above every composer. */
  notice: string;
  /** What phones say at the door beside table and time, "Coffee is at the back."; missing: nothing. */
  lobby?: string;
  programme: Step[];
  tables: Table[];
  teams: Team[];
  /** Hosts from the home team at each table and round; 0 where tables have no hosts. */
  hostsPerTable: number;
  /** How people come to a table; missing: seats are planned. */
  seating?: Seating;
  /** What seats are to bring first; missing: other tables. */
  seatFirst?: SeatFirst;
  /** Whether names stand in the notes that teams take home; missing: they do not. */
  namesInPacks?: boolean;
  /** 1, or up to 60 for rehearsals: divides the programme's durations. */
  pace: number;
  /** Planned opening in epoch ms, or null: then "planned" counts from when the doors opened. */
  opensAt: number | null;
  /** Days after the close until everything is deleted. */
  keepDays: number;
}

/** Someone listed before the day. */
export interface Listed {
  id: PersonId;
  name: string;
  team: TeamId | null;
  withoutPhone: boolean;
  fixedAt: TableId | null;
  goesWith: PersonId | null;
  hostsIn?: RoundNumber[];
}

/**
 * Where the café stands. Times are epoch ms on the server's clock.
 * For a step that waits for a press `endsAt` is the planned end and nothing happens when it passes.
 */
export type Stage =
  | { at: 'before' }
  | { at: 'step'; index: number; startedAt: number; endsAt: number }
  | { at: 'paused'; index: number; startedAt: number; leftMs: number; pausedAt: number }
  /** The deadline was missed by more than a minute: facilitators are asked, at `ringsAt` it rings anyway. */
  | { at: 'held'; index: number; startedAt: number; missedAt: number; ringsAt: number }
  | { at: 'closed'; closedAt: number };

/** What Back returns to: the stage that was left, with the times it had run and had left then. */
export interface Left {
  stage: Exclude<Stage, { at: 'held' | 'closed' }>;
  passedMs: number;
  leftMs: number;
}

/** One person's places: index = round − 1, through the home round; null = no seat (yet). */
export interface Itinerary {
  tables: (TableId | null)[];
  hosting: boolean[];
}

/** One sentence's worth of quality, computed when the rotation was made. */
export interface RotationQuality {
  people: number;
  tables: number;
  tableRepeats: number;
  /** Pair-seatings that made no new acquaintance, and the proven least. */
  waste: number;
  wasteBound: number;
  /** The proven least of `tableRepeats`; missing in rotations of before it was counted. */
  tableRepeatsBound?: number;
  /** People who keep every seat that was planned for them ahead; missing where none was. */
  kept?: number;
}

/** Seats for everybody on the list, planned before the doors open; see ahead.ts. */
export interface PlannedAhead {
  /** Of visiting rounds alone: the day may get others, and home one is with one's team. */
  itineraries: Record<PersonId, Itinerary>;
  /** The own team's table that each was planned with; missing without one. */
  homes: Record<PersonId, TableId>;
  quality: RotationQuality;
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
