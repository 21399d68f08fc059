import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../cafe/index.ts';
import { emptyRoom, room } from './fixture.ts';
import { teamsToTakeIn } from './list.ts';
import { readTeams, type TeamLine } from './read-teams.ts';

function short(line: TeamLine) {
  switch (line.is) {
    case 'team':
      return line.team;
    case 'unclear':
      return line.problems;
    default:
      return line.is;
  }
}

const read = (text: string, against = room) => readTeams(text, against).lines.map(short);
const bare = { topic: '', question: '', place: '', chairs: 6 };

describe('a list of teams', () => {
  it('may be one name a line, commas and all', () => {
    expect(read('Willow Ward\nHelp, for all who ask\n')).toEqual([
      { ...bare, name: 'Willow Ward', table: { id: 't4', number: 4 } },
      { ...bare, name: 'Help, for all who ask', table: { id: 't5', number: 5 } },
    ]);
  });

  it('gets tables that are nobody’s, then new ones with the next numbers', () => {
    expect(read('A;\nB;\nC;\nD;')).toMatchObject([
      { table: { id: 't4', number: 4 } },
      { table: { id: 't5', number: 5 } },
      { table: { id: null, number: 6 } },
      { table: { id: null, number: 7 } },
    ]);
  });

  it('may come from a spreadsheet with a column of table numbers first', () => {
    const text = '10\tWillow Ward\tFood and faith\tWhat made you feel at home?\n4\tCedar Ward\n';
    expect(read(text)).toEqual([
      {
        ...{ name: 'Willow Ward', topic: 'Food and faith', place: '', chairs: 6 },
        question: 'What made you feel at home?',
        table: { id: null, number: 10 },
      },
      { ...bare, name: 'Cedar Ward', table: { id: 't4', number: 4 } },
    ]);
  });

  it('may have headings in any order', () => {
    const text = '#;Where;Chairs;Team;Boss\n9;by the windows;8;Willow Ward;Ada';
    expect(readTeams(text, room).lines).toMatchObject([
      { is: 'headings', unused: ['Boss'] },
      {
        is: 'team',
        team: {
          ...{ name: 'Willow Ward', place: 'by the windows', chairs: 8 },
          table: { id: null, number: 9 },
        },
        unused: ['Ada'],
      },
    ]);
  });

  it('says of every line what it could not understand', () => {
    const text = [
      'team;topic;table;chairs',
      ';Nameless;;',
      'Riverside early psychosis;;;',
      'Willow Ward;;1;',
      'Cedar Ward;;by the door;99',
      'Elm Ward;one;;',
      'Elm Ward;two;;',
      'Elm Ward;one;;',
      `Ash Ward;${'x'.repeat(201)};;`,
      'Bad\u0000sign;;;',
    ].join('\n');
    expect(read(text)).toEqual([
      'headings',
      [{ why: 'no name' }],
      'known',
      [{ why: 'table taken', number: 1, team: 'Riverside Early Psychosis' }],
      [
        { why: 'no table number', text: 'by the door' },
        { why: 'no chairs', text: '99', max: 40 },
      ],
      { ...bare, name: 'Elm Ward', topic: 'one', table: { id: 't4', number: 4 } },
      [{ why: 'same name', line: 6 }],
      'again',
      [{ why: 'long', field: 'topic', max: 200 }],
      [{ why: 'unreadable' }],
    ]);
  });

  it('gives a table to whoever names it, also behind others', () => {
    expect(read('team;table\nWillow Ward;\nCedar Ward;4')).toMatchObject([
      'headings',
      { table: { number: 5 } },
      { table: { number: 4 } },
    ]);
  });

  it('is taken in with the new tables it needs', () => {
    let n = 0;
    const list = readTeams('team;place;chairs\nA;;\nB;by the door;8', emptyRoom);
    expect(teamsToTakeIn(list, () => `n${String((n += 1))}`)).toEqual({
      teams: [
        { id: 'n1', name: 'A', topic: '', question: '', homeTable: 't1' },
        { id: 'n3', name: 'B', topic: '', question: '', homeTable: 'n2' },
      ],
      tables: [{ id: 'n2', number: 2, place: 'by the door', chairs: 8 }],
      ...{ people: [], filled: [] },
    });
  });

  it('takes a name without its accents for the team that is there, and says how it is written', () => {
    expect(readTeams('Lodz outreach\nŁódź Outreach', room).lines).toMatchObject([
      { is: 'known', name: 'Lodz outreach', as: 'Łódź Outreach' },
      { is: 'known', name: 'Łódź Outreach' },
    ]);
    expect(read('Zoë Ward\nzoe ward')).toMatchObject([{ name: 'Zoë Ward' }, 'again']);
  });

  it.each([
    ['a number', '#\tTeam\n1\tRiverside Early Psychosis\n2\tElm\n3\tAsh\n4\tYew\n4\tBox'],
    ['Table', 'Table;Team\n1;Riverside Early Psychosis\n2;Elm\n3;Ash\n4;Yew\n4;Box'],
    ['No.', 'No.;Team\n1;Riverside Early Psychosis\n2;Elm\n3;Ash\n4;Yew\n4;Box'],
    ['nothing', '1\tRiverside Early Psychosis\n2\tElm\n3\tAsh\n4\tYew\n4\tBox'],
  ])(
    'numbered under %s gets those tables, or the next ones where other teams have them',
    (_, text) => {
      const { lines, tablesTaken } = readTeams(text, room);
      expect(lines.filter(({ is }) => is !== 'headings').map(short)).toMatchObject([
        'known',
        [{ why: 'table taken', number: 2, team: 'Łódź Outreach' }],
        [{ why: 'table taken', number: 3 }],
        { name: 'Yew', table: { id: 't4' } },
        [{ why: 'table taken', number: 4, team: 'Yew' }],
      ]);
      expect(tablesTaken).toBe(3);
      const next = readTeams(text, room, { nextTables: true });
      expect(next.lines.slice(-4).map(short)).toMatchObject([
        { name: 'Elm', table: { number: 5 } },
        { name: 'Ash', table: { number: 6 } },
        { name: 'Yew', table: { number: 4 } },
        { name: 'Box', table: { number: 7 } },
      ]);
    },
  );

  it.each([
    ['1. Kappa\n2. Lambda\n10. Mu'],
    ['1) Kappa\n2) Lambda\n3) Mu'],
    ['• Kappa\n• Lambda\nMu'],
    ['- Kappa\n- Lambda\n- Mu'],
    ['1.\tKappa\n2.\tLambda\n3.\tMu'],
    ['•\tKappa\n•\tLambda\n•\tMu'],
    ['Team\n– Kappa\n– Lambda\n– Mu'],
  ])('may be numbered or have points, as in %j', (text) => {
    const names = read(text).flatMap((line) =>
      typeof line === 'object' && 'name' in line ? line.name : [],
    );
    expect(names).toEqual(['Kappa', 'Lambda', 'Mu']);
  });

  it('keeps a number that is part of a name', () => {
    expect(read('1. FC Elm\nKappa\nLambda')[0]).toMatchObject({ name: '1. FC Elm' });
  });

  it('stops where a café is full', () => {
    const text = Array.from({ length: 401 }, (_, n) => `Team ${String(n)}`).join('\n');
    expect(readTeams(text, emptyRoom).lines.at(-1)).toMatchObject({
      is: 'unclear',
      problems: [{ why: 'full' }],
    });
  });
});

