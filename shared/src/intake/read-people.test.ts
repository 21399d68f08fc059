import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, tidyName } from '../cafe/index.ts';
import { emptyRoom, room } from './fixture.ts';
import { leftOver, peopleToTakeIn, withLine } from './list.ts';
import type { PersonLine } from './people-list.ts';
import { readPeople } from './read-people.ts';
import { firstLast } from './surname-first.ts';
import type { Room } from './room.ts';
import { writePeople } from './write-people.ts';

const plain = { makeTeams: false, repeatedAreOthers: false, taken: new Map<string, string>() };
const read = (text: string, wishes = plain, against: Room = room) =>
  readPeople(text, against, wishes);

/** What a line came to, in short. */
function short(line: PersonLine) {
  switch (line.is) {
    case 'person':
      return line.person;
    case 'unclear':
      return line.problems;
    default:
      return line.is;
  }
}

const someone = { team: null, goesWith: null, fixedAt: null, withoutPhone: false };

describe('a list of people', () => {
  it('may be nothing but names', () => {
    expect(read('Ada\n\n  Zoë   Lindqvist \n').lines.map(short)).toEqual([
      { ...someone, name: 'Ada' },
      'blank',
      { ...someone, name: 'Zoë Lindqvist' },
    ]);
  });

  it.each([
    ['tabs', 'Ada\tŁódź Outreach\tBen\t5\tyes\nBen\tlodz outreach'],
    ['semicolons', 'Ada;Łódź Outreach;Ben;5;yes\nBen;lodz outreach'],
    ['commas', 'Ada,Łódź Outreach,Ben,5,yes\nBen,lodz outreach'],
    ['bars', 'Ada|Łódź Outreach|Ben|5|yes\nBen|lodz outreach'],
    ['a byte order mark', '\uFEFFAda,Łódź Outreach,Ben,5,yes\r\nBen,lodz outreach\r\n'],
    ['the team first', 'Łódź Outreach;Ada;Ben;5;yes\nlodz outreach;Ben'],
    ['numbered lines', '1;Ada;Łódź Outreach;Ben;5;yes\n2;Ben;lodz outreach'],
  ])('is read with %s and no headings', (_, text) => {
    expect(read(text).lines.map(short)).toEqual([
      { name: 'Ada', team: { id: 'b' }, goesWith: { line: 2 }, fixedAt: 't5', withoutPhone: true },
      { ...someone, name: 'Ben', team: { id: 'b' } },
    ]);
  });

  it('has its columns in any order under headings, and says which it does not use', () => {
    const text = 'E-mail;Without a phone;Team;Surname;First name\na@b.c;x;1;Ali;Noor';
    const { lines } = read(text);
    expect(lines[0]).toMatchObject({ is: 'headings', unused: ['E-mail'] });
    expect(lines[1]).toMatchObject({
      is: 'person',
      person: { ...someone, name: 'Noor Ali', team: { id: 'a' }, withoutPhone: true },
      unused: ['a@b.c'],
    });
  });

  it('says of every line what it could not understand', () => {
    const text = [
      'name;team;goes with;fixed seat;without phone',
      ';Łódź Outreach;;;',
      'Ada;Nowhere;;77;maybe',
      `${'x'.repeat(61)};;;;`,
      'Bad\u0000sign;;;;',
      'Cy;;Nobody;;',
      'Dee;;Dee;;',
      'Eve;;Sam Ali;;',
      'Fay;;Ada;;',
    ].join('\n');
    expect(read(text).lines.map(short)).toEqual([
      'headings',
      [{ why: 'no name' }],
      [
        { why: 'no team', team: 'Nowhere' },
        { why: 'no table', text: '77' },
        { why: 'neither yes nor no', text: 'maybe' },
      ],
      [{ why: 'long name', max: 60 }],
      [{ why: 'unreadable' }],
      [{ why: 'no partner', name: 'Nobody' }],
      [{ why: 'own partner' }],
      [{ why: 'many partners', name: 'Sam Ali' }],
      [{ why: 'partner unclear', name: 'Ada' }],
    ]);
  });

  it('never takes “Ward 1” for the team at table 1', () => {
    expect(read('Ada;Ward 1\nBen;1').lines.map(short)).toEqual([
      [{ why: 'no team', team: 'Ward 1' }],
      { ...someone, name: 'Ben', team: { id: 'a' } },
    ]);
  });

  it('finds whom somebody goes with by team-mates first, or by the team in brackets', () => {
    const { lines } = read('Ada;1;Sam Ali\nBen;;Sam Ali (Lodz Outreach)');
    expect(lines.map(short)).toEqual([
      { ...someone, name: 'Ada', team: { id: 'a' }, goesWith: { id: 'p1' } },
      { ...someone, name: 'Ben', goesWith: { id: 'p2' } },
    ]);
  });

  it('will not have two who go together sit at two tables for good', () => {
    const { lines } = read(
      'name;goes with;fixed seat\nAda;Ben;1\nBen;;2\nCy;Sam Ali (Łódź Outreach);3',
    );
    expect(lines.slice(1).map(short)).toEqual([
      [{ why: 'sit apart' }],
      [{ why: 'sit apart' }],
      [{ why: 'sit apart' }],
    ]);
  });

  it('keeps to the chairs of a table with those who always sit there: the last lines yield', () => {
    const stays = (name: string) => `${name};;4`;
    const { lines } = read(
      ['name;goes with;fixed seat', 'Ada;Ben;4', 'Ben;;', ...['Cy', 'Di', 'Ed', 'Flo'].map(stays)]
        // Sam Ali of Łódź Outreach has one of the six chairs.
        .join('\n'),
    );
    expect(lines.slice(1).map(({ is }) => is)).toEqual([
      'person',
      'person',
      'person',
      'person',
      'person',
      'unclear',
    ]);
    expect(short(lines[6] as never)).toEqual([{ why: 'seats taken', table: 4, chairs: 6 }]);
  });

  it('reads two thousand who would all sit at one table', () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `Person ${String(i)};5`);
    const { lines } = read(['name;fixed seat', ...names].join('\n'));
    expect(lines.filter(({ is }) => is === 'person')).toHaveLength(6);
  });

  it('adds nobody twice: whoever is there, and lines that are the very same', () => {
    const text = 'sam ali;1\nSam Ali;1\nAda;1\nAda;1\nada;1;;5';
    const { lines, repeated } = read(text);
    expect(lines.map(short)).toEqual([
      'known',
      { ...someone, name: 'Sam Ali', team: { id: 'a' } },
      { ...someone, name: 'Ada', team: { id: 'a' } },
      'again',
      { ...someone, name: 'ada', team: { id: 'a' }, fixedAt: 't5' },
    ]);
    expect(lines[4]).toMatchObject({ namesake: 3 });
    expect(repeated).toBe(1);
  });

  it('takes a name without its accents for the same person, and says so', () => {
    const zoe = { ...room, people: [{ ...someone, id: 'p9', name: 'Zoë Lindqvist', team: 'a' }] };
    expect(read('Zoe Lindqvist;1', plain, zoe).lines).toMatchObject([
      { is: 'known', name: 'Zoe Lindqvist', as: 'Zoë Lindqvist' },
    ]);
    const text = 'Zoë Lindqvist;1\nzoe lindqvist;1';
    const { lines, repeated } = read(text);
    expect(lines).toMatchObject([{ is: 'person' }, { is: 'again', line: 1 }]);
    expect(repeated).toBe(1);
    const others = read(text, { ...plain, repeatedAreOthers: true }).lines;
    expect(others).toMatchObject([{ is: 'person' }, { is: 'person', namesake: 1 }]);
  });

  it('goes with who is written just so, where accents tell two apart', () => {
    const { lines } = read('Zoë;1\nZoe;2\nAda;3;Zoe\nBen;3;zoë\nCy;3;Zoé');
    expect(lines.map(short)).toMatchObject([
      { name: 'Zoë' },
      { name: 'Zoe' },
      { goesWith: { line: 2 } },
      { goesWith: { line: 1 } },
      [{ why: 'many partners' }],
    ]);
  });

  it('reads a surname that stands first, where a comma says so, and keeps who is there as written', () => {
    const text = 'name;goes with\nO’Neill, Pat;"Ali, Sam"\nAli, Sam;\nFox, Ana, PhD;\nFox, Jr;';
    const { lines } = read(text, plain, emptyRoom);
    expect(lines.slice(1)).toMatchObject([
      { person: { name: 'Pat O’Neill', goesWith: { line: 3 } }, written: 'O’Neill, Pat' },
      { person: { name: 'Sam Ali' }, written: 'Ali, Sam' },
      { person: { name: 'Fox, Ana, PhD' }, written: null },
      { person: { name: 'Fox, Jr' }, written: null },
    ]);
    const there = { ...emptyRoom, people: [{ ...someone, id: 'p9', name: 'Ali, Sam' }] };
    expect(read('"Ali, Sam"', plain, there).lines[0]).toMatchObject({ is: 'known' });
    expect(firstLast('FOX, ANA')).toBe('ANA FOX');
  });

  it('asks whether lines of two words are surnames and first names', () => {
    expect(read('Ali, Sam\nFox, Ana\nEk, Zoë').surnames).toBe(true);
    expect(read('Surname,First name\nAli, Sam\nFox, Ana').lines).toMatchObject([
      { is: 'headings' },
      { person: { name: 'Sam Ali' } },
      { person: { name: 'Ana Fox' } },
    ]);
    for (const text of [
      '',
      'Ada',
      'Ada;Elm\nBen;Ash',
      'Ada,Elm\nBen,Elm\nCy,Elm',
      'Ada,1\nBen,Ash',
    ]) {
      expect(read(text).surnames).toBe(false);
    }
  });

  it('may be numbered or have points', () => {
    const names = ['Ada', 'Ben', 'Cy'];
    for (const point of ['• ', '- ', '7. ', '7) ', '•\t', '7.\t']) {
      const text = names.map((name) => `${point}${name}`).join('\n');
      expect(read(text).lines.map(short)).toEqual(names.map((name) => ({ ...someone, name })));
    }
  });

  it('takes yes and no under “Phone” the other way round, and leaves numbers alone', () => {
    const said = (...all: string[]) => {
      const text = ['Name;Phone', ...all.map((one, i) => `P${String(i)};${one}`)].join('\n');
      return read(text)
        .lines.slice(1)
        .map((line) => line.is === 'person' && line.person.withoutPhone);
    };
    expect(said('no', 'N', '✗', '-', 'none')).toEqual([true, true, true, true, true]);
    expect(said('yes', 'x', '✓', '', 'smartphone')).toEqual([false, false, false, false, false]);
    expect(said('no', '01632 960123')).toEqual([false, false]);
    expect(read('Name;Phone\nAda;01632 960123').lines).toMatchObject([
      { is: 'headings', unused: ['Phone'] },
      { is: 'person', unused: ['01632 960123'] },
    ]);
    const [, line] = read('Name;No phone\nAda;✓').lines;
    expect(line).toMatchObject({ person: { withoutPhone: true } });
  });

  it('takes the very same lines for different people when asked to', () => {
    const { lines } = read('Ada;1\nAda;1', { ...plain, repeatedAreOthers: true });
    expect(lines.map(({ is }) => is)).toEqual(['person', 'person']);
  });

  it('says of each team that is not there once which lines name it, and which it may be', () => {
    const text = 'Ada;Riverside Early Psycosis\nBen;Elm\nCy;riverside early psycosis;;;x\nDee;1';
    const riverside = { id: 'a', name: 'Riverside Early Psychosis' };
    const slip = { name: 'Riverside Early Psycosis', lines: [1, 3], like: riverside };
    const elm = { name: 'Elm', lines: [2], like: null, isTaken: false };
    expect(read(text).unknownTeams).toEqual([{ ...slip, isTaken: false }, elm]);
    const taken = new Map([['riverside early psycosis', 'a']]);
    const { lines, unknownTeams } = read(text, { ...plain, taken });
    expect(unknownTeams).toEqual([{ ...slip, isTaken: true }, elm]);
    expect(lines.map(short)).toEqual([
      { ...someone, name: 'Ada', team: { id: 'a' } },
      [{ why: 'no team', team: 'Elm' }],
      { ...someone, name: 'Cy', team: { id: 'a' }, withoutPhone: true },
      { ...someone, name: 'Dee', team: { id: 'a' } },
    ]);
    // Once another team is like it nobody is put there unasked.
    expect(
      read(text, { ...plain, taken: new Map([['riverside early psycosis', 'b']]) }).lines[0]?.is,
    ).toBe('unclear');
  });

  it('makes the teams it names when asked to, each once', () => {
    const text = 'Ada;Willow Ward\nBen;willow ward\nCy;1';
    expect(read(text).unknownTeams.map(({ name }) => name)).toEqual(['Willow Ward']);
    const list = read(text, { ...plain, makeTeams: true });
    let n = 0;
    const taking = peopleToTakeIn(list, room, () => `new${String((n += 1))}`);
    expect(taking.teams).toEqual([
      {
        id: expect.any(String) as string,
        name: 'Willow Ward',
        topic: '',
        question: '',
        homeTable: 't4',
      },
    ]);
    expect(taking.tables).toEqual([]);
    expect(taking.people.map(({ team }) => team)).toEqual([
      taking.teams[0]?.id,
      taking.teams[0]?.id,
      'a',
    ]);
  });

  it('reads formulas as text', () => {
    expect(read("'=SUM(A1);1\n=1+1;1\n@ada;1\n'+44;1").lines.map(short)).toMatchObject([
      { name: '=SUM(A1)' },
      { name: '=1+1' },
      { name: '@ada' },
      { name: '+44' },
    ]);
  });

  it('stops where a café is full', () => {
    const text = Array.from({ length: 2_001 }, (_, n) => `Person ${String(n)}`).join('\n');
    const { lines } = read(text, plain, emptyRoom);
    expect(lines.at(-2)).toMatchObject({ is: 'person' });
    expect(lines.at(-1)).toMatchObject({ is: 'unclear', problems: [{ why: 'full', max: 2_000 }] });
  });

  it('leaves what was not understood to be put right, under its headings', () => {
    const text = 'name;team\r\nAda;1\r\nBen;Nowhere\r\nCy;Nowhere else\r\n';
    const rest = leftOver(read(text));
    expect(rest).toBe('name;team\r\nBen;Nowhere\r\nCy;Nowhere else\r\n');
    const right = withLine(read(rest), 2, 'Ben;1');
    expect(right).toBe('name;team\r\nBen;1\r\nCy;Nowhere else\r\n');
    expect(leftOver(read(right))).toBe('name;team\r\nCy;Nowhere else\r\n');
    expect(leftOver(read('Ada'))).toBe('');
  });
});

