import { readPeople, readTeams, type Room } from '@tablecloth/shared/intake';
import { expect, it } from 'vitest';
import { cafe, person, words } from '../fixture.ts';
import { wordsOf } from './line-words.ts';

const room: Room = {
  tables: cafe.tables,
  teams: cafe.teams.map((team) => ({ ...team, topic: '', question: '' })),
  people: [person('p1', 'Sam Ali', 'a')],
};

const inShort = (lines: ReturnType<typeof wordsOf>) =>
  lines.map(
    ({ from, is, what, remark, details }) =>
      `${String(from)} ${is}: ${[what, ...(remark === '' ? [] : [remark]), ...details].join(' · ')}`,
  );

it('says of every line of people what it understood and what to put right', () => {
  const text = [
    'Name;Team;Goes with;Fixed seat;No phone;E-mail',
    'Ada;Amber;Ben;3;yes;ada@example.org',
    'Ben;Blue',
    '',
    'Sam Ali;Amber',
    'Ben;Blue',
    'Cy;Cobalt;Nobody;9;perhaps',
    'Dee;Blue',
    'dee;blue;;;yes',
  ].join('\n');
  const { lines } = readPeople(text, room, {
    makeTeams: false,
    repeatedAreOthers: false,
    taken: new Map(),
  });
  expect(inShort(wordsOf(lines, room, words))).toEqual([
    '1 nothing to do: Headings · not used: E-mail',
    '2 fine: Ada · Amber · goes with Ben · always at table 3 · without a phone · not used: ada@example.org',
    '3 fine: Ben · Blue',
    '5 nothing to do: Sam Ali · is there already',
    '6 nothing to do: Ben · the same as line 3, added once',
    '7 unclear:  · There is no team “Cobalt”. · There is no table “9”. · “perhaps” is neither yes nor no. · Nobody is called “Nobody”.',
    '8 fine: Dee · Blue',
    '9 fine: dee · somebody else than in line 8 · Blue · without a phone',
  ]);
});

it('says which team gets which table', () => {
  const { lines } = readTeams('Cobalt;Paint;Which blue?\nDenim\nAmber', room);
  expect(inShort(wordsOf(lines, room, words))).toEqual([
    '1 fine: Cobalt · table 3 · Paint · “Which blue?”',
    '2 fine: Denim · new table 4 with 3 chairs',
    '3 nothing to do: Amber · is there already',
  ]);
});

it('says how names are written that it takes for others', () => {
  const zoe = { ...room, people: [person('p1', 'Zoë Lindqvist', 'a')] };
  const wishes = { makeTeams: false, repeatedAreOthers: false, taken: new Map<string, string>() };
  const { lines } = readPeople('Zoe Lindqvist;Amber\n"O’Neill, Pat";Blue', zoe, wishes);
  expect(inShort(wordsOf(lines, zoe, words))).toEqual([
    '1 nothing to do: Zoe Lindqvist · is there already as Zoë Lindqvist',
    '2 fine: Pat O’Neill · read from “O’Neill, Pat” · Blue',
  ]);
  const teams = readTeams('1;Cobalt\n3;Ámber', room);
  expect(inShort(wordsOf(teams.lines, room, words))).toEqual([
    '1 unclear:  · Table 1 is the table of Amber.',
    '2 nothing to do: Ámber · is there already as Amber · stays at table 1',
  ]);
});

it('says what a list adds to teams that are there, and what they keep', () => {
  const told = { ...room, teams: room.teams.map((team) => ({ ...team, question: 'Whose?' })) };
  const { lines } = readTeams('Amber;Paint;Which?;2;by the door;5', told);
  expect(inShort(wordsOf(lines, told, words))).toEqual([
    '1 filled: Amber · is there already · topic filled in: Paint · 5 chairs instead of 3 · keeps its own question and place · stays at table 1',
  ]);
});

it('says what a list does not change of people who are listed', () => {
  const unsure = { ...room, people: [...room.people, person('p2', 'Ada', null)] };
  const text = 'Name;Team;Goes with;Fixed seat;No phone\nSam Ali;Amber;;3;yes\nAda;Blue';
  const { lines } = readPeople(text, unsure, {
    ...{ makeTeams: false, repeatedAreOthers: false, taken: new Map() },
  });
  expect(inShort(wordsOf(lines, unsure, words)).slice(1)).toEqual([
    '2 nothing to do: Sam Ali · is there already · the list does not change this: fixed seat and without a phone; use “Change …” beside the name',
    '3 fine: Ada · somebody of this name is listed without a team; if it is the same person, take this line out and use “Change …” beside the name · Blue',
  ]);
});

it('says whom of one name somebody goes with', () => {
  const { lines } = readPeople(
    [
      'Name;Team;Goes with',
      'Sam Ali;Blue',
      'Ada;Amber;Sam Ali (Blue)',
      'Bo;Amber;Sam Ali (Amber)',
    ].join('\n'),
    room,
    { makeTeams: false, repeatedAreOthers: true, taken: new Map() },
  );
  const all = inShort(wordsOf(lines, room, words)).join('\n');
  expect(all).toContain('goes with Sam Ali (Blue)');
  expect(all).toContain('goes with Sam Ali (Amber)');
});