describe('a list of teams that are there', () => {
  const told = {
    ...room,
    teams: room.teams.map((one) => (one.id === 'b' ? { ...one, question: 'Whose?' } : one)),
    people: room.people.map((one) => ({ ...one, fixedAt: null, tables: ['t2', 't1'] })),
  };
  const HEAD = 'Team;Topic;Question;Table;Place;Chairs\n';

  it('fills in what they have not said, and what they have said stays', () => {
    const { lines } = readTeams(
      `${HEAD}Riverside early psychosis;Checks;Where?;1;by the windows;8\nŁódź Outreach;Men;Who?;7;;`,
      told,
    );
    expect(lines.slice(1).map((line) => line.is === 'there' && line.filling)).toEqual([
      {
        team: 'a',
        texts: { topic: 'Checks', question: 'Where?', place: 'by the windows' },
        chairs: { was: 6, is: 8 },
        ...{ keeps: [], chairsKept: null, staysAt: null },
      },
      {
        ...{ team: 'b', texts: { topic: 'Men' }, chairs: null },
        ...{ keeps: ['question'], chairsKept: null, staysAt: 2 },
      },
    ]);
    const { filled, teams, tables } = teamsToTakeIn({ lines }, () => 'new');
    expect({ teams, tables }).toEqual({ teams: [], tables: [] });
    expect(filled).toEqual([
      { team: 'a', topic: 'Checks', question: 'Where?', place: 'by the windows', chairs: 8 },
      { team: 'b', topic: 'Men', question: '', place: '' },
    ]);
  });

  it('takes no chair from people who are told to sit there, and fills nothing in twice', () => {
    const text = `${HEAD}Riverside Early Psychosis;Checks;;;;1\nRiverside Early Psychosis;Other`;
    expect(readTeams(text, told).lines.slice(1)).toMatchObject([
      { is: 'there', filling: { texts: { topic: 'Checks' }, chairs: null, chairsKept: 6 } },
      { is: 'there', filling: { texts: {}, keeps: ['topic'] } },
    ]);
  });

  it('says what is wrong in a line, and nothing of one that says nothing new', () => {
    expect(read(`${HEAD}Łódź Outreach;;;;;many\nŁódź Outreach;;Whose?;2`, told)).toEqual([
      'headings',
      [{ why: 'no chairs', text: 'many', max: LIMITS.chairsMax }],
      'known',
    ]);
  });
});

it('any text at all is read without a throw, every line once, and no table given twice', () => {
  const sign = fc.constantFrom(
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r',
    ' ',
    '1',
    '4',
    '9',
    '#',
    'team',
    'Ä',
    'table',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(sign, { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (given) => {
      const { lines } = readTeams(given, room);
      const whole = given.startsWith('\uFEFF') ? given.slice(1) : given;
      expect(lines.map(({ raw }) => raw).join('')).toBe(whole);
      const numbers = lines.flatMap((line) => (line.is === 'team' ? [line.team.table.number] : []));
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const number of numbers) expect([1, 2, 3]).not.toContain(number);
    }),
    { numRuns: 400 },
  );
});
