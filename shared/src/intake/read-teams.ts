/** A list of teams: name, topic, question, table, place and chairs, in any order under headings. */
import { LIMITS, fold, isStorable, sameWords } from '../cafe/index.ts';
import { ByName } from './by-name.ts';
import { FillIn, type Filling, type Given } from './fill-in.ts';
import { FreeTables, type HomeTable } from './free-tables.ts';
import { TEAM_HEADINGS, headingsOf } from './headings.ts';
import { unnumbered } from './numbering.ts';
import { oneLine } from './one-line.ts';
import { isBlank, readRecords, withoutMark, type Columned, type RawRecord } from './records.ts';
import type { PlainLine, Room, Span } from './room.ts';
import { findSeparator } from './separator.ts';

export interface ReadTeam {
  name: string;
  topic: string;
  question: string;
  table: HomeTable;
  /** Of a new table; one that is there keeps what it has. */
  place: string;
  chairs: number;
}

/** Why a line is not understood; the words are the client's. */
export type TeamProblem =
  | { why: 'no name' }
  | { why: 'unreadable' }
  | { why: 'long'; field: 'name' | 'topic' | 'question' | 'place'; max: number }
  | { why: 'no table number'; text: string }
  /** By a team of the café or of the list; null: nobody’s, and closed. */
  | { why: 'table taken'; number: number; team: string | null }
  | { why: 'no chairs'; text: string; max: number }
  | { why: 'same name'; line: number }
  | { why: 'full'; max: number };

export type TeamLine =
  | PlainLine
  | (Span & { is: 'team'; team: ReadTeam; unused: string[] })
  /** A team that is there, and of which the list says more. */
  | (Span & { is: 'there'; name: string; as?: string; filling: Filling; unused: string[] })
  | (Span & { is: 'unclear'; problems: TeamProblem[] });

export interface TeamList {
  /** Of all lines, in their order; what stood before the first one was only a byte order mark. */
  lines: TeamLine[];
  /** How many new teams name a table that another has. */
  tablesTaken: number;
}

interface TeamWishes {
  /** Gives teams whose table another has the next free one. */
  nextTables: boolean;
}

const ORDER = ['name', 'topic', 'question', 'table', 'place', 'chairs'] as const;
type Column = (typeof ORDER)[number];
type Columns = Readonly<Partial<Record<Column, number>>>;

const LONG = {
  name: LIMITS.titleCharsMax,
  topic: LIMITS.lineCharsMax,
  question: LIMITS.questionCharsMax,
  place: LIMITS.lineCharsMax,
} as const;

interface Draft {
  record: RawRecord;
  fields: Record<Column, string>;
  number: number | null;
  chairs: number | null;
  problems: TeamProblem[];
  unused: string[];
}

/** Reads a list of teams against the café they are for. Never throws. */
export function readTeams(
  text: string,
  room: Room,
  { nextTables }: TeamWishes = { nextTables: false },
): TeamList {
  const { records, head, columns, unused } = teamColumns(text);

  const lines: TeamLine[] = [];
  const drafts = new Map<number, Draft>();
  const seen = new Map<string, RawRecord>();
  const known = new ByName<Room['teams'][number]>();
  for (const team of room.teams) known.add(team.name, team);
  const filler = new FillIn(room);
  for (const record of records) {
    const span = { from: record.from, to: record.to, raw: record.raw };
    const at = lines.length;
    if (isBlank(record)) lines.push({ ...span, is: 'blank' });
    else if (record === head) lines.push({ ...span, is: 'headings', unused });
    else {
      const draft = drafted(record, columns);
      const key = fold(draft.fields.name);
      const before = seen.get(key);
      const team = key === '' ? undefined : known.of(draft.fields.name)[0];
      if (team !== undefined && draft.problems.length === 0) {
        const { name } = draft.fields;
        const as = sameWords(name) === sameWords(team.name) ? {} : { as: team.name };
        const filling = filler.fill(team.id, given(draft));
        if (filling === null) lines.push({ ...span, is: 'known', name, ...as });
        else lines.push({ ...span, is: 'there', name, ...as, filling, unused: draft.unused });
      } else if (team !== undefined) {
        lines.push({ ...span, is: 'unclear', problems: draft.problems });
      } else if (before !== undefined && sameFields(before, record)) {
        lines.push({ ...span, is: 'again', name: draft.fields.name, line: before.from });
      } else {
        if (before !== undefined) draft.problems.push({ why: 'same name', line: before.from });
        else if (key !== '') seen.set(key, record);
        drafts.set(at, draft);
        lines.push({ ...span, is: 'unclear', problems: draft.problems });
      }
    }
  }
  return { lines, tablesTaken: settle(lines, drafts, room, nextTables) };
}

/** What stands where in a list of teams; `head`: the record with its headings. */
export function teamColumns(text: string): Columned<Columns> {
  const clean = withoutMark(text);
  const records = readRecords(clean, findSeparator(clean, TEAM_HEADINGS, true));
  const first = records.find((record) => !isBlank(record));
  const { columns, unused } = headingsOf(first?.fields ?? [], TEAM_HEADINGS);
  const hasHeadings =
    columns['name'] !== undefined &&
    (Object.keys(columns).length > 1 || first?.fields.length === 1);
  if (hasHeadings) {
    const isOneColumn = first?.fields.length === 1;
    const rows = isOneColumn ? unnumbered(records, first) : records;
    return { records: rows, head: first, columns, unused };
  }
  const rows = unnumbered(records, undefined);
  return { records: rows, head: undefined, columns: columnsWithout(rows), unused: [] };
}

