import { describe, expect, it } from 'vitest';
import { optimum } from '../exhaustive.ts';
import { anyInstance } from '../fixture.ts';
import type { Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf, type Model } from '../model.ts';
import { seeded } from '../random.ts';
import type { Seats } from '../seats.ts';
import { choose } from './choose.ts';
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

function modelFor(instance: Instance): Model {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return model;
}

function chosen(model: Model, seed: number): Seats {
  const seats = choose(model, seeded(seed));
  if (isNoPlan(seats)) throw new Error(seats.reason);
  return seats;
}

/** What the judge counts, once it has found nothing broken. */
function wishesOf(instance: Instance): readonly number[] {
  const { worth, broken } = judge(instance, chosen(modelFor(instance), 1).schedule());
  expect(broken).toEqual([]);
  return worth.wishes;
}

function boundOf(instance: Instance): number[] {
  return wishBound(modelFor(instance));
}

/** Whether a list of counts comes before another. */
function isBeyond(one: readonly number[], other: readonly number[]): boolean {
  const first = one.findIndex((count, i) => count !== other[i]);
  return first >= 0 && one[first]! < other[first]!;
}

describe('choosing', () => {
  it.each([
    [24, 6, 3, 5],
    [57, 19, 3, 4],
    [114, 19, 3, 6],
    [60, 8, 4, 9],
    [400, 50, 7, 9],
  ])('honours all that can be: %i people, %i tables, %i rounds', (...size) => {
    const instance = wishing(size, 3);
    const model = modelFor(instance);
    const { worth, broken } = judge(instance, chosen(model, 1).schedule());
    expect(broken).toEqual([]);
    expect(worth.wishes).toEqual(wishBound(model));
    expect(worth.tableRepeats).toBe(0);
  });

  it('honours all that can be where people come late, leave early or are away', () => {
    const instance = wishing([114, 19, 3, 6], 8);
    const people = instance.people.map((person, i) =>
      i % 10 === 0
        ? { ...person, from: 2 }
        : i % 10 === 1
          ? { ...person, to: 2 }
          : i % 10 === 2
            ? { ...person, absent: [2] }
            : person,
    );
    expect(wishesOf({ ...instance, people })).toEqual(boundOf({ ...instance, people }));
  });

  it('honours all that can be where each table has hosts by turns', () => {
    const instance = wishing([114, 19, 3, 7], 2);
    const people = instance.people.map((person, i) => ({ ...person, home: `t${i % 19}` }));
    const relay = { ...instance, people, relay: 1 };
    expect(wishesOf(relay)).toEqual(boundOf(relay));
  });

  it('honours all that can be where pairs must not meet', () => {
    const instance = wishing([114, 19, 3, 6], 2);
    const apart = Array.from({ length: 20 }, (_, i) => [`p${2 * i}`, `p${2 * i + 1}`] as const);
    expect(wishesOf({ ...instance, apart })).toEqual(boundOf({ ...instance, apart }));
  });

  it('equals a search through all rotations where everybody is here and alone', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const random = seeded(seed);
      const instance = wishing([3 + random.below(3), 3, 2, 2], seed);
      const best = optimum(instance, null);
      if (best === null || best === 'unknown')
        throw new Error(`seed ${seed}: ${best ?? 'no plan'}`);
      expect(wishesOf(instance), `seed ${seed}`).toEqual(best.wishes);
      expect(boundOf(instance), `seed ${seed}`).toEqual(best.wishes);
    }
  });

  it('gives the same seats for the same seed', () => {
    const model = modelFor(wishing([57, 19, 3, 4], 6));
    expect(chosen(model, 5).schedule()).toEqual(chosen(model, 5).schedule());
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
      // A repair may be as unfair to hosts as it must.
      const isRepair = wishful.told !== undefined;
      const faults = broken.filter((fault) => !isRepair || !fault.endsWith('hosted unfairly'));
      expect(faults, `seed ${seed}`).toEqual([]);
      expect(seats.worth(), `seed ${seed}`).toEqual(worth);
      expect(isBeyond(worth.wishes, wishBound(model)), `seed ${seed}`).toBe(false);
    }
  });
});
