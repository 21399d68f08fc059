import { expect, it } from 'vitest';
import { cafe, person } from './fixture.ts';
import { loadsOf, roomTiles } from './room-tiles.ts';

const people = [
  person('1', 'Sam Ali', 'a', ['t1', 't1'], [true, false]),
  person('2', 'Zoë Lind', 'b', ['t1', 't2']),
  person('3', 'Dev Rao', 'b', ['t1', 't2']),
  person('4', 'Ana Diaz', null, ['t1', null]),
  person('5', 'Kim Lee', null, ['t2', null]),
];

const short = (round: number | null, seated = true) =>
  roomTiles(cafe, people, round, seated).map(({ table, team, hosts, visitors, hints }) => [
    table.number,
    team?.name,
    hosts,
    visitors,
    hints,
  ]);

it('a tile has its hosts, its visitors by first name, and quiet hints', () => {
  expect(short(1)).toEqual([
    [1, 'Amber', ['Sam'], ['Zoë', 'Dev', 'Ana'], ['over']],
    [2, 'Blue', [], ['Kim'], ['few', 'noHost']],
    [3, undefined, [], [], ['few']],
  ]);
});

it('at home no host is missed, a small team is no news, and nobody need sit at a table of no team', () => {
  expect(short(2).map(([, , , , hints]) => hints)).toEqual([[], [], []]);
});

it('at home the table of a team is named where nobody sits', () => {
  const away = people.map((one) => (one.team === 'b' ? { ...one, here: false } : one));
  expect(roomTiles(cafe, away, 2, true).map(({ hints }) => hints)).toEqual([[], ['nobody'], []]);
});

it('before the seats are told a table is hinted at only while nobody of its team is here', () => {
  expect(short(null, false).map(([, , , , hints]) => hints)).toEqual([[], [], []]);
  const nobody = people.map((person) => ({ ...person, here: false }));
  const hints = (some: typeof people) =>
    roomTiles(cafe, some, null, false).map((tile) => tile.hints);
  expect(hints(nobody)).toEqual([[], [], []]);
  const [first] = people;
  expect(hints([...nobody, { ...(first ?? people[0]!), id: 'x', team: null, here: true }])).toEqual(
    [['noHostYet'], ['noHostYet'], []],
  );
});

it('a closed table has its reason and no hints', () => {
  const closed = [{ table: 't2', reason: 'no host' }];
  const tiles = roomTiles(cafe, people, 1, true, closed);
  expect(tiles.map((tile) => [tile.closed, tile.hints])).toEqual([
    [null, ['over']],
    ['no host', []],
    [null, ['few']],
  ]);
});

it('loads count who sits where in one round', () => {
  expect(Object.fromEntries(loadsOf(people, 2))).toEqual({ t1: 1, t2: 2 });
});
