import { expect, it } from 'vitest';
import { cafe, person, words } from './fixture.ts';
import { alwaysLine, mayHost, mayMove, staysAt } from './own-seat.ts';

const stays = (...tables: string[]) => ({ ...person('z', 'Zoë', null, tables), fixedAt: 't1' });
const closed = {
  ...cafe,
  tables: cafe.tables.map((table) =>
    table.id === 't1' ? { ...table, closed: true as const } : table,
  ),
};

it('who always sits at a table is moved to that table only', () => {
  const zoe = stays('t2', 't1');
  expect([1, 2].map((round) => mayMove(cafe, zoe, round))).toEqual([true, false]);
  expect(mayMove(cafe, person('b', 'Bo', null, ['t2']), 1)).toBe(true);
});

it('who always sits at a table hosts that table, and another only where they sit there', () => {
  const zoe = stays('t2', 't1');
  const hosts = ['t1', 't2', 't3'].map((table) =>
    [1, 2].map((round) => mayHost(cafe, zoe, table, round)),
  );
  expect(hosts).toEqual([
    [true, true],
    [true, false],
    [false, false],
  ]);
  expect(mayHost(cafe, person('b', 'Bo', null), 't2', 1)).toBe(true);
});

it('nobody stays at a table that is closed', () => {
  expect([staysAt(cafe, stays()), staysAt(closed, stays())]).toEqual(['t1', null]);
  expect([mayMove(closed, stays('t1'), 1), mayHost(closed, stays(), 't2', 1)]).toEqual([
    true,
    true,
  ]);
});

it('who was told another table is said to stay from the round after it', () => {
  const lines = [
    alwaysLine(cafe, stays('t1', 't1'), 1, words),
    alwaysLine(cafe, stays('t2', 't1'), 1, words),
    alwaysLine(cafe, stays('t2', 't2'), 2, words),
    alwaysLine(cafe, stays(), 1, words),
    alwaysLine(cafe, stays('t2', 't1'), null, words),
    alwaysLine(closed, stays('t2', 't2'), 1, words),
    alwaysLine(cafe, person('b', 'Bo', null, ['t2']), 1, words),
  ];
  expect(lines).toEqual([
    'always sits at table 1',
    'from the home round always sits at table 1',
    '',
    'always sits at table 1',
    'always sits at table 1',
    '',
    '',
  ]);
});