const sign = fc.constantFrom(
  ...['"', ',', ';', '\t', '|', '\n', '\r', ' ', "'", '=', '(', ')', '1', '7', '\u0000', '\uD800'],
  ...['Sam Ali', 'Ada', 'name', 'team', 'goes with', 'constructor', '__proto__', 'é', 'yes', '😀'],
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(sign, { maxLength: 80 }).map((all) => all.join('')),
);

it('any text at all is read without a throw, and every line is accounted for exactly once', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), fc.boolean(), (text, makeTeams, repeatedAreOthers) => {
      const list = readPeople(text, room, { ...plain, makeTeams, repeatedAreOthers });
      const whole = text.startsWith('\uFEFF') ? text.slice(1) : text;
      expect(list.lines.map(({ raw }) => raw).join('')).toBe(whole);
      let line = 1;
      for (const { from, to } of list.lines) {
        expect(from).toBe(line);
        line = to + 1;
      }
      let n = 0;
      const { people } = peopleToTakeIn(list, room, () => `n${String((n += 1))}`);
      expect(people).toHaveLength(list.lines.filter(({ is }) => is === 'person').length);
      const ids = new Set([...people, ...room.people].map(({ id }) => id));
      for (const { goesWith } of people) if (goesWith !== null) expect(ids).toContain(goesWith);
    }),
    { numRuns: 400 },
  );
});