/**
 * Gives tables, first to those that name one, and makes teams of what is understood. How many name one
 * that another team has.
 */
function settle(
  lines: TeamLine[],
  drafts: ReadonlyMap<number, Draft>,
  room: Room,
  nextTables: boolean,
): number {
  const free = new FreeTables(room);
  const homes = new Map<Draft, HomeTable>();
  const isFine = ({ problems }: Draft): boolean => problems.length === 0;
  const owners = ownersOf(room);
  let taken = 0;
  for (const draft of drafts.values()) {
    if (draft.number === null || !isFine(draft)) continue;
    const { number } = draft;
    const table = free.take(number);
    if (table !== null) {
      homes.set(draft, table);
      owners.set(number, draft.fields.name);
      continue;
    }
    taken += 1;
    const team = owners.get(number) ?? null;
    if (!nextTables) draft.problems.push({ why: 'table taken', number, team });
  }
  let teams = room.teams.length;
  let tables = room.tables.length;
  for (const [at, draft] of drafts) {
    const line = lines[at];
    if (!isFine(draft) || line === undefined) continue;
    const table = homes.get(draft) ?? free.next();
    teams += 1;
    tables += table.id === null ? 1 : 0;
    if (teams > LIMITS.teamsMax || (table.id === null && tables > LIMITS.tablesMax)) {
      draft.problems.push({ why: 'full', max: LIMITS.teamsMax });
      continue;
    }
    const { name, topic, question, place } = draft.fields;
    const chairs = draft.chairs ?? free.chairs;
    const { from, to, raw } = line;
    const team = { name, topic, question, table, place, chairs };
    lines[at] = { from, to, raw, is: 'team', team, unused: draft.unused };
  }
  return taken;
}

/** The names of teams by the numbers of their tables. */
function ownersOf({ teams, tables }: Room): Map<number, string> {
  const names = new Map(teams.map(({ homeTable, name }) => [homeTable, name]));
  return new Map(
    tables.flatMap(({ id, number }) => {
      const name = names.get(id);
      return name === undefined ? [] : [[number, name] as const];
    }),
  );
}

function drafted(record: RawRecord, columns: Columns): Draft {
  const places = new Set(Object.values(columns));
  const field = (column: Column): string => {
    const at = columns[column];
    return at === undefined ? '' : oneLine(record.fields[at] ?? '');
  };
  const fields = {
    name: field('name'),
    topic: field('topic'),
    question: field('question'),
    table: field('table'),
    place: field('place'),
    chairs: field('chairs'),
  };
  const problems: TeamProblem[] = [];
  if (fields.name === '') problems.push({ why: 'no name' });
  if (!isStorable(record.fields.join(''))) problems.push({ why: 'unreadable' });
  for (const column of ['name', 'topic', 'question', 'place'] as const) {
    const max = LONG[column];
    if (fields[column].length > max) problems.push({ why: 'long', field: column, max });
  }
  const number = numberIn(fields.table, LIMITS.tableNumberMax);
  if (fields.table !== '' && number === null) {
    problems.push({ why: 'no table number', text: fields.table });
  }
  const chairs = numberIn(fields.chairs, LIMITS.chairsMax);
  if (fields.chairs !== '' && chairs === null) {
    problems.push({ why: 'no chairs', text: fields.chairs, max: LIMITS.chairsMax });
  }
  const unused = record.fields.filter((text, at) => text !== '' && !places.has(at));
  return { record, fields, number, chairs, problems, unused };
}

function given({ fields: { topic, question, place }, number, chairs }: Draft): Given {
  return { topic, question, place, number, chairs };
}

/** Without headings: the usual order, behind a first column of nothing but numbers where there is one. */
function columnsWithout(records: readonly RawRecord[]): Columns {
  const order = isNumbered(records) ? (['table', 'name', 'topic', 'question'] as const) : ORDER;
  return Object.fromEntries(order.map((column, at) => [column, at]));
}

/** Whether all lines begin with a column of nothing but numbers. */
export function isNumbered(records: readonly RawRecord[]): boolean {
  const filled = records.filter((record) => !isBlank(record));
  return (
    filled.length > 0 &&
    filled.every(({ fields }) => fields.length > 1 && /^\d{1,4}$/u.test(fields[0] ?? ''))
  );
}

/** "7", "Table 7", "no. 7" as 7; null for anything else or above `max`. */
export function numberIn(text: string, max: number): number | null {
  const [, digits] = /^(?:(?:table|number|no|nr|t)\s*)?(\d{1,5})$/u.exec(fold(text)) ?? [];
  const number = Number(digits ?? 0);
  return number >= 1 && number <= max ? number : null;
}

/** Whether two records say the same, but for empty fields at their ends. */
export function sameFields(one: RawRecord, other: RawRecord): boolean {
  const words = ({ fields }: RawRecord): string =>
    fields
      .map(fold)
      .join('\u0001')
      .replace(/\u0001+$/u, '');
  return words(one) === words(other);
}
