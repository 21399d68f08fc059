import { describe, expect, it } from 'vitest';
import { isNoPlan, modelOf, type Model } from '../model.ts';
import { Seats } from '../seats.ts';
import { dearTables, seatGroup } from './group-wish.ts';
import { wishRoomOf } from './wish-room.ts';

function modelFor(wishes: readonly (readonly string[])[]): Model {
  const model = modelOf({
    rounds: 1,
    tables: ['a', 'b', 'c'].map((id) => ({ id, cap: 2 })),
    people: wishes.map((list, i) => ({ id: `p${i}`, wishes: list })),
    together: [['p0', 'p1']],
  });
  if (isNoPlan(model)) throw new Error(model.reason);
  return model;
}

function tableOfGroup(wishes: readonly (readonly string[])[]): string | undefined {
  const model = modelFor(wishes);
  const seats = new Seats(model);
  const group = model.unitAt[0]!;
  expect(seatGroup(seats, 0, group, dearTables(wishRoomOf(model)))).toBe(true);
  return model.tableIds[seats.at[group]!];
}

describe('a group', () => {
  it('sits where most of its people wish to be', () => {
    expect(tableOfGroup([['a', 'c'], ['c']])).toBe('c');
  });

  it('leaves a table that others want more', () => {
    expect(tableOfGroup([['b'], ['c'], ['b'], ['b']])).toBe('c');
  });

  it('finds no seat where two chairs are nowhere', () => {
    const model = modelFor([[], [], [], [], []]);
    const seats = new Seats(model);
    for (const [i, person] of [2, 3, 4].entries()) seats.sit(0, model.unitAt[person]!, i);
    expect(seatGroup(seats, 0, model.unitAt[0]!, new Uint8Array(3))).toBe(false);
  });
});
