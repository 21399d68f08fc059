import { describe, expect, it } from 'vitest';
import { lowerBounds } from './bounds.ts';
import { optimum } from './exhaustive.ts';
import type { Instance, RotationPerson } from './instance.ts';
import { isNoPlan, modelOf, type Model } from './model.ts';
import { plan } from './plan.ts';
import { seeded, shuffled } from './random.ts';
import { Seats } from './seats.ts';
import { returningBound } from './spread-bound.ts';

function wasteBound(
  caps: number[],
  people: number,
  rounds: number,
  person: (i: number) => Partial<RotationPerson> = () => ({}),
): number {
  return lowerBounds(modelFor(caps, people, rounds, person)).waste;
}

function modelFor(
  caps: number[],
  people: number,
  rounds: number,
  person: (i: number) => Partial<RotationPerson>,
): Model {
  const instance: Instance = {
    rounds,
    tables: caps.map((cap, i) => ({ id: `t${i + 1}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i + 1}`, ...person(i + 1) })),
    objective: { avoidHome: true },
  };
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return model;
}

/** Two rounds of which one has been, and where people sat, again and again in turn. */
function pastRoom(caps: number[], people: number, before: number[]): Instance {
  const ids = Array.from({ length: people }, (_, i) => `p${i + 1}`);
  const at = (i: number): string => `t${(before[i % before.length] ?? 0) + 1}`;
  return {
    rounds: 2,
    tables: caps.map((cap, i) => ({ id: `t${i + 1}`, cap })),
    people: ids.map((id) => ({ id })),
    past: { rounds: 1, seats: Object.fromEntries(ids.map((id, i) => [id, [at(i)]])) },
  };
}

function boundsOf(instance: Instance): ReturnType<typeof lowerBounds> {
  const model = modelOf(instance);
  if (isNoPlan(model)) throw new Error(model.reason);
  return lowerBounds(model);
}

describe('the bound by spreading', () => {
  it('is what the square rooms reach', () => {
    expect(wasteBound([3, 3, 3], 9, 3)).toBe(6);
    expect(wasteBound([4, 4, 4, 4], 16, 4)).toBe(12);
  });

  it('knows that everybody visits a large table, and whom they met there', () => {
    // Twelve of the first large table visit the other one, three in each of four rounds, and every
    // other table six times: 12 pairs and 12 more, in each of five rounds.
    expect(wasteBound([4, 4, 6, 6, 8, 8, 12, 12], 60, 5)).toBe(120);
  });

  it('looks at the loads of single tables', () => {
    // Four sit at table 2 and have only table 1 to go to, and the other way round.
    expect(wasteBound([4, 4], 8, 2)).toBe(12);
    // Best go 3 and 2, 3 and 1, 2 and 1: 3 + 1 + 3 + 1 pairs.
    expect(wasteBound([5, 4, 3], 12, 2)).toBe(8);
  });

  it('knows how little a few returns help', () => {
    // Six come to the last table in each of four rounds, and there are 23: one comes back.
    expect(wasteBound([3, 4, 5, 5, 6], 23, 4)).toBe(14);
  });

  it('is what no rotation with as many returns goes below', () => {
    const random = seeded(3);
    for (let trial = 0; trial < 200; trial += 1) {
      const caps = Array.from({ length: 2 + random.below(4) }, () => 1 + random.below(5));
      const people = caps.reduce((sum, cap) => sum + cap, 0);
      const rounds = 2 + random.below(4);
      const model = modelFor(caps, people, rounds, (i) => (i % 3 === 0 ? { team: 'T' } : {}));
      const seats = new Seats(model);
      const chairs = caps.flatMap((cap, table) => Array.from({ length: cap }, () => table));
      for (let round = 0; round < rounds; round += 1) {
        for (const [unit, table] of shuffled(chairs, random).entries())
          seats.sit(round, unit, table);
      }
      const bound = returningBound(new Seats(model), seats.tableRepeats, true);
      expect(seats.waste, `trial ${trial}`).toBeGreaterThanOrEqual(bound);
    }
  });

  it('knows who sat together in the rounds that have been', () => {
    // Four of each table have the two others to go to: two pairs of each meet again.
    expect(boundsOf(pastRoom([4, 4, 4], 12, [0, 1, 2])).waste).toBe(6);
    // A table that was closed since leaves three to go to.
    const closed = pastRoom([4, 4, 4], 12, [0, 1, 9]);
    expect(boundsOf(closed).waste).toBe(5);
  });

  it('is beaten by no rotation of a small room after a round that has been', () => {
    const random = seeded(11);
    let counted = 0;
    for (let trial = 0; trial < 60; trial += 1) {
      const caps = [3, 3, 3].slice(0, 2 + random.below(2));
      const people = caps.length + 1 + random.below(caps.length);
      const before = Array.from({ length: people }, () => random.below(4));
      const past = pastRoom(caps, people, before);
      const instance = { ...past, rounds: 2 + random.below(2) };
      const bound = boundsOf(instance).waste;
      const found = plan(instance, 1);
      if (isNoPlan(found)) continue;
      const best = optimum(instance, found.worth);
      if (best === 'unknown' || best === null) continue;
      const { tableRepeats, imbalance } = boundsOf(instance);
      if (best.tableRepeats > tableRepeats || best.imbalance > imbalance) continue;
      expect(best.waste, `trial ${trial}`).toBeGreaterThanOrEqual(bound);
      if (bound > 0) counted += 1;
    }
    expect(counted).toBeGreaterThan(10);
  });

  it('is nothing where chairs leave a choice', () => {
    expect(wasteBound([12, 12, 12, 12], 8, 2)).toBe(0);
  });

  it('knows that a team does not go to its own table', () => {
    // Five of a team have four tables to go to: a pair in each of two rounds.
    const five = [3, 3, 3, 3, 3];
    const home = (i: number): Partial<RotationPerson> => (i > 5 ? {} : { team: 'T', home: 't1' });
    expect(wasteBound(five, 10, 2, home)).toBe(2);
    // In five rounds they come back, and may to their own table.
    expect(wasteBound(five, 10, 5, home)).toBe(0);
  });

  it('knows that a team meets its own host', () => {
    // Three walk over three tables, at one of which a mate stays.
    const host = (i: number): Partial<RotationPerson> =>
      i > 3 ? { host: `t${i - 3}`, ...(i === 4 ? { team: 'T' } : {}) } : { team: 'T' };
    expect(wasteBound([2, 2, 2], 6, 2, host)).toBe(2);
    // Two of them have two other tables; but one stranger comes to the first only once.
    const two = (i: number): Partial<RotationPerson> => (i === 3 ? {} : host(i));
    expect(wasteBound([2, 2, 2], 6, 2, two)).toBe(1);
  });
});
