/** What the preview of a list says of each of its lines. */
import {
  isFilled,
  type Filling,
  type PersonLine,
  type PersonProblem,
  type Room,
  type TeamLine,
  type TeamProblem,
} from '@tablecloth/shared/intake';
import type { FacilitateWords } from '../../words/facilitate.ts';
import { toldApart } from '../told-apart.ts';

export interface LineWords {
  from: number;
  to: number;
  /** How it stands in the list, without its line break. */
  written: string;
  is: 'fine' | 'filled' | 'nothing to do' | 'unclear';
  /** What it is taken for; empty where it is not understood. */
  what: string;
  /** That somebody is there already, is added once or is somebody else than another; or empty. */
  remark: string;
  /** Whether it may be somebody who stands in the list twice. */
  double: boolean;
  /** Whether it wants nothing but another team. */
  wantsTeam: boolean;
  /** Parts of it; of an unclear line what to put right. */
  details: string[];
}

/** What people are called whom others go with, by id or by the line of the list. */
interface Names {
  known: ReadonlyMap<string, string>;
  listed: ReadonlyMap<number, string>;
}

type TeamOf = NonNullable<Extract<PersonLine, { is: 'person' }>['person']['team']>;

/** How many teams that are there a list fills in, in however many lines. */
export function filledTeams(lines: readonly (PersonLine | TeamLine)[]): number {
  const filled = lines.flatMap((line) =>
    line.is === 'there' && isFilled(line.filling) ? line.filling.team : [],
  );
  return new Set(filled).size;
}

/** All lines but blank ones. */
export function wordsOf(
  lines: readonly (PersonLine | TeamLine)[],
  room: Room,
  t: FacilitateWords,
): LineWords[] {
  const listed = lines.filter((line) => line.is === 'person');
  const all = [...room.people, ...listed.map(({ person }) => person)].map(({ name }) => name);
  const names: Names = {
    known: new Map(
      room.people.map(({ id, name, team }) => {
        const own = room.teams.find((one) => one.id === team)?.name;
        return [id, toldApart(name, own, all)];
      }),
    ),
    listed: new Map(
      listed.map(({ from, person: { name, team } }) => {
        const own = team === null ? undefined : teamName(team, room);
        return [from, toldApart(name, own, all)];
      }),
    ),
  };
  return lines.flatMap((line) => {
    if (line.is === 'blank') return [];
    const { from, to } = line;
    const written = line.raw.replace(/(?:\r\n|\r|\n)$/u, '');
    const plain = { remark: '', double: false, wantsTeam: false };
    return [{ from, to, written, ...plain, ...said(line, room, names, t) }];
  });
}

function said(
  line: Exclude<PersonLine | TeamLine, { is: 'blank' }>,
  room: Room,
  names: Names,
  t: FacilitateWords,
): Pick<LineWords, 'is' | 'what' | 'details'> & Partial<LineWords> {
  const words = t.intake;
  switch (line.is) {
    case 'headings':
      return { is: 'nothing to do', what: words.headings, details: notUsed(line.unused, t) };
    case 'known':
      return {
        ...{ is: 'nothing to do', what: line.name, remark: words.known(line.as) },
        details: line.left === undefined ? [] : [words.leftOut(...line.left)],
      };
    case 'again': {
      const remark = words.again(line.line);
      return { is: 'nothing to do', what: line.name, remark, double: true, details: [] };
    }
    case 'unclear': {
      const wantsTeam = line.problems.every(({ why }) => why === 'no team');
      const details = line.problems.map((one) => problemWords(one, t));
      return { is: 'unclear', what: '', wantsTeam, details };
    }
    case 'team': {
      const { name, topic, question, table, place, chairs } = line.team;
      const isNew = table.id === null;
      const parts = [
        isNew ? words.newTable(table.number, chairs) : t.people.at(table.number),
        ...(isNew && place !== '' ? [place] : []),
        ...(topic === '' ? [] : [topic]),
        ...(question === '' ? [] : [words.quoted(question)]),
        ...(!isNew && place !== '' ? [words.tableStays(table.number)] : []),
      ];
      return { is: 'fine', what: name, details: [...parts, ...notUsed(line.unused, t)] };
    }
    case 'there': {
      const { filling, name, as, unused } = line;
      const is = isFilled(filling) ? 'filled' : 'nothing to do';
      const details = [...fillingOf(filling, t), ...notUsed(unused, t)];
      return { is, what: name, remark: words.known(as), details };
    }
    case 'person':
      return {
        ...{ is: 'fine', what: line.person.name, details: partsOf(line, room, names, t) },
        ...(line.teamless ? { remark: words.teamless, double: true } : {}),
        ...(line.namesake === null ? {} : { remark: words.namesake(line.namesake), double: true }),
      };
  }
}

