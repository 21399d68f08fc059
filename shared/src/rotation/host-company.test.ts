import { expect, test } from 'vitest';
import { companyOf } from './host-company.ts';
import type { Instance } from './instance.ts';
import { REPAIR_CHOICES } from './host-post.ts';
import { relayHosts } from './relay.ts';
import { unitsOf } from './units.ts';

/** Two teams at home at t1 and t2, and v1 to v3 without team; one round has been. */
const room: Instance = {
  rounds: 3,
  tables: ['t1', 't2', 't3'].map((id) => ({ id, cap: 4 })),
  people: [
    ...['a1', 'a2', 'a3'].map((id) => ({ id, team: 'A', home: 't1' })),
    { id: 'a4', team: 'A', home: 't1', to: 1 },
    ...['v1', 'v2', 'v3'].map((id) => ({ id })),
  ],
  relay: 1,
  past: {
    rounds: 1,
    seats: { a1: ['t1'], a2: ['t2'], a3: ['t3'], a4: ['t3'], v1: ['t2'], v2: ['t3'], v3: ['t1'] },
  },
  told: {
    a1: ['t1', 't2', 't3'],
    a2: ['t2', 't3', 't1'],
    a3: ['t3', 't2', 't2'],
    a4: ['t3', 't1', 't2'],
    v1: ['t2', 't1', 't3'],
    v2: ['t3', 't1', 't2'],
    v3: ['t1', 't2', 't2'],
  },
};

const index = (id: string): number => room.people.findIndex((person) => person.id === id);

test('known are those met before and those told to be met in another round, of other teams', () => {
  const { known } = companyOf(room);
  // v1 was met in the first round; v2 is not met, a3 is a team-mate.
  expect(known(index('a2'), 1, 't1')).toBe(1);
  // v1 is told to be met in the third round.
  expect(known(index('a1'), 1, 't1')).toBe(1);
  // v2 has been met, v3 is met in both rounds: each is somebody known.
  expect(known(index('a3'), 2, 't2')).toBe(2);
  expect(known(index('a1'), 2, 't1')).toBe(0);
});

test('a table is crowded by its share of those who are still here', () => {
  const { crowd } = companyOf(room);
  // Six people at three tables, of whom three were told t2 in the second round, one t3.
  expect(crowd(1, 't2')).toBe(1);
  expect(crowd(1, 't3')).toBe(-1);
});

test('of two who could stand in for a host who left, who meets nobody again does', () => {
  const told = { ...room.told, a2: ['t2', 't3', 't3'], a4: ['t3', 't1', 't1'] };
  // In the second round v1 and v2 are at t1: a2 meets v1 in the third anyhow, a3 neither.
  const seats = { ...room.past!.seats, a2: ['t3'], v2: ['t2'] };
  const instance = {
    ...room,
    past: { rounds: 1, seats },
    told: { ...told, v2: ['t2', 't1', 't1'] },
  };
  const { hosts } = relayHosts(instance, unitsOf(instance));
  expect(hosts.map((round) => [...round].map((i) => room.people[i]!.id))).toEqual([
    [],
    ['a3'],
    ['a2'],
  ]);
});

test('however stand-ins are seen, who was told to host and can does', () => {
  const told = {
    a1: ['t1', 't2', 't3'],
    a2: ['t2', 't1', 't3'],
    a3: ['t3', 't2', 't1'],
    a4: ['t3', 't2', 't3'],
  };
  const instance = { ...room, told };
  for (let choice = 0; choice < REPAIR_CHOICES; choice += 1) {
    const { hosts } = relayHosts(instance, unitsOf(instance), choice);
    expect(hosts.map((round) => [...round])).toEqual([[], [index('a2')], [index('a3')]]);
  }
});

test('a leaning decides who stands in, but for told seats it is not worth and fair turns', () => {
  const told = {
    a1: ['t1', 't2', 't3'],
    a2: ['t2', 't2', 't3'],
    a3: ['t3', 't2', 't2'],
    a4: ['t3', 't1', 't1'],
  };
  const instance = { ...room, told };
  const stand = (second: string, third: string): string[] => {
    const leaning = [[], [index(second)], [index(third)]].map((hosts) => new Set(hosts));
    const { hosts } = relayHosts(instance, unitsOf(instance), 0, leaning);
    return hosts.flatMap((round) => [...round]).map((i) => room.people[i]!.id);
  };
  expect(stand('a2', 'a3')).toEqual(['a2', 'a3']);
  expect(stand('a3', 'a2')).toEqual(['a3', 'a2']);
  // Whoever has hosted in the first round would host twice, others never.
  expect(stand('a1', 'a2')).toEqual(['a3', 'a2']);
});
