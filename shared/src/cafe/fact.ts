import type { About } from './about-body.ts';
import type { ActorLabel } from './actor.ts';
import type { CardRef } from './cards.ts';
import type { Definition, Listed, SeatFirst, Table, Team } from './definition.ts';
import type { FeedbackQuestion } from './feedback.ts';
import type { PersonId, RoundNumber, TableId, TablePhoneId, TeamId } from './ids.ts';
import type { Itinerary, PlannedAhead, RotationQuality, Person } from './person.ts';
import type { Check } from './preflight.ts';
import type { Step } from './programme.ts';
import type { Left, Stage } from './stage.ts';

/** How a step was entered. */
export type Cause = 'press' | 'ring' | 'clock';

export interface NewSeats {
  itineraries: Record<PersonId, Itinerary>;
  quality: RotationQuality | null;
}

/** A step of the programme by its index, and the programme minutes it is to last. */
export interface StepTime {
  index: number;
  minutes: number;
}

/** `added`: minutes that had been added to the running step before, and are among its minutes now. */
export interface Timing extends StepTime {
  added?: number;
}

/** What a team and its own table say once a list has filled them in. */
export interface Filled {
  team: TeamId;
  topic: string;
  question: string;
  place: string;
  chairs: number;
}

/** What somebody is from now on. `freed`: others who went with them, and no longer do. */
export interface PersonChange {
  whom: PersonId;
  team: Person['team'];
  withoutPhone: boolean;
  fixedAt: Person['fixedAt'];
  goesWith: Person['goesWith'];
  freed: PersonId[];
}

