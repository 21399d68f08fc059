import { expect, it } from 'vitest';
import { cafe, person } from './fixture.ts';
import { mayHost, mayMove, staysAt } from './own-seat.ts';

const stays = (...tables: string[]) => ({ ...person('z', 'Zoë', null, tables), fixedAt: 't1' });
const closed = {
  tables: cafe.tables.map((table) =>
    table.id === 't1' ? { ...table, closed: true as const } : table,
  ),
};

it('who always sits at a table is moved to that table only', () => {
  const zoe = stays('t2', 't1');
  expect([1, 2].map((round) => mayMove(cafe, zoe, round))).toEqual([true, false]);
  expect(mayMove(cafe, person('b', 'Bo', null, ['t2']), 1)).toBe(true);
});

it('who always sits at a table hosts that table only', () => {
  const hosts = ['t1', 't2'].map((table) => mayHost(cafe, stays(), table));
  expect(hosts).toEqual([true, false]);
  expect(mayHost(cafe, person('b', 'Bo', null), 't2')).toBe(true);
});

it('nobody stays at a table that is closed', () => {
  expect([staysAt(cafe, stays()), staysAt(closed, stays())]).toEqual(['t1', null]);
  expect([mayMove(closed, stays('t1'), 1), mayHost(closed, stays(), 't2')]).toEqual([true, true]);
});
