import { describe, expect, it } from 'vitest';
import { isNoPlan, modelOf, type Model } from '../model.ts';
import { seeded } from '../random.ts';
import { Seats } from '../seats.ts';
import { Itineraries } from './itineraries.ts';

function modelFor(
  [people, tables, rounds, cap]: [number, number, number, number],
  away: (person: number) => number[] = () => [],
): Model {
  const model = modelOf({
    rounds,
    tables: Array.from({ length: tables }, (_, i) => ({ id: `t${i}`, cap })),
    people: Array.from({ length: people }, (_, i) => ({ id: `p${i}`, absent: away(i) })),
  });
  if (isNoPlan(model)) throw new Error(model.reason);
  return model;
}

function limitsOf({ rounds, tables, cap }: Model): Int32Array {
  return Int32Array.from({ length: rounds * tables }, (_, cell) => cap[cell % tables]!);
}

describe('itineraries', () => {
  it('find a round for every visit where all are here and there are chairs over the day', () => {
    const random = seeded(9);
    for (let i = 0; i < 200; i += 1) {
      const [tables, rounds, cap] = [2 + random.below(5), 1 + random.below(5), 1 + random.below(4)];
      const people = tables * cap;
      const model = modelFor([people, tables, rounds, cap]);
      const seats = new Seats(model);
      const itineraries = new Itineraries(seats, limitsOf(model));
      const left = Array.from({ length: tables }, () => cap * rounds);
      const visits = Array.from({ length: people }, () => rounds);
      for (let visit = 0; visit < 8 * people * rounds; visit += 1) {
        const [person, table] = [random.below(people), random.below(tables)];
        if (visits[person] === 0 || left[table] === 0) continue;
        visits[person]! -= 1;
        left[table]! -= 1;
        expect(itineraries.give(person, table), `case ${i}`).toBe(true);
      }
      const given = visits.reduce((sum, few) => sum + rounds - few, 0);
      expect(seats.at.filter((table) => table >= 0)).toHaveLength(given);
      expect(Math.max(...seats.load)).toBeLessThanOrEqual(cap);
    }
  });

  it('move somebody who is here in both rounds for somebody who is here in one', () => {
    const model = modelFor([2, 2, 2, 1], (person) => (person === 1 ? [2] : []));
    const seats = new Seats(model);
    const itineraries = new Itineraries(seats, limitsOf(model));
    expect(itineraries.give(0, 0)).toBe(true);
    expect(itineraries.give(1, 0)).toBe(true);
    expect([seats.at[0], seats.at[1], seats.at[model.units]]).toEqual([-1, 0, 0]);
  });

  it('leave all as it was where there is no way', () => {
    const model = modelFor([3, 2, 2, 1]);
    const seats = new Seats(model);
    const itineraries = new Itineraries(seats, limitsOf(model));
    for (const person of [0, 1]) expect(itineraries.give(person, 0)).toBe(true);
    const before = seats.at.slice();
    expect(itineraries.give(2, 0)).toBe(false);
    expect(seats.at).toEqual(before);
  });
});
