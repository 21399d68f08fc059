import { checkFounding } from '@tablecloth/shared/cafe';
import { blankCafe, smallCafe } from '@tablecloth/shared/sample';
import { expect, it } from 'vitest';
import { at, figures, words as t } from './fixture.ts';
import { figuresOf } from '../words/figures.ts';
import { readWishes, sumsOf, teamsRead, type Typed } from './own-wishes.ts';

const typed: Typed = {
  recipe: 'classic',
  teams: '',
  title: ' A small morning ',
  question: '',
  lobby: '',
  ...{ day: '', time: '' },
  people: '22',
  tables: '4',
  rounds: '3',
  minutes: '20',
};

it('what was typed becomes a café that seats everybody', () => {
  const wishes = { title: 'A small morning', question: '', tables: 4, rounds: 3, minutes: 20 };
  expect(readWishes(typed, t)).toEqual({
    ok: true,
    ...{ people: 22, tables: 4, rounds: 3, hosts: 0 },
    founding: smallCafe({ ...wishes, chairs: 9 }),
  });
});

it('every mistake has a sentence at its field', () => {
  expect(
    readWishes(
      {
        ...typed,
        title: ' ',
        question: 'q'.repeat(401),
        people: 'many',
        tables: '0',
        rounds: '',
        minutes: '1.5',
        time: '09:00',
      },
      t,
    ),
  ).toEqual({
    ok: false,
    mistakes: {
      title: 'Please give the café a title.',
      time: 'Please give both, day and time, or neither.',
      question: 'Please shorten the question to 400 letters.',
      people: 'Please type a whole number from 3 to 2000.',
      tables: 'Please type a whole number from 1 to 400.',
      rounds: 'Please type a whole number from 1 to 19.',
      minutes: 'Please type a whole number from 1 to 600.',
    },
  });
});

it('the sums say when it ends and how many sit together, before there is a title', () => {
  // Doors 15, welcome 10, three times 2 + 20 + 1, thanks 5: 99 minutes.
  expect(sumsOf({ ...typed, title: '' }, at(9, 0), figures, t)).toEqual({
    sentence: 'Begin now and it ends 10:39; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table.',
    advice: '',
  });
  expect(sumsOf({ ...typed, people: '20' }, at(9, 0), figures, t)?.sentence).toBe(
    'Begin now and it ends 10:39; 5\u00a0at\u00a0a\u00a0table.',
  );
});

it('with a day and a time it opens then, and the sums count from it as long as it is to come', () => {
  const opensAt = new Date(2026, 2, 3, 9, 0).getTime();
  const opening = { day: '2026-03-03', time: '09:00' };
  const read = readWishes({ ...typed, ...opening }, t);
  expect(read.ok && read.founding.definition.opensAt).toBe(opensAt);
  const zone = figuresOf('en-GB');
  const sentence = (now: number, more: Partial<Typed>) =>
    sumsOf({ ...typed, ...more }, now, zone, t)?.sentence;
  const hour = 60 * 60_000;
  expect([
    sentence(opensAt - 48 * hour, opening),
    sentence(opensAt - hour, opening),
    sentence(opensAt + hour, opening),
    sentence(opensAt - hour, { day: opening.day }),
  ]).toEqual([
    'Doors open on 3\u00a0March at 9:00, it ends at 10:39; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table.',
    'Doors open at 9:00, it ends at 10:39; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table.',
    'Begin now and it ends 11:39; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table.',
    'Begin now and it ends 9:39; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table.',
  ]);
});

it('the sums advise against tables that are too small, too large, or too few', () => {
  const advice = (more: Partial<Typed>) => sumsOf({ ...typed, ...more }, 0, figures, t)?.advice;
  expect([advice({ tables: '11' }), advice({ tables: '2' }), advice({ rounds: '5' })]).toEqual([
    'That leaves fewer than three at a table. Fewer tables make better talks.',
    'More than eight at a table is hard to hear. Add tables. With more rounds than tables people come back to a table.',
    'With more rounds than tables people come back to a table.',
  ]);
  expect(sumsOf({ ...typed, tables: 'x' }, 0, figures, t)).toBeNull();
});

it('a blank café needs a title alone, and its sums are of its one round', () => {
  const blank: Typed = { ...typed, recipe: 'blank', people: '20', rounds: 'x', minutes: '' };
  const read = readWishes(blank, t);
  if (!read.ok) throw new Error('not understood');
  expect(read.founding).toEqual(
    blankCafe({ title: 'A small morning', question: '', tables: 4, chairs: 8 }),
  );
  // Doors 15, 2 + 20 + 1, thanks 5.
  expect(sumsOf(blank, at(9, 0), figures, t)).toEqual({
    sentence: 'Begin now and it ends 9:43; 5\u00a0at\u00a0a\u00a0table.',
    advice: '',
  });
});

const hosted: Typed = {
  ...{ ...typed, recipe: 'hosted', people: '97', minutes: '15' },
  teams: Array.from({ length: 19 }, (_, i) => `Team ${String(i + 1)}`).join('\n'),
};

it('teams that host get a table each, and the sums say how often everybody hosts', () => {
  const read = readWishes(hosted, t);
  if (!read.ok) throw new Error('not understood');
  expect(read.founding.definition.teams).toHaveLength(19);
  expect(read.founding.definition.hostsPerTable).toBe(2);
  // As the sample: from 9:00 to 12:05.
  expect(sumsOf(hosted, at(9, 0), figures, t)).toEqual({
    sentence:
      'Begin now and it ends 12:05; 5\u00a0to\u00a06\u00a0at\u00a0a\u00a0table. 2 of them host; everybody hosts in 1 or 2 of the 3 rounds and visits in the others.',
    advice: '',
  });
  const small = sumsOf({ ...hosted, people: '60' }, at(9, 0), figures, t)?.sentence;
  expect(small).toContain('1 of them hosts; about 57 people host once, the others never.');
});

