import { expect, it } from 'vitest';
import type { Instance } from './instance.ts';
import { unitsOf } from './units.ts';

const instance: Instance = {
  rounds: 3,
  tables: [],
  people: [{ id: 'a' }, { id: 'b', absent: [2] }, { id: 'c' }, { id: 'd', from: 3 }],
  together: [
    ['a', 'b'],
    ['b', 'c'],
  ],
};

it('links people through others only while those are here', () => {
  expect(unitsOf(instance)).toEqual({
    list: [[0, 1, 2], [0], [2], [3]],
    inRound: [[0], [1, 2], [0, 3]],
  });
});

it('has nothing to move in rounds that have been', () => {
  const past = { rounds: 2, seats: {} };
  expect(unitsOf({ ...instance, past })).toEqual({
    list: [[0, 1, 2], [3]],
    inRound: [[], [], [0, 1]],
  });
});
