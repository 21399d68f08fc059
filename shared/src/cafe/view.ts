import type { Activity } from './activity.ts';
import type { AheadView } from './ahead.ts';
import type { SeatFirst } from './definition.ts';
import type { Marks, Tally } from './feedback.ts';
import type { PersonId, RoundNumber, TableId, TablePhoneId, TeamId } from './ids.ts';
import type { Tells } from './of-team.ts';
import type { OwnDay } from './own-day.ts';
import type { Itinerary, RotationQuality } from './person.ts';
import type { Check } from './preflight.ts';
import type { Step } from './programme.ts';
import type { Stage } from './stage.ts';

/** What everybody may see and what seldom changes. */
export interface CafeView {
  id: string;
  title: string;
  organisation: string;
  question: string;
  homeQuestion: string;
  panelQuestion: string;
  notice: string;
  lobby?: string;
  programme: Step[];
  /** Of the plan of the day: changes of it name the edition they were made in. */
  edition: number;
  pace: number;
  hostsPerTable: number;
  /** People pick their tables themselves; missing where seats are planned. */
  seating?: 'pick';
  keepDays: number;
  /** Names stand in the notes that teams take home; missing where they are left out. */
  namesInPacks?: true;
  teams: { id: TeamId; name: string; homeTable: TableId }[];
  /** `closed`: nobody is sent there today; why is said to facilitators alone. */
  tables: { id: TableId; number: number; place: string; chairs: number; closed?: true }[];
  /** Generations of pages of which a note was removed for good: an older copy is to be dropped. */
  generations?: Record<string, number>;
}

/** Where the clock stands; everybody gets it at each transition. */
export interface ClockView {
  phase: number;
  stage: Stage;
  /** The round whose pages may be written on. */
  openRound: RoundNumber | null;
  /** Planned end of the whole programme, epoch ms; null before the doors. */
  plannedEnd: number | null;
  seated: boolean;
}

/** One's own seats, or those planned ahead: index = round − 1, through the home round. */
export interface PersonView {
  person: PersonId;
  name: string;
  team: TeamId | null;
  /** Noted as gone, or not to come; missing of who is here. */
  away?: true;
  tables: (TableId | null)[];
  hosting: boolean[];
  /**
   * Where tables are planned ahead, until there are seats: who hosts beside this person in each round
   * that they host, by first name. Missing otherwise.
   */
  hostsBeside?: string[][];
  fixedAt: TableId | null;
  /** Pages written on by right today: where this person sits or sat, `${table}.${round}`. */
  pages: string[];
  /** What is talked about at the tables of `tables`, where their teams have said so. */
  subjects: { table: TableId; topic: string; story?: string; question: string }[];
  /** What the visits come to, once there are seats. */
  day?: OwnDay;
  /** How this person says it was; missing until they have. */
  marks?: Marks;
  /** A facilitator sent this person elsewhere in the told round and took it back: to where, and when. */
  takenBack?: { table: TableId; at: number };
  /** A facilitator has sent this person from their table of the told round to another: to where, and when. */
  sentTo?: { table: TableId; at: number };
}

/** What a device that lies on a table shows: the table's own rounds, as a host is told theirs. */
export interface StayView extends Pick<PersonView, 'tables' | 'hosting' | 'pages' | 'subjects'> {
  table: TableId;
  /** Whose the notes on the open page are, as said on such a device; names as in `TableView`. */
  signed: { card: string; name: string }[];
}

/** Who is expected at one's table, for those who sit there. */
export interface TableView {
  table: TableId;
  round: RoundNumber;
  people: { name: string; hosting: boolean }[];
}

/** Where people pick their tables: what is talked about at each, where its team has said so. */
export interface SubjectsView {
  subjects: { table: TableId; topic: string; question: string }[];
}

/**
 * Where people pick their tables: the chairs laid and not taken in the told round, in the order of
 * the café's tables; null where a table is closed. `extra` chairs more are pulled up at each, so one
 * is full at −`extra`. Missing before the tables are open and where nothing is picked any more.
 */