/** Names as they are stored: one line, trimmed, not too long. */
const name = fc
  .oneof(
    fc.constantFrom('Sam Ali', 'Zoë', 'said "no"', '=1+1', '-', 'Name', 'a;b', 'x|y', '7'),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map(tidyName)
  .filter((text) => firstLast(text) === text)
  .filter((text) => text !== '' && !/^'\s*[=+\-@＝＋－＠]/u.test(text) && text.length <= 60);

const others = fc.uniqueArray(
  fc.record({
    name,
    team: fc.constantFrom('a', 'b', 'c', null),
    withoutPhone: fc.boolean(),
    fixedAt: fc.constantFrom('t1', 't5', null),
    pairs: fc.boolean(),
  }),
  {
    maxLength: 12,
    selector: (one) => fold(one.name),
  },
);

it('a list that was exported is read as it was', () => {
  // Chairs for as many as there may be at one table.
  const wide = { ...room, tables: room.tables.map((table) => ({ ...table, chairs: 12 })) };
  fc.assert(
    fc.property(others, (rows) => {
      const people = rows.map(({ pairs, ...row }, n) => ({
        ...row,
        id: `p${String(n)}`,
        // Pairs of neighbours, so that nobody is bound to two tables.
        goesWith: pairs && n % 2 === 1 && row.fixedAt === null ? `p${String(n - 1)}` : null,
      }));
      const list = readPeople(writePeople({ ...wide, people }), { ...wide, people: [] }, plain);
      let n = -1;
      const taking = peopleToTakeIn(list, { ...wide, people: [] }, () => `p${String((n += 1))}`);
      expect(taking.people).toEqual(
        people.map(({ id, name: own, team, withoutPhone, fixedAt, goesWith }) => ({
          ...{ id, name: own, team, withoutPhone, fixedAt, goesWith },
        })),
      );
    }),
    { numRuns: 300 },
  );
});

it('a list that was exported adds nobody to the café it came from', () => {
  const { lines } = read(writePeople(room));
  expect(lines.map(({ is }) => is)).toEqual(['headings', 'known', 'known']);
});