it('where people pick their tables the sums say how full one may get', () => {
  const picked: Typed = { ...hosted, recipe: 'picked' };
  const read = readWishes(picked, t);
  if (!read.ok) throw new Error('not understood');
  const { seating, teams, tables } = read.founding.definition;
  expect([seating, teams.length, tables[0]?.chairs]).toEqual(['pick', 19, 8]);
  expect(sumsOf(picked, at(9, 0), figures, t)?.sentence).toBe(
    'Begin now and it ends 12:05; 5.1\u00a0at\u00a0a\u00a0table on average. 2 of them host; everybody hosts in 1 or 2 of the 3 rounds and visits in the others. Each table has 8 chairs and takes 2 more: one that people like fills up to 10, another may stay nearly empty.',
  );
});

it('a team that is written again is one team, and the sums say so', () => {
  const twice = { ...hosted, teams: 'Oak Ward\nElm\noak\u00A0\u200Bward\nElm \n\u200B\n OAK WARD' };
  const read = readWishes(twice, t);
  if (!read.ok) throw new Error('not understood');
  expect(read.founding.definition.teams.map(({ name }) => name)).toEqual(['Oak Ward', 'Elm']);
  expect(teamsRead(twice, t)).toBe(
    '“Oak Ward” and 1 more are there more than once: each becomes one team.',
  );
  expect(teamsRead({ ...hosted, teams: 'A\nB\na' }, t)).toBe(
    '“A” is there more than once: it becomes one team.',
  );
  expect([teamsRead(hosted, t), teamsRead({ ...twice, recipe: 'classic' }, t)]).toEqual(['', '']);
});

it('cells of a spreadsheet are read as the lists at the desk are', () => {
  const teams =
    'No;Team;Topic;Question;Place;Chairs\n7;"Oak; Ward";Paint;Which?;by the door;12\n3;Elm;;;;';
  const read = readWishes({ ...hosted, teams, people: '12' }, t);
  if (!read.ok) throw new Error('not understood');
  expect(read.founding.definition).toMatchObject({
    teams: [
      { name: 'Oak; Ward', topic: 'Paint', question: 'Which?', homeTable: 't1' },
      { name: 'Elm', topic: '', question: '', homeTable: 't2' },
    ],
    tables: [
      { id: 't1', number: 7, place: 'by the door', chairs: 12 },
      { id: 't2', number: 3, place: '', chairs: 9 },
    ],
  });
  expect(checkFounding(read.founding)).toEqual([]);
  expect(teamsRead({ ...hosted, teams }, t)).toBe(
    '1 team comes with a topic, a question or a place.',
  );
  const tabbed = readWishes({ ...hosted, teams: '1. Oak\tPaint\n2. Elm\tPlay' }, t);
  expect(tabbed.ok && tabbed.founding.definition.teams).toMatchObject([
    { name: 'Oak', topic: 'Paint' },
    { name: 'Elm', topic: 'Play' },
  ]);
});

it('names of teams are asked for', () => {
  const mistake = (teams: string) => {
    const read = readWishes({ ...hosted, teams }, t);
    return read.ok ? '' : read.mistakes.teams;
  };
  expect([mistake(''), mistake(' A \n\n'), mistake('A\na')]).toEqual([
    'Please name at least two teams, one on each line.',
    'Please name at least two teams, one on each line.',
    'Please name at least two teams, one on each line.',
  ]);
  expect(mistake(`A\n${'b'.repeat(121)}`)).toBe('Line 2: Please shorten the name to 120 letters.');
  expect(mistake('A;one\nB;two\nA;three')).toBe(
    'Line 3: Another team is called the same, in line 1.',
  );
  expect(mistake('A\r\nB')).toBe('');
});

it('teams too small to host and to visit are advised against', () => {
  const few = { ...hosted, people: '38', teams: hosted.teams };
  expect(sumsOf(few, 0, figures, t)?.advice).toContain('Let small teams share one');
  // No number of tables is asked for: tables that are no team's come afterwards.
  const many = sumsOf({ ...few, people: '180' }, 0, figures, t)?.advice;
  expect(many).toContain('Once the café is made, add tables');
  const four = { ...hosted, teams: 'A\nB\nC\nD', people: '16', rounds: '4' };
  expect(sumsOf(four, 0, figures, t)?.advice).toContain('come back to a table');
});

it('more rounds than tables are said beside too many and too few at a table', () => {
  const wide: Typed = { ...typed, recipe: 'classic', people: '34', tables: '3', rounds: '5' };
  const advice = (more: Partial<Typed>) => sumsOf({ ...wide, ...more }, 0, figures, t)?.advice;
  const back = 'With more rounds than tables people come back to a table.';
  const many = 'More than eight at a table is hard to hear. Add tables.';
  expect(advice({})).toBe(`${many} ${back}`);
  expect(advice({ tables: '1' })).toBe(`${many} ${back}`);
  expect(advice({ people: '18' })).toBe(back);
  expect(advice({ tables: '5' })).toBe('');
  expect(advice({ people: '5' })).toContain(` ${back}`);
});

it('fewer people than tables leave tables empty', () => {
  const few: Typed = { ...typed, recipe: 'classic', people: '3', tables: '4' };
  expect(sumsOf(few, 0, figures, t)?.sentence).toContain(
    'only 1\u00a0at\u00a0a\u00a0table, and some tables stay empty.',
  );
});