export interface ChairsView {
  round: RoundNumber;
  extra: number;
  /** With fewer programme minutes left of a round, whoever has no seat may as well wait for the next. */
  lateMinutes: number;
  left: (number | null)[];
}

/** What one's own team tells and asks, on its link's page. */
export type TellsView = Tells;

/** The big screen: a count, never names. */
export interface RoomView {
  here: number;
}

export interface FacilitatorView {
  people: {
    id: PersonId;
    name: string;
    team: TeamId | null;
    here: boolean;
    withoutPhone: boolean;
    fixedAt: TableId | null;
    goesWith: PersonId | null;
    tables: (TableId | null)[];
    hosting: boolean[];
    hostsIn?: RoundNumber[];
    left?: true;
    wasHere?: true;
    /** Before there are seats, what is planned ahead for this person and still holds. */
    planned?: Itinerary;
  }[];
  /** How tables planned ahead fit the list; null where none are planned, and once people sit. */
  planned: AheadView | null;
  /** What the teams say about themselves; empty where they have not. */
  teams: { id: TeamId; topic: string; story: string; question: string }[];
  /** What seats are to bring first. */
  seatFirst: SeatFirst;
  quality: RotationQuality | null;
  /** How many steps' minutes "Undo" would give back; null where there are none to undo. */
  retimed: number | null;
  /** Whether “Undo” would give back the plan of the day as it was before its last change. */
  replanned: boolean;
  /** How many people's seats "Undo" would give back; null where there is no repair to undo. */
  repaired: number | null;
  /** Devices that lie on a table. */
  tablePhones: { phone: TablePhoneId; table: TableId }[];
  /** When the doors are to open, epoch ms. */
  opensAt: number | null;
  /** What tables ask that have a question of their own, beside their teams. */
  asked: { table: TableId; question: string }[];
  /** Tables that are closed, and why. */
  closed: { table: TableId; reason: string }[];
  /** How many the last list brought, and how many teams it filled in; null where there is no list to take back. */
  takenIn: { people: number; teams: number; filled: number } | null;
  /** When everything is deleted by itself, epoch ms. */
  deletesAt: number;
  /** How people say it was, in counts. */
  feedback: Tally;
  /** What has been looked at before the doors. */
  checks: Check[];
  /** The newest first, at most `LIMITS.activityMax`. */
  activity: Activity[];
  /** Numbers of the lines of `activity` that can still be undone. */
  undoable: number[];
}

/** Which cards of a page are picked, for those who hear the page; missing until any has been. */
export interface PickedView {
  page: string;
  /** For the next group. */
  passedOn: string[];
  /** For the panel. */
  asked: string[];
}

/**
 * The questions for the panel, in the order they were asked; what nobody has words for is left out.
 * Like the next it holds people's words, so it is not made from the café alone.
 */
export interface PanelView {
  questions: {
    page: string;
    card: string;
    text: string;
    isHidden: boolean;
    isAnswered: boolean;
    isShown: boolean;
    /** What a facilitator wrote to it after the day; empty where nothing. */
    answer: string;
  }[];
}

/** The question that stands on the big screen, or null; `table` is the table's number. */
export interface SpotlightView {
  question: { text: string; table: number; round: RoundNumber } | null;
}

/** A view of one kind; the audience decides who receives it. */
export type Slice =
  | { kind: 'cafe'; view: CafeView }
  | { kind: 'clock'; view: ClockView }
  | { kind: 'person'; view: PersonView }
  | { kind: 'table'; view: TableView }
  | { kind: 'stay'; view: StayView }
  | { kind: 'subjects'; view: SubjectsView }
  | { kind: 'chairs'; view: ChairsView }
  | { kind: 'tells'; view: TellsView }
  | { kind: 'room'; view: RoomView }
  | { kind: 'picked'; view: PickedView }
  | { kind: 'panel'; view: PanelView }
  | { kind: 'spotlight'; view: SpotlightView }
  | { kind: 'facilitator'; view: FacilitatorView };

export type SliceKind = Slice['kind'];
