import { expect, it } from 'vitest';
import { cafe, person } from './fixture.ts';
import { matches } from './find-name.ts';
import { groupsOf } from './people-groups.ts';

it.each([
  ['Zoë Lindqvist', 'zoe'],
  ['Nguyễn Thi', 'nguyen'],
  ['Łukasz Nowak', 'LUK now'],
  ['Siobhán O’Neill', 'siobhan'],
  ['Siobhán O’Neill', "o'neill"],
  ['Siobhán O’Neill', 'neill'],
  ['Anna-Lena', 'lena'],
  ['Anyone', ''],
])('%s is found by “%s”', (name, sought) => {
  expect(matches(name, sought)).toBe(true);
});

it('a letter in the middle of a word finds nobody', () => {
  expect(matches('Zoë Lindqvist', 'q')).toBe(false);
  expect(matches('Zoë Lindqvist', 'zoe x')).toBe(false);
});

it('people stand under their teams by name, those without one last', () => {
  const people = [
    person('1', 'Zoë', 'b'),
    person('2', 'Dev', null),
    person('3', 'Ana', 'b'),
    person('4', 'Émile', 'b'),
  ];
  const names = (sought: string) =>
    groupsOf(cafe, people, sought).map((group) => [
      group.team?.name ?? null,
      group.people.map(({ name }) => name),
    ]);
  expect(names('')).toEqual([
    ['Blue', ['Ana', 'Émile', 'Zoë']],
    [null, ['Dev']],
  ]);
  expect(names('blu emi')).toEqual([['Blue', ['Émile']]]);
});
