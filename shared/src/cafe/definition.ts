/** What a café is made from: its teams, tables and words, and who is expected. */
import type { PersonId, RoundNumber, TableId, TeamId } from './ids.ts';
import type { Step } from './programme.ts';

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
