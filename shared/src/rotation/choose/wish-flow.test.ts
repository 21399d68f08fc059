import { describe, expect, it } from 'vitest';
import { seeded, type Random } from '../random.ts';
import { honoured, type WishRoom } from './wish-flow.ts';

/** What a choice of tables is worth: people by wishes honoured, each level above all lesser. */
function valueOf(room: WishRoom, given: readonly (readonly number[])[]): number {
  let value = 0;
  for (const [person, tables] of given.entries()) {
    for (const [i, table] of tables.entries()) {
      value += stepWorth(room.had[person]! + i);
      value += room.wishes[person]!.find((wish) => wish.table === table)?.worth ?? NaN;
    }
  }
  return value;
}

/** Above all that four people can get of less importance. */
function stepWorth(had: number): number {
  return 100 ** (6 - had);
}

/** The greatest worth there is, by trying all. */
function greatest(room: WishRoom): number {
  const seats = [...room.seats];
  const from = (person: number, wish: number, held: number): number => {
    const list = room.wishes[person];
    if (list === undefined) return 0;
    if (wish === list.length) return from(person + 1, 0, 0);
    const without = from(person, wish + 1, held);
    const { table, worth } = list[wish]!;
    if (held === room.visits[person]! || seats[table] === 0) return without;
    seats[table]! -= 1;
    const taken = worth + stepWorth(room.had[person]! + held) + from(person, wish + 1, held + 1);
    seats[table]! += 1;
    return Math.max(without, taken);
  };
  return from(0, 0, 0);
}

function anyRoom(random: Random): WishRoom {
  const tables = 1 + random.below(4);
  const people = 1 + random.below(4);
  return {
    wishes: Array.from({ length: people }, () => {
      const own = [...Array(tables).keys()].filter(() => random.below(3) > 0);
      return own.map((table, rank) => ({ table, worth: own.length - rank }));
    }),
    visits: Array.from({ length: people }, () => random.below(4)),
    had: Array.from({ length: people }, () => random.below(2)),
    hadWorth: Array.from({ length: people }, () => 0),
    seats: Array.from({ length: tables }, () => random.below(4)),
  };
}

describe('the flow of wishes', () => {
  it('finds the greatest worth', () => {
    const random = seeded(5);
    for (let i = 0; i < 400; i += 1) {
      const room = anyRoom(random);
      expect(valueOf(room, honoured(room)), JSON.stringify(room)).toBe(greatest(room));
    }
  });

  it('gives many people one wish before one person two', () => {
    const wishes = [
      [
        { table: 0, worth: 2 },
        { table: 1, worth: 1 },
      ],
      [{ table: 0, worth: 1 }],
    ];
    const room = { wishes, visits: [2, 1], had: [0, 0], hadWorth: [0, 0], seats: [1, 1] };
    expect(honoured(room)).toEqual([[1], [0]]);
  });
});

describe('the flow in a large room', () => {
  it('lets long lists of wishes go without a second one until all have a first', () => {
    const tables = [...Array(10).keys()];
    const people = [...Array(400).keys()];
    const wishes = people.map((person) =>
      person < 200
        ? tables.map((table) => ({ table, worth: 10 - table }))
        : [{ table: person % 10, worth: 1 }],
    );
    const none = people.map(() => 0);
    const seats = tables.map(() => 40);
    const room = { wishes, visits: people.map(() => 10), had: none, hadWorth: none, seats };
    expect(honoured(room).map(({ length }) => length)).toEqual(people.map(() => 1));
  });
});
