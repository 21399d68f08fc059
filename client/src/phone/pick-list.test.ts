import { expect, it } from 'vitest';
import type { CafeView, PersonView } from '@tablecloth/shared/cafe';
import { found, pickRows } from './pick-list.ts';

const table = (number: number) => ({ id: `t${number}`, number, place: '', chairs: 6 });
const cafe: CafeView = {
  ...{
    id: 'c',
    edition: 0,
    title: '',
    organisation: '',
    question: 'What helped?',
    homeQuestion: '',
  },
  ...{ panelQuestion: '', notice: '', programme: [], pace: 1, hostsPerTable: 1, keepDays: 30 },
  seating: 'pick',
  teams: [1, 2, 3].map((n) => ({ id: `team${n}`, name: `Team ${n}`, homeTable: `t${n}` })),
  tables: [table(3), table(1), table(2), { ...table(4), closed: true as const }, table(5)],
};
const person: PersonView = {
  ...{ person: 'p1', name: 'Ada', team: 'team1', fixedAt: null, pages: [], subjects: [] },
  tables: ['t2', null, 't1'],
  hosting: [false, false, false],
};
const subjects = [{ table: 't2', topic: 'Wörk', question: 'Who waits?' }];
const chairs = { round: 2, extra: 2, lateMinutes: 5, left: [6, 1, -1, null, -2] };

it('offers open tables but one’s own, those one has been at last, with the chairs left', () => {
  const rows = pickRows(cafe, person, subjects, chairs, 2, 40);
  expect(rows.map((row) => [row.table.number, row.chairs, row.seenIn])).toEqual([
    [3, 6, null],
    [5, 'full', null],
    [2, 0, 1],
  ]);
  expect(rows.map(({ question }) => question)).toEqual(['', '', 'Who waits?']);
});

it('offers one’s own table to whoever was told it in this round, first of all', () => {
  const host = { ...person, pages: ['t1.1'] };
  const of = (round: number) =>
    pickRows(cafe, host, subjects, chairs, round, 40).map(({ table, isOwn }) => [table.id, isOwn]);
  expect(of(2).flat()).not.toContain('t1');
  expect(of(1)[0]).toEqual(['t1', true]);
});

it('does not say chairs of another round', () => {
  const rows = pickRows(cafe, person, subjects, { ...chairs, round: 1 }, 2, 40);
  expect(rows.map((row) => row.chairs)).toEqual([null, null, null]);
});

it('begins the list of a large room elsewhere for everybody, and finds by number, team and topic', () => {
  const large = { ...cafe, teams: [], tables: Array.from({ length: 100 }, (_, i) => table(i + 1)) };
  const of = (id: string) => pickRows(large, { ...person, person: id }, [], null, 3, 40);
  const firsts = new Set(['a', 'b', 'c', 'd'].map((id) => of(id)[0]?.table.number));
  expect(firsts.size).toBeGreaterThan(1);
  expect(of('a')).toHaveLength(100);
  expect(of('a').at(-1)?.table.id).toBe('t2');
  expect(
    found(of('a'), '10')
      .map((row) => row.table.number)
      .sort(),
  ).toEqual([10, 100]);
  const rows = pickRows(cafe, person, subjects, chairs, 2, 40);
  expect(found(rows, ' work').map((row) => row.table.number)).toEqual([2]);
  expect(found(rows, 'team 3').map((row) => row.table.number)).toEqual([3]);
  expect(found(rows, 'nothing')).toEqual([]);
});
