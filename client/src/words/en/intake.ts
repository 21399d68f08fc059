import { plural } from './common.ts';

const people = (count: number) => plural(count, { one: '1 person', other: '# people' });
const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const all = (parts: readonly string[]) => list.format(parts);
const teams = (count: number) => plural(count, { one: '1 team', other: '# teams' });
/** What a list brings: new people, new teams, and teams that are there and that it says more of. */
export const inAll = (persons: number, groups: number, filled: number) =>
  all([
    ...(persons > 0 ? [people(persons)] : []),
    ...(groups > 0 ? [teams(groups)] : []),
    ...(filled > 0 ? [`details of ${teams(filled)}`] : []),
  ]);
const first = (sentence: string) => sentence.slice(0, 1).toUpperCase() + sentence.slice(1);

/** What adding from a list says. */
export default {
  open: 'Add from a list',
  title: 'Add from a list',
  back: 'Back to who is here',
  which: 'What the list has',
  kinds: { people: 'People', teams: 'Teams' },
  paste: { people: 'Paste the list of people', teams: 'Paste the list of teams' },
  hint: {
    people:
      'One person a line: name, team, goes with, fixed seat, without a phone. With headings the order does not matter; a name alone will do.',
    teams:
      'One team a line: name, topic, question, table, place, chairs. With headings the order does not matter; a name alone will do.',
  },
  file: 'or a CSV file',
  files: {
    large: 'This file is larger than a list can be (2 MB). Is it the right one?',
    workbook: 'This is a workbook. Save it as CSV, or copy its cells and paste them here.',
  },
  second: {
    beneath: 'The lines of the file are beneath those that were here.',
    columns: (file: string) =>
      `“${file}” has other columns than the lines above, so they cannot be in one list. Add the lines above first, or let the file take their place?`,
    again: (file: string) =>
      `“${file}” was chosen before. Let it take the place of the lines above?`,
    keep: 'Keep the lines above',
    replace: 'Put the file in their place',
  },
  makeTeams: (count: number, names: string) =>
    `${plural(count, { one: 'Make this team too:', other: 'Make these # teams too:' })} ${names}`,
  unknownTeams: {
    named: (name: string, lines: number) =>
      `There is no team “${name}”. ${plural(lines, { one: '1 line names it.', other: '# lines name it.' })}`,
    like: (team: string) => `Did you mean ${team}?`,
    taken: (name: string, team: string, lines: number) =>
      `“${name}” is taken for ${team} in ${plural(lines, { one: '1 line', other: '# lines' })}.`,
    isOther: 'No, it is another team',
    lines: (count: number) =>
      plural(count, { one: 'Put its line right', other: 'Put its # lines right one by one' }),
  },
  nextTables: (count: number) =>
    plural(count, {
      one: '1 team has the number of another team’s table: give it the next free table',
      other: '# teams have the numbers of other teams’ tables: give them the next free tables',
    }),
  surnames: {
    lead: 'Each line was read as a name and a team. If it is a surname and a first name, say so:',
    go: 'They are surnames and first names',
  },
  repeatedAreOthers: 'Treat identical lines as different people',
  seen: 'What was understood',
  sum: {
    people: (count: number) =>
      count === 0
        ? 'There is nobody to add.'
        : plural(count, { one: '1 person can be added.', other: '# people can be added.' }),
    teams: (count: number, filled: number) =>
      count + filled === 0
        ? 'There is nothing to add.'
        : `${first(inAll(0, count, filled))} can be added.`,
  },
  unclear: (count: number) =>
    count === 0
      ? 'Every line was understood.'
      : plural(count, {
          one: '1 line was not understood; correct it here or leave it for later.',
          other: '# lines were not understood; correct them here or leave them for later.',
        }),
  doubles: (count: number) =>
    count === 0
      ? ''
      : plural(count, {
          one: '1 line may repeat another line, or somebody who is listed.',
          other: '# lines may repeat other lines, or people who are listed.',
        }),
  line: (line: number) => `Line ${String(line)}`,
  rewrite: (line: number) => `Put line ${String(line)} right`,
  headings: 'Headings',
  notUsed: (what: string) => `not used: ${what}`,
  /** `as`: how the name is written there, where otherwise. */
  known: (as?: string) => (as === undefined ? 'is there already' : `is there already as ${as}`),
  readFrom: (written: string) => `read from “${written}”`,
  leftOut: (...what: readonly string[]) =>
    `the list does not change this: ${all(what)}; use “Change …” beside the name`,
  teamless:
    'somebody of this name is listed without a team; if it is the same person, take this line out and use “Change …” beside the name',
  again: (line: number) => `the same as line ${String(line)}, added once`,
  namesake: (line: number) => `somebody else than in line ${String(line)}`,
  newTeam: (name: string) => `new team ${name}`,
  always: (table: number) => `always at table ${String(table)}`,
  newTable: (number: number, chairs: number) =>
    plural(chairs, {
      one: `new table ${String(number)} with 1 chair`,
      other: `new table ${String(number)} with # chairs`,
    }),
  tableStays: (number: number) => `table ${String(number)} stays where it is`,
  /** What a list puts where a team that is there, or its table, had said nothing. */
  puts: {
    topic: (text: string) => `topic filled in: ${text}`,
    question: (text: string) => `question filled in: “${text}”`,
    place: (text: string) => `place filled in: ${text}`,
  },
  laid: (was: number, is: number) =>
    plural(is, {
      one: `1 chair instead of ${String(was)}`,
      other: `# chairs instead of ${String(was)}`,
    }),
  keeps: (...what: readonly ('topic' | 'question' | 'place')[]) => `keeps its own ${all(what)}`,
  keepsChairs: (chairs: number) =>
    `keeps ${plural(chairs, { one: '1 chair', other: '# chairs' })}, as more people sit there than the list has chairs`,
  staysAt: (number: number) => `stays at table ${String(number)}`,
  quoted: (text: string) => `“${text}”`,
  problems: {
    noName: 'There is no name in this line.',
    unreadable: 'This line has signs that cannot be stored. Type it again.',
    longName: (max: number) => `Please shorten the name to ${String(max)} letters.`,
    long: {
      name: (max: number) => `Please shorten the name to ${String(max)} letters.`,
      topic: (max: number) => `Please shorten the topic to ${String(max)} letters.`,
      question: (max: number) => `Please shorten the question to ${String(max)} letters.`,
      place: (max: number) => `Please shorten the place to ${String(max)} letters.`,
    },
    noTeam: (team: string) => `There is no team “${team}”.`,
    noTable: (text: string) => `There is no table “${text}”.`,
    tableTaken: (number: number, team: string) =>
      `Table ${String(number)} is the table of ${team}.`,
    tableClosed: (number: number) => `Table ${String(number)} is closed today.`,
    noChairs: (text: string, max: number) =>
      `“${text}” is no number of chairs from 1 to ${String(max)}.`,
    sameName: (line: number) => `Another team is called the same, in line ${String(line)}.`,
    yesOrNo: (text: string) => `“${text}” is neither yes nor no.`,
    noPartner: (name: string) => `Nobody is called “${name}”.`,
    manyPartners: (name: string) =>
      `Several people are called “${name}”. Write the team behind the name, in brackets.`,
    partnerUnclear: (name: string) => `Goes with ${name}, whose line was not understood.`,
    ownPartner: 'Somebody cannot go with themselves.',
    sitApart: 'Those who go together have fixed seats at different tables.',
    seatsTaken: (table: number, chairs: number) =>
      `Table ${String(table)} has ${plural(chairs, { one: '1 chair', other: '# chairs' })}, and as many people always sit there.`,
    full: (max: number) => `A café holds ${String(max)} at most.`,
  },
  add: {
    people: (count: number) => `Add ${people(count)}`,
    teams: (count: number, filled: number) => `Add ${inAll(0, count, filled)}`,
  },
  added: (persons: number, groups: number, filled: number) =>
    `${first(inAll(persons, groups, filled))} ${persons + groups === 1 && filled === 0 ? 'was' : 'were'} added.`,
  left: (count: number) =>
    count === 0
      ? ''
      : plural(count, { one: '1 line is left above.', other: '# lines are left above.' }),
  undoLead:
    'The last list can be taken back until somebody on it arrives, people are told seats at a table it brought, what it added to a team is changed, or chairs it laid are taken.',
  undo: (persons: number, groups: number, filled: number) =>
    `Take back ${inAll(persons, groups, filled)}`,
  save: 'Save the list of people as CSV',
  fileName: 'people.csv',
  did: {
    takenIn: (who: string, persons: number, groups: number, filled: number) =>
      `${who} added a list: ${inAll(persons, groups, filled)}`,
  },
};
