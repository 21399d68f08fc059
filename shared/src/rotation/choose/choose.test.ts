import { describe, expect, it } from 'vitest';
import { anyInstance } from '../fixture.ts';
import type { Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { seeded, type Random } from '../random.ts';
import { choose } from './choose.ts';
import { colouring, type Edge } from './colouring.ts';
import { honoured, type WishRoom } from './wish-flow.ts';
import { wishBound } from './wish-room.ts';

/** Wishes of which the first tables get more than their share. */
function wishing(
  [people, tables, rounds, cap]: [number, number, number, number],
  seed: number,
): Instance {
  const random = seeded(seed);
  const skewed = (): string =>
    `t${Math.min(random.below(tables), random.below(tables), random.below(tables))}`;
  return {
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({
      id: `p${i}`,
      wishes: [...new Set(Array.from({ length: 4 }, skewed))],
    })),
  };
}

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

/** Whether a list of counts comes before another. */
function isBeyond(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((count, i) => count !== other[i]);
  return first >= 0 && one[first]! < other[first]!;
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

describe('colouring edges', () => {
  it('needs as many colours as edges meet', () => {
    const random = seeded(9);
    for (let i = 0; i < 200; i += 1) {
      const [left, right, colours] = [
        1 + random.below(8),
        1 + random.below(6),
        1 + random.below(5),
      ];
      const degree = { left: Array(left).fill(0), right: Array(right).fill(0) };
      const edges: Edge[] = [];
      for (let n = 0; n < 40; n += 1) {
        const [l, r] = [random.below(left), random.below(right)];
        if (degree.left[l] === colours || degree.right[r] === colours) continue;
        degree.left[l] += 1;
        degree.right[r] += 1;
        edges.push([l, r]);
      }
      const colour = colouring(edges, colours);
      const seen = new Set(
        edges.flatMap(([l, r], edge) => [`l${l} ${colour[edge]}`, `r${r} ${colour[edge]}`]),
      );
      expect(seen.size).toBe(2 * edges.length);
      expect(Math.max(-1, ...colour)).toBeLessThan(colours);
    }
  });
});

describe('choosing', () => {
  it.each([
    [24, 6, 3, 5],
    [57, 19, 3, 4],
    [114, 19, 3, 6],
    [60, 8, 4, 9],
    [400, 50, 7, 9],
  ])('honours all that can be: %i people, %i tables, %i rounds', (...size) => {
    const instance = wishing(size, 3);
    const model = modelOf(instance);
    if (isNoPlan(model)) throw new Error(model.reason);
    const seats = choose(model, seeded(1));
    if (isNoPlan(seats)) throw new Error(seats.reason);
    const { worth, broken } = judge(instance, seats.schedule());
    expect(broken).toEqual([]);
    expect(worth.wishes).toEqual(wishBound(model));
    expect(worth.tableRepeats).toBe(0);
  });

  it('is valid for rooms of every kind', () => {
    const random = seeded(4);
    for (let seed = 1; seed <= 150; seed += 1) {
      const instance = anyInstance(seed, { people: 20, tables: 6, rounds: 4 });
      const ids = instance.tables.map(({ id }) => id);
      const wishful = {
        ...instance,
        people: instance.people.map((person) => ({
          ...person,
          wishes: ids.filter(() => random.below(2) === 0),
        })),
      };
      const model = modelOf(wishful);
      if (isNoPlan(model)) continue;
      const seats = choose(model, seeded(seed));
      if (isNoPlan(seats)) continue;
      const { worth, broken } = judge(wishful, seats.schedule());
      expect(broken, `seed ${seed}`).toEqual([]);
      expect(seats.worth(), `seed ${seed}`).toEqual(worth);
      expect(isBeyond(worth.wishes, wishBound(model)), `seed ${seed}`).toBe(false);
    }
  });
});
