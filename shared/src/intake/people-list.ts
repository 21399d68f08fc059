/** A list of people as it was understood, line by line. */
import type { PlainLine, Span } from './room.ts';
import type { UnknownTeam } from './team-finder.ts';

/** A team that is there, or one that the list itself makes. */
export type TeamChoice = { id: string } | { isNew: string } | null;

/** Somebody who is there, or the person of another line. */
export type Partner = { id: string } | { line: number } | null;

export interface ReadPerson {
  name: string;
  team: TeamChoice;
  goesWith: Partner;
  /** A table's id. */
  fixedAt: string | null;
  withoutPhone: boolean;
}

/** Why a line is not understood; the words are the client's. */
export type PersonProblem =
  | { why: 'no name' }
  | { why: 'unreadable' }
  | { why: 'long name'; max: number }
  | { why: 'no team'; team: string }
  | { why: 'no table'; text: string }
  | { why: 'neither yes nor no'; text: string }
  | { why: 'no partner'; name: string }
  | { why: 'many partners'; name: string }
  | { why: 'partner unclear'; name: string }
  | { why: 'own partner' }
  | { why: 'sit apart' }
  /** As many as the table has chairs always sit there already. */
  | { why: 'seats taken'; table: number; chairs: number }
  | { why: 'full'; max: number };

export type PersonLine =
  | PlainLine
  /**
   * `namesake`: the line of somebody else of this name and team. `teamless`: somebody of this name is listed
   * already, without a team. `written`: how the name stands in the list, surname first; or null.
   */
  | (Span & {
      is: 'person';
      person: ReadPerson;
      namesake: number | null;
      teamless: boolean;
      written: string | null;
      unused: string[];
    })
  | (Span & { is: 'unclear'; problems: PersonProblem[] });

export interface PeopleList {
  /** Of all lines, in their order. */
  lines: PersonLine[];
  /** Teams that are named and not there: made by the list where that was asked for. */
  unknownTeams: UnknownTeam[];
  /** Lines that are the very same as another one. */
  repeated: number;
  /** Whether the teams it names may all be first names, behind surnames. */
  surnames: boolean;
}

export interface PeopleWishes {
  /** Makes the teams that are not there yet. */
  makeTeams: boolean;
  /** Names that are no team’s, folded, and the teams (ids) they are taken for: what was like them. */
  taken: ReadonlyMap<string, string>;
  /** Takes lines that are the very same for different people. */
  repeatedAreOthers: boolean;
}

/** What a line says before anybody knows whom it goes with. */
export interface Draft {
  span: Span;
  person: ReadPerson;
  /** Who they go with, as it was written. */
  partner: string;
  /** The name as it was written, surname first; or null. */
  written: string | null;
  problems: PersonProblem[];
  namesake: number | null;
  unused: string[];
}
