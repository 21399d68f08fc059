import { describe, expect, it } from 'vitest';
import { anyInstance } from './fixture.ts';
import { trial } from './trial.ts';

// `npm run plan:try` tries thousands.
describe('plans of random instances', () => {
  it('in small rooms are the best there is, and none is refused that can be planned', () => {
    let planned = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const instance = anyInstance(seed, { people: 6, tables: 3, rounds: 3 });
      const { faults, worth, isOptimum } = trial(instance, seed);
      expect(faults, `seed ${seed}`).toEqual([]);
      expect(isOptimum, `seed ${seed}`).toBe(true);
      if (worth !== null) planned += 1;
    }
    expect(planned).toBeGreaterThan(300);
  }, 60_000);

  it('claim no bound of another plan where wishes and told seats come together', () => {
    const instance = anyInstance(2643, { people: 6, tables: 3, rounds: 3 });
    expect(trial(instance, 2643)).toMatchObject({ faults: [], isOptimum: true });
  });

  it('in larger rooms keep every rule and every bound', () => {
    for (let seed = 1; seed <= 12; seed += 1) {
      const instance = anyInstance(seed, { people: 20, tables: 5, rounds: 4 });
      expect(trial(instance, seed).faults, `seed ${seed}`).toEqual([]);
    }
  });
});