/** What happened. Facts hold ids, never a person's name or a note's text. */
export type FactBody =
  | { kind: 'cafeMade'; definition: Definition }
  | {
      kind: 'stepEntered';
      index: number;
      startedAt: number;
      endsAt: number;
      cause: Cause;
      leftMs: number;
    }
  | { kind: 'wentBack'; stage: Left['stage'] }
  | { kind: 'paused'; leftMs: number }
  | { kind: 'resumed'; startedAt: number; endsAt: number }
  | { kind: 'extended'; endsAt: number; minutes: number }
  | { kind: 'stepsTimed'; steps: Timing[] }
  | { kind: 'timesUndone' }
  /** The plan of the day from the step `from` on; `seats` where there are other rounds than before. */
  | { kind: 'planChanged'; from: number; steps: Step[]; seats?: NewSeats }
  | { kind: 'planUndone'; seats?: NewSeats }
  | { kind: 'cafeDescribed'; about: About }
  | { kind: 'tableAsked'; table: TableId; question: string }
  | { kind: 'bellHeld'; missedAt: number; ringsAt: number }
  | { kind: 'closed'; leftMs: number }
  | {
      kind: 'personListed';
      person: PersonId;
      team: TeamId | null;
      withoutPhone: boolean;
      fixedAt: TableId | null;
      goesWith: PersonId | null;
      hostsIn?: RoundNumber[];
    }
  /**
   * A list of teams and people, with the tables it needed; nobody of it is here yet. `filled`: what teams
   * that were there say by it, and how their own tables stand.
   */
  | {
      kind: 'takenIn';
      teams: Team[];
      tables: Table[];
      people: Omit<Listed, 'name'>[];
      filled?: Filled[];
    }
  | { kind: 'takeInUndone' }
  | { kind: 'teamDescribed'; team: TeamId; topic: string; story: string; question: string }
  | { kind: 'hostWished'; person: PersonId; rounds: RoundNumber[] }
  | { kind: 'personArrived'; person: PersonId; withoutPhone: boolean }
  /** Has gone home, or will not come; the seats stay until a repair. */
  | { kind: 'personLeft'; person: PersonId }
  /** Is on the list again, though not here yet. */
  | { kind: 'personExpected'; person: PersonId }
  /** Seats for all who are on the list; null: those planned before are dropped. */
  | { kind: 'tablesPlanned'; planned: PlannedAhead | null }
  /** One seat of those planned ahead, by hand; `moved` are also those of whoever goes along. */
  | {
      kind: 'seatPlanned';
      person: PersonId;
      round: RoundNumber;
      table: TableId;
      moved: Record<PersonId, { table: TableId; hosting: boolean }>;
      quality: RotationQuality;
    }
  | { kind: 'rotationMade'; itineraries: Record<PersonId, Itinerary>; quality: RotationQuality }
  /** Only the itineraries that changed. */
  | { kind: 'rotationRepaired'; itineraries: Record<PersonId, Itinerary>; quality: RotationQuality }
  | { kind: 'repairUndone' }
  /** What a press did is given back, by its fact's number; `stage`: where the clock goes on then. */
  | { kind: 'undone'; fact: number; stage?: Stage }
  /** From now on people pick their tables; the seats of hosts, of whoever stays, and at home. */
  | { kind: 'pickingBegun'; itineraries: Record<PersonId, Itinerary> }
  /** Seats for those who had not picked; undone like a repair. */
  | { kind: 'restSeated'; itineraries: Record<PersonId, Itinerary> }
  /** `seats` where people are seated already: only the itineraries that changed. */
  | { kind: 'tableClosed'; table: TableId; reason: string; seats?: NewSeats }
  | { kind: 'tableOpened'; table: TableId; seats?: NewSeats }
  | { kind: 'seatingChosen'; first: SeatFirst }
  | { kind: 'packNamesChosen'; named: boolean }
  /** A device lies on a table from now on, or no longer. */
  | { kind: 'phoneLaid'; phone: TablePhoneId; table: TableId }
  | { kind: 'phoneTaken'; phone: TablePhoneId; table: TableId }
  /** Whose note it is, said on such a device; null: nobody's. */
  | { kind: 'cardSigned'; page: string; card: string; person: PersonId | null }
  /** Changed by hand. Not `person`, for others' seats may change with it. */
  | ({ kind: 'personChanged'; seats?: NewSeats } & PersonChange)
  | { kind: 'personRenamed'; whom: PersonId }
  | ({ kind: 'tableAdded'; table: TableId; seats?: NewSeats } & Omit<Table, 'id' | 'closed'>)
  | ({ kind: 'tableDescribed'; table: TableId } & Omit<Table, 'id' | 'closed'>)
  /** `withTable`: by the press that described a table just before. */
  | { kind: 'teamAdded'; team: TeamId; name: string; homeTable: TableId; withTable?: true }
  | { kind: 'teamNamed'; team: TeamId; name: string; homeTable: TableId; withTable?: true }
  | { kind: 'teamRemoved'; team: TeamId }
  | { kind: 'passedOn'; page: string; card: string; isPicked: boolean }
  | { kind: 'panelAsked'; page: string; card: string; isAsked: boolean }
  /** On the big screen; null: taken off. */
  | { kind: 'questionShown'; question: CardRef | null }
  | { kind: 'questionAnswered'; page: string; card: string; isAnswered: boolean }
  | { kind: 'questionHidden'; page: string; card: string; isHidden: boolean }
  /** Words were removed for good; `card` is null for all that had been removed on the page before. */
  | { kind: 'noteErased'; page: string; card: string | null; generation: number }
  | { kind: 'rated'; person: PersonId; question: FeedbackQuestion; mark: number }
  | { kind: 'checked'; check: Check; isDone: boolean }
  | {
      kind: 'personSeated';
      person: PersonId;
      round: RoundNumber;
      table: TableId | null;
      hosting: boolean;
      /** `alsoHost`: in a further round, by the press that a `host` before it was for. */
      because: 'late' | 'change' | 'moved' | 'avoid' | 'host' | 'alsoHost' | 'picked';
    };

export type FactKind = FactBody['kind'];

/** The fact of one kind, or of several. */
export type FactOf<K extends FactKind> = Extract<FactBody, { kind: K }>;

/** A fact as stored: numbered within its café from 1. */
export interface Fact {
  number: number;
  at: number;
  by: ActorLabel;
  body: FactBody;
}

/** A name to write into the one table that may forget; null forgets it. */
export interface NameChange {
  person: PersonId;
  name: string | null;
}
