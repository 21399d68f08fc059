import { describe, expect, it } from 'vitest';
import { lowerBounds } from '../bounds.ts';
import { anyInstance } from '../fixture.ts';
import { compareWorth, type Instance } from '../instance.ts';
import { judge } from '../judge.ts';
import { isNoPlan, modelOf } from '../model.ts';
import { plan, planning } from '../plan.ts';
import { seeded } from '../random.ts';
import { after } from '../repair/mishap.ts';
import type { Seats } from '../seats.ts';
import { start } from '../start.ts';
import { SlotAnnealing } from './slot-annealing.ts';

function startOf(instance: Instance, seed: number): Seats | null {
  const model = modelOf(instance);
  if (isNoPlan(model)) return null;
  const seats = start(model, seeded(seed));
  return isNoPlan(seats) ? null : seats;
}

function annealed(begin: Seats, seed: number, chunks: number): SlotAnnealing {
  const annealing = new SlotAnnealing(begin, seeded(seed), lowerBounds(begin.model));
  for (let chunk = 0; chunk < chunks && annealing.step(); chunk += 1);
  return annealing;
}

const room = (people: number, tables: number, rounds: number, caps?: number[]): Instance => ({
  rounds,
  tables: Array.from({ length: tables }, (_, i) => ({
    id: `t${i + 1}`,
    cap: caps?.[i] ?? Math.ceil(people / tables),
  })),
  people: Array.from({ length: people }, (_, i) => ({ id: `p${i + 1}` })),
});

describe('slot annealing', () => {
  it('keeps every rule, counts as the judge counts and never ends worse, in any room', () => {
    let annealings = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const instance = anyInstance(seed, { people: 20, tables: 6, rounds: 5 });
      const begin = startOf(instance, seed);
      if (begin === null) continue;
      annealings += 1;
      const before = begin.worth();
      const { best, bestWorth } = annealed(begin, seed, 1 + (seed % 3));
      const { worth, broken } = judge(instance, best.schedule());
      expect(broken, `seed ${seed}`).toEqual([]);
      expect(best.worth(), `seed ${seed}`).toEqual(worth);
      expect(bestWorth, `seed ${seed}`).toEqual(worth);
      expect(compareWorth(worth, before), `seed ${seed}`).toBeLessThanOrEqual(0);
      expect(begin.worth(), `seed ${seed}`).toEqual(before);
    }
    expect(annealings).toBeGreaterThan(60);
  });

  it('finds the same seats for the same seed', () => {
    const begin = startOf(room(23, 5, 4), 1)!;
    const schedules = [1, 2].map(() => annealed(begin, 7, 5).best.schedule());
    expect(schedules[0]).toEqual(schedules[1]);
  });

  it('stops at the proven bound', () => {
    const begin = startOf(room(16, 4, 4), 1)!;
    const annealing = annealed(begin, 1, 200);
    expect(annealing.bestWorth).toMatchObject({ tableRepeats: 0, imbalance: 0, waste: 12 });
    expect(annealing.step()).toBe(false);
  });

  it('exchanges seats where every chair is taken', () => {
    const instance = room(24, 4, 3, [3, 5, 7, 9]);
    const begin = startOf(instance, 1)!;
    const { best } = annealed(begin, 1, 20);
    expect(judge(instance, best.schedule()).broken).toEqual([]);
    expect(compareWorth(best.worth(), begin.worth())).toBeLessThan(0);
  });

  it.each([
    [1, 1],
    [5, 2],
    [9, 1],
    [10, 2],
  ])(
    'finds the best repair where everybody sees all tables, told plan %i, seed %i',
    (told, seed) => {
      const whole = room(16, 4, 3, [6, 6, 6, 6]);
      const first = plan(whole, told);
      if (isNoPlan(first)) throw new Error(first.reason);
      const instance = after({ ...whole, told: first.schedule.seats }, 1, { closed: 1 }, told);
      const begun = planning(instance, seed);
      if (isNoPlan(begun)) throw new Error(begun.reason);
      while (!begun.isEnough && begun.step());
      for (let chunk = 0; chunk < 300 && begun.step(); chunk += 1);
      const { waste, changed } = begun.result().worth;
      // The least, by a search of all rotations.
      expect(waste + changed).toBe(32);
    },
  );

  it('is done at once where nobody can move', () => {
    const instance = room(1, 1, 2);
    expect(annealed(startOf(instance, 1)!, 1, 1).step()).toBe(false);
  });
});
