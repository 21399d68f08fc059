import { expect, it } from 'vitest';
import { smallDefinition, smallProgramme } from './fixture.ts';
import { checkFounding } from './found.ts';
import type { Step } from './programme.ts';

const ada = {
  id: 'a',
  name: 'Ada',
  team: 'team1',
  withoutPhone: false,
  fixedAt: null,
  goesWith: null,
};

it('finds nothing wrong with a sound café', () => {
  expect(checkFounding({ definition: smallDefinition(), people: [ada] })).toEqual([]);
});

it('finds teams that are called the same but for case, spaces and unseen signs', () => {
  const names = ['Oak Ward', 'oak  ward', 'Oak W\u00ADard'];
  const teams = smallDefinition().teams.map((team, i) => ({ ...team, name: names[i] ?? '' }));
  expect(checkFounding({ definition: smallDefinition({ teams }), people: [] })).toEqual([
    'Two teams are called “oak  ward”.',
    'Two teams are called “Oak W\u00ADard”.',
  ]);
});

it('finds two who go together and would stay at two tables', () => {
  const ben = { ...ada, id: 'b', name: 'Ben', fixedAt: 't2', goesWith: 'a' };
  const check = (fixedAt: string | null) =>
    checkFounding({ definition: smallDefinition(), people: [{ ...ada, fixedAt }, ben] });
  expect(check('t1')).toEqual([
    'Ben goes with Ada, but one stays at table 2 and the other at table 1.',
  ]);
  expect([check('t2'), check(null)]).toEqual([[], []]);
});

it('names each mistake with its place', () => {
  const { tables, teams } = smallDefinition();
  const programme: Step[] = [
    ...smallProgramme.slice(1, 6),
    { kind: 'round', minutes: 15, round: 4, beats: [{ kind: 'talk', minutes: 10 }] },
  ];
  const definition = smallDefinition({
    programme,
    tables: tables.map((table) => ({ ...table, number: 1 })),
    teams: teams.map((team) => ({ ...team, homeTable: 't9' })),
  });
  const people = [ada, { ...ada, team: 'nobody', fixedAt: 't0', goesWith: 'a' }];
  expect(checkFounding({ definition, people })).toEqual([
    'Two tables have the number 1.',
    'Two teams have the home table “t9”.',
    'Team “Team 1” has the home table “t9”, which does not exist.',
    'Team “Team 2” has the home table “t9”, which does not exist.',
    'Team “Team 3” has the home table “t9”, which does not exist.',
    'The programme must begin with the doors.',
    'The programme must end with a step that waits for a press, such as feedback.',
    'Step 6 should be round 2, not 4.',
    'Step 6: its parts last 10 minutes together, the round 15.',
    'Two people have the id “a”.',
    'Ada belongs to team “nobody”, which does not exist.',
    'Ada stays at table “t0”, which does not exist.',
    'Ada goes with “a”, who is not listed.',
  ]);
});
