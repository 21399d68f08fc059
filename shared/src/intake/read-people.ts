/** A list of people: name, team, who they go with, fixed seat, without a phone. */
import { LIMITS, fold, isStorable, sameWords } from '../cafe/index.ts';
import { PEOPLE_HEADINGS, headingsOf } from './headings.ts';
import { unnumbered } from './numbering.ts';
import { oneLine } from './one-line.ts';
import { pairUp } from './pair-up.ts';
import { isWithoutPhone } from './phone-said.ts';
import { isNumbered, numberIn, sameFields } from './read-teams.ts';
import { isBlank, readRecords, withoutMark, type Columned, type RawRecord } from './records.ts';
import type {
  Draft,
  PeopleList,
  PeopleWishes,
  PersonLine,
  PersonProblem,
  TeamChoice,
} from './people-list.ts';
import type { ListedField, Room } from './room.ts';
import { findSeparator } from './separator.ts';
import { firstLast } from './surname-first.ts';
import { TeamFinder } from './team-finder.ts';

const ORDER = ['name', 'team', 'goesWith', 'fixedSeat', 'withoutPhone'] as const;
type Column = (typeof ORDER)[number] | 'first' | 'last' | 'phone';
type ListedPerson = Room['people'][number];
type Columns = Readonly<Partial<Record<Column, number>>>;

/** Reads a list of people against the café they are for. Never throws. */
export function readPeople(text: string, room: Room, wishes: PeopleWishes): PeopleList {
  const finder = new TeamFinder(room);
  const { records, head, columns, unused } = peopleColumns(text, finder);

  const lines: PersonLine[] = [];
  const drafts = new Map<number, Draft>();
  const listed = byKey(room);
  const called = new Set(room.people.map(({ name }) => sameWords(name)));
  const going = goingWith(room);
  const known = new Map<string, number>();
  const seen = new Map<string, RawRecord[]>();
  let repeated = 0;
  for (const record of records) {
    const span = { from: record.from, to: record.to, raw: record.raw };
    if (isBlank(record)) {
      lines.push({ ...span, is: 'blank' });
      continue;
    }
    if (record === head) {
      lines.push({ ...span, is: 'headings', unused });
      continue;
    }
    const draft = drafted(record, columns, room, wishes, finder, called);
    const { name, team } = draft.person;
    const key = keyOf(name, team);
    const own = listed.get(key) ?? [];
    const matched = known.get(key) ?? 0;
    const namesakes = seen.get(key) ?? [];
    const same = namesakes.find((other) => sameFields(other, record));
    if (draft.problems.length === 0 && matched < own.length) {
      known.set(key, matched + 1);
      const left = leftOut(draft, own, going);
      const isSo = own.some((one) => sameWords(one.name) === sameWords(name));
      const as = isSo ? {} : { as: own[matched]?.name ?? '' };
      lines.push({ ...span, is: 'known', name, ...as, ...(left.length === 0 ? {} : { left }) });
      continue;
    }
    if (same !== undefined) repeated += 1;
    if (same !== undefined && !wishes.repeatedAreOthers && name !== '') {
      lines.push({ ...span, is: 'again', name, line: same.from });
      continue;
    }
    draft.namesake = name === '' ? null : (namesakes[0]?.from ?? null);
    seen.set(key, [...namesakes, record]);
    drafts.set(lines.length, draft);
    lines.push({ ...span, is: 'unclear', problems: draft.problems });
  }
  pairUp([...drafts.values()], room);
  settle(lines, drafts, room, (name) => {
    const key = keyOf(name, null);
    return (listed.get(key)?.length ?? 0) > (known.get(key) ?? 0);
  });
  const surnames = head === undefined && maySurnamesBe(records, finder);
  return { lines, unknownTeams: finder.unknown, repeated, surnames };
}

/** What stands where in a list of people; `head`: the record with its headings. */
export function peopleColumns(text: string, finder: TeamFinder): Columned<Columns> {
  const clean = withoutMark(text);
  const records = readRecords(clean, findSeparator(clean, PEOPLE_HEADINGS, false));
  const first = records.find((record) => !isBlank(record));
  const { columns, unused } = headingsOf(first?.fields ?? [], PEOPLE_HEADINGS);
  const hasHeadings = columns['name'] !== undefined || columns['first'] !== undefined;
  if (!hasHeadings) {
    const rows = unnumbered(records, undefined);
    return { records: rows, head: undefined, columns: columnsWithout(rows, finder), unused: [] };
  }
  const { phone, ...others } = columns;
  if (phone !== undefined && !isSaid(records, first, phone)) {
    // Their numbers.
    const heading = first?.fields[phone] ?? '';
    return { records, head: first, columns: others, unused: [...unused, heading] };
  }
  const isOneColumn = first?.fields.length === 1;
  return {
    records: isOneColumn ? unnumbered(records, first) : records,
    head: first,
    columns,
    unused,
  };
}

/** Whether a column says of phones no more than that somebody has one. */
function isSaid(records: readonly RawRecord[], head: RawRecord | undefined, at: number): boolean {
  return records.every(
    (record) =>
      record === head || isWithoutPhone(oneLine(record.fields[at] ?? ''), 'phone') !== null,
  );
}