function fillingOf(
  { texts, chairs, keeps, chairsKept, staysAt }: Filling,
  t: FacilitateWords,
): string[] {
  const words = t.intake;
  return [
    ...(texts.topic === undefined ? [] : [words.puts.topic(texts.topic)]),
    ...(texts.question === undefined ? [] : [words.puts.question(texts.question)]),
    ...(texts.place === undefined ? [] : [words.puts.place(texts.place)]),
    ...(chairs === null ? [] : [words.laid(chairs.was, chairs.is)]),
    ...(keeps.length === 0 ? [] : [words.keeps(...keeps)]),
    ...(chairsKept === null ? [] : [words.keepsChairs(chairsKept)]),
    ...(staysAt === null ? [] : [words.staysAt(staysAt)]),
  ];
}

function teamName(team: TeamOf, { teams }: Room): string | undefined {
  return 'isNew' in team ? team.isNew : teams.find(({ id }) => id === team.id)?.name;
}

function partsOf(
  { person, written, unused }: Extract<PersonLine, { is: 'person' }>,
  room: Room,
  names: Names,
  t: FacilitateWords,
): string[] {
  const { team, goesWith, fixedAt, withoutPhone } = person;
  const parts = written === null ? [] : [t.intake.readFrom(written)];
  if (team !== null) {
    const name = teamName(team, room) ?? '';
    parts.push('isNew' in team ? t.intake.newTeam(name) : name);
  }
  if (goesWith !== null) {
    const name = 'id' in goesWith ? names.known.get(goesWith.id) : names.listed.get(goesWith.line);
    parts.push(t.people.goesWith(name ?? t.activity.someone));
  }
  const seat = room.tables.find(({ id }) => id === fixedAt);
  if (seat !== undefined) parts.push(t.intake.always(seat.number));
  if (withoutPhone) parts.push(t.people.withoutPhone);
  return [...parts, ...notUsed(unused, t)];
}

function notUsed(unused: readonly string[], t: FacilitateWords): string[] {
  return unused.length === 0 ? [] : [t.intake.notUsed(unused.join(', '))];
}

/** What is to be put right in a line. */
export function problemWords(one: PersonProblem | TeamProblem, t: FacilitateWords): string {
  const words = t.intake.problems;
  switch (one.why) {
    case 'no name':
      return words.noName;
    case 'unreadable':
      return words.unreadable;
    case 'long name':
      return words.longName(one.max);
    case 'long':
      return words.long[one.field](one.max);
    case 'no team':
      return words.noTeam(one.team);
    case 'no table':
    case 'no table number':
      return words.noTable(one.text);
    case 'table taken':
      return one.team === null
        ? words.tableClosed(one.number)
        : words.tableTaken(one.number, one.team);
    case 'no chairs':
      return words.noChairs(one.text, one.max);
    case 'same name':
      return words.sameName(one.line);
    case 'neither yes nor no':
      return words.yesOrNo(one.text);
    case 'no partner':
      return words.noPartner(one.name);
    case 'many partners':
      return words.manyPartners(one.name);
    case 'partner unclear':
      return words.partnerUnclear(one.name);
    case 'own partner':
      return words.ownPartner;
    case 'sit apart':
      return words.sitApart;
    case 'seats taken':
      return words.seatsTaken(one.table, one.chairs);
    case 'full':
      return words.full(one.max);
  }
}
