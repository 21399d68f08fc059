import { expect, it } from 'vitest';
import { cafe, person } from './fixture.ts';
import { hostChoices } from './host-choices.ts';

const people = [
  person('1', 'Zoë Lind', 'a', ['t1']),
  person('2', 'Ana Diaz', null, ['t2']),
  person('3', 'Dev Rao', 'b', ['t1']),
  person('4', 'Kim Lee', 'b', ['t2'], [true]),
  { ...person('5', 'Sam Ali', 'b'), here: false },
  { ...person('6', 'Eve Low', null, ['t3']), fixedAt: 't3' },
];

const named = (sought = '') =>
  hostChoices(cafe, people, 't2', 1, sought).map(({ person: { name }, team, number }) => [
    ...[name, team, number],
  ]);

it('the own team comes first, then coaches; hosts, the absent and those who stay are left out', () => {
  expect(named()).toEqual([
    ['Dev Rao', 'Blue', 1],
    ['Ana Diaz', null, 2],
    ['Zoë Lind', 'Amber', 1],
  ]);
});

it('a name is found without its accents', () => {
  expect(named('zoe')).toEqual([['Zoë Lind', 'Amber', 1]]);
});