/** Whether lines like "Ali, Sam", that no heading explains, may be surnames and first names. */
function maySurnamesBe(records: readonly RawRecord[], finder: TeamFinder): boolean {
  const rows = records.filter((record) => !isBlank(record));
  const seconds = rows.map(({ fields }) => oneLine(fields[1] ?? ''));
  const isSplit = rows.every(
    ({ fields, raw }) =>
      fields.length === 2 && fields.every(Boolean) && /^[^,;|\t"]+,[^,;|\t"]+$/u.test(raw),
  );
  // Teams are named again and again, first names seldom.
  const isVaried = new Set(seconds.map(fold)).size * 2 > seconds.length;
  return isSplit && isVaried && seconds.every((second) => finder.find(second) === null);
}

function settle(
  lines: PersonLine[],
  drafts: ReadonlyMap<number, Draft>,
  room: Room,
  isTeamless: (name: string) => boolean,
): void {
  let people = room.people.length;
  for (const [at, { span, person, problems, namesake, written, unused }] of drafts) {
    if (problems.length > 0) continue;
    people += 1;
    if (people > LIMITS.peopleMax) problems.push({ why: 'full', max: LIMITS.peopleMax });
    else {
      const teamless = person.team !== null && isTeamless(person.name);
      lines[at] = { ...span, is: 'person', person, namesake, teamless, written, unused };
    }
  }
}

function drafted(
  record: RawRecord,
  columns: Columns,
  room: Room,
  { makeTeams, taken }: PeopleWishes,
  finder: TeamFinder,
  /** What people are called who are there. */
  called: ReadonlySet<string>,
): Draft {
  const places = new Set(Object.values(columns));
  const field = (column: Column): string => {
    const at = columns[column];
    return at === undefined ? '' : oneLine(record.fields[at] ?? '');
  };
  const problems: PersonProblem[] = [];
  const whole = field('name');
  const turned = called.has(sameWords(whole)) ? whole : firstLast(whole);
  const name = oneLine(turned || `${field('first')} ${field('last')}`);
  if (name === '') problems.push({ why: 'no name' });
  if (name.length > LIMITS.nameCharsMax) {
    problems.push({ why: 'long name', max: LIMITS.nameCharsMax });
  }
  if (!isStorable(record.fields.join(''))) problems.push({ why: 'unreadable' });

  const wish = field('team');
  let team: TeamChoice = finder.find(wish);
  if (team === null && wish !== '') {
    const fits = wish.length <= LIMITS.titleCharsMax && isStorable(wish);
    const unknown = fits ? finder.miss(wish, record.from, taken) : null;
    if (unknown !== null && unknown.like !== null && unknown.isTaken)
      team = { id: unknown.like.id };
    else if (unknown !== null && makeTeams) team = { isNew: unknown.name };
    else problems.push({ why: 'no team', team: wish });
  }

  const seat = field('fixedSeat');
  const number = numberIn(seat, LIMITS.tableNumberMax);
  const fixedAt = room.tables.find((table) => table.number === number)?.id ?? null;
  if (fixedAt === null && seat !== '') problems.push({ why: 'no table', text: seat });

  const paper = isWithoutPhone(field('withoutPhone'), 'withoutPhone');
  if (paper === null) {
    problems.push({ why: 'neither yes nor no', text: field('withoutPhone') });
  }
  const withoutPhone = paper === true || isWithoutPhone(field('phone'), 'phone') === true;
  const { from, to, raw } = record;
  return {
    span: { from, to, raw },
    person: { name, team, goesWith: null, fixedAt, withoutPhone },
    partner: field('goesWith'),
    written: turned === whole ? null : whole,
    problems,
    namesake: null,
    unused: record.fields.filter((text, at) => text !== '' && !places.has(at)),
  };
}

/** Without headings: the usual order, team and name swapped where the first column has the teams. */
function columnsWithout(records: readonly RawRecord[], finder: TeamFinder): Columns {
  const hits = (at: number): number =>
    records.filter(({ fields }) => finder.find(oneLine(fields[at] ?? '')) !== null).length;
  // Whoever has numbered the lines means nothing by it.
  const from = isNumbered(records) ? 1 : 0;
  const columns = Object.fromEntries(ORDER.map((column, at) => [column, at + from]));
  if (from > 0) return columns;
  return hits(0) > hits(1) ? { ...columns, name: 1, team: 0 } : columns;
}

function byKey({ people }: Room): Map<string, ListedPerson[]> {
  const all = new Map<string, ListedPerson[]>();
  for (const person of people) {
    const key = keyOf(person.name, person.team === null ? null : { id: person.team });
    all.set(key, [...(all.get(key) ?? []), person]);
  }
  return all;
}

/** What a line says otherwise of somebody who is listed; nothing where it says the same of one so called. */
function leftOut(
  { person, partner }: Draft,
  listed: readonly ListedPerson[],
  going: ReadonlySet<string>,
): ListedField[] {
  const differing = listed.map((one): ListedField[] => [
    ...(person.fixedAt === null || person.fixedAt === one.fixedAt ? [] : ['fixed seat' as const]),
    ...(partner === '' || going.has(one.id) ? [] : ['goes with' as const]),
    ...(person.withoutPhone && !one.withoutPhone ? ['without a phone' as const] : []),
  ]);
  return differing.some((fields) => fields.length === 0) ? [] : (differing[0] ?? []);
}

/** Whoever goes with somebody, or has somebody going with them. */
function goingWith({ people }: Room): Set<string> {
  return new Set(people.flatMap(({ id, goesWith }) => (goesWith === null ? [] : [id, goesWith])));
}

function keyOf(name: string, team: TeamChoice): string {
  const own = team === null ? '' : 'id' in team ? `id ${team.id}` : `new ${fold(team.isNew)}`;
  return `${fold(name)}\u0001${own}`;
}
