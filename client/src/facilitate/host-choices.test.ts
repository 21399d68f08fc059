import type { Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { cafe, person, programme } from './fixture.ts';
import { hostChoices, hostlessAfter } from './host-choices.ts';

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

it('when nobody of the team is here, whoever sits there comes first, then those without a team', () => {
  const others = people.filter(({ team }) => team !== 'b');
  const at = [...others, person('7', 'Yan Wu', 'a', ['t2'])];
  expect(hostChoices(cafe, at, 't2', 1, '').map((one) => one.person.name)).toEqual([
    ...['Ana Diaz', 'Yan Wu', 'Zoë Lind'],
  ]);
});

it('who always sits elsewhere is there where they sit at this table, and not for rounds in which they do not', () => {
  const eve = { ...person('6', 'Eve Low', null, ['t2', 't3', 't3']), fixedAt: 't3' };
  const of = (later: number[]) =>
    hostChoices(cafe, [eve], 't2', 1, '', later).map((one) => one.person.name);
  expect([of([]), of([2])]).toEqual([['Eve Low'], []]);
});

it('nobody stays at a table that is closed', () => {
  const tables = cafe.tables.map((one) =>
    one.id === 't3' ? { ...one, closed: true as const } : one,
  );
  const found = hostChoices({ ...cafe, tables }, people, 't2', 1, 'eve');
  expect(found.map((one) => one.person.name)).toEqual(['Eve Low']);
});

it('for later rounds too, whoever hosts elsewhere in fewest of them comes first', () => {
  const free = person('1', 'Zoë Lind', 'a', ['t1', 't1', 't3']);
  const busy = person('2', 'Dev Rao', 'a', ['t1', 't1', 't3'], [false, false, true]);
  const of = (later: number[]) => hostChoices(cafe, [free, busy], 't2', 1, '', later);
  expect([of([2]), of([2, 3])].map((list) => list.map((one) => one.person.name))).toEqual([
    ['Dev Rao', 'Zoë Lind'],
    ['Zoë Lind', 'Dev Rao'],
  ]);
});

it('the visits to come in which nobody here hosts the table', () => {
  const [first] = programme.filter(({ kind }) => kind === 'round');
  const rounds = [1, 2, 3].map((round) => ({ ...first!, round }) as Step);
  const home: Step = { kind: 'home', minutes: 15, round: 4 };
  const hosts = [
    person('1', 'Ana Diaz', 'b', ['t1', 't1', 't2'], [false, false, true]),
    { ...person('2', 'Dev Rao', 'b', ['t1', 't2', 't1'], [false, true, false]), here: false },
  ];
  const after = (table: string, round: number) =>
    hostlessAfter({ programme: [...rounds, home] }, hosts, table, round);
  expect([after('t2', 1), after('t1', 1), after('t1', 3), after('t1', 4)]).toEqual([
    ...[[2], [2, 3], [], []],
  ]);
});

it('a name is found without its accents', () => {
  expect(named('zoe')).toEqual([['Zoë Lind', 'Amber', 1]]);
});
