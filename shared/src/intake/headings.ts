import { fold } from '../cafe/index.ts';

/** Which column holds what, by its place from 0, and the headings nobody here knows. */
export interface Headings {
  columns: Readonly<Record<string, number>>;
  unused: string[];
}

/** The headings among a record's fields; where two mean the same the first counts. */
export function headingsOf(
  fields: readonly string[],
  known: Readonly<Record<string, readonly string[]>>,
): Headings {
  const columns: Record<string, number> = {};
  const unused: string[] = [];
  for (const [at, field] of fields.entries()) {
    const heading = field === '#' ? 'number' : fold(field);
    const found = Object.keys(known).find((key) => known[key]?.includes(heading) === true);
    if (found !== undefined && columns[found] === undefined) columns[found] = at;
    else if (heading !== '') unused.push(field);
  }
  return { columns, unused };
}

/** What people write above a column of names and beside it; compared folded. */
export const PEOPLE_HEADINGS = {
  name: ['name', 'names', 'full name', 'person', 'people', 'attendee', 'attendees', 'who'],
  first: ['first name', 'firstname', 'given name', 'forename', 'first'],
  last: ['last name', 'lastname', 'surname', 'family name', 'last'],
  team: ['team', 'team name', 'group', 'team or group'],
  goesWith: ['goes with', 'with', 'together with', 'moves with', 'pair', 'partner'],
  fixedSeat: ['fixed seat', 'fixed table', 'fixed', 'seat', 'stays at', 'always at', 'table'],
  withoutPhone: ['without phone', 'without a phone', 'no phone', 'paper'],
  phone: ['phone', 'has phone', 'has a phone', 'with phone', 'smartphone', 'mobile'],
} as const satisfies Record<string, readonly string[]>;

/** The same above and beside a column of teams. */
export const TEAM_HEADINGS = {
  name: ['team', 'team name', 'name', 'teams', 'group'],
  topic: ['topic', 'subject', 'project', 'theme', 'about', 'story'],
  question: ['question', 'team question', 'the teams question', 'their question', 'our question'],
  table: ['table', 'table number', 'table no', 'table nr', 'home table', 'no', 'nr', 'number'],
  place: ['place', 'where', 'stands', 'where it stands'],
  chairs: ['chairs', 'seats', 'number of chairs'],
} as const satisfies Record<string, readonly string[]>;
