import type { FacilitatorView } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { cafe, words } from './fixture.ts';
import { repairLines } from './repair-lines.ts';

const person = (id: string, name: string): FacilitatorView['people'][number] => ({
  ...{ id, name, team: null, here: true, withoutPhone: false },
  ...{ fixedAt: null, goesWith: null, tables: [], hosting: [] },
});

const people = [person('a', 'Ada Obi'), person('b', 'Bo Lind'), person('c', 'Cy Roth')];

test('says who changes from where to where, round by round, and who hosts now', () => {
  const hosting = false;
  const changes = [
    { person: 'a', round: 1, from: 't1', to: 't3', hosting },
    { person: 'b', round: 1, from: null, to: 't2', hosting },
    { person: 'a', round: 2, from: 't2', to: 't1', hosting: true },
    { person: 'b', round: 2, from: 't2', to: 't2', hosting: true },
  ];
  const { moved, rounds, gone } = repairLines(changes, cafe, people, words);
  expect(moved).toBe(2);
  expect(gone).toEqual([]);
  expect(rounds.map(({ lines }) => lines)).toEqual([
    ['Ada Obi: from table 1 to table 3', 'Bo Lind: from no table to table 2'],
    ['Ada Obi: from table 2 to table 1, hosts there', 'Bo Lind hosts table 2'],
  ]);
});

test('names whoever has left once, and counts them among nobody’s moves', () => {
  const gone = (round: number) => ({ person: 'c', round, from: 't1', to: null, hosting: false });
  expect(repairLines([gone(1), gone(2)], cafe, people, words)).toEqual({
    moved: 0,
    rounds: [],
    gone: ['Cy Roth'],
  });
});

test('stands in the order of the day, each round under its name', () => {
  const change = (round: number) => ({ person: 'a', round, from: 't1', to: 't2', hosting: false });
  const { rounds } = repairLines([change(2), change(1)], cafe, people, words);
  expect(rounds.map(({ title }) => title)).toEqual(['Round 1', 'Home round']);
});

test('tells two of one name apart by their teams', () => {
  const sams = cafe.teams
    .slice(0, 2)
    .map(({ id }, i) => ({ ...person(`s${String(i)}`, 'Sam Ali'), team: id }));
  const change = { round: 1, from: 't1', to: 't2', hosting: false };
  const changes = [
    { ...change, person: 's0' },
    { ...change, person: 's1' },
  ];
  const [first, second] =
    repairLines(changes, cafe, [...people, ...sams], words).rounds[0]?.lines ?? [];
  const [one, other] = cafe.teams;
  expect([first, second]).toEqual([
    `Sam Ali (${one?.name ?? ''}): from table 1 to table 2`,
    `Sam Ali (${other?.name ?? ''}): from table 1 to table 2`,
  ]);
});
