import { lowerBounds, type Bounds } from './bounds.ts';
import { greedy } from './greedy.ts';
import { compareWorth, type Instance, type Schedule, type Worth } from './instance.ts';
import { isNoPlan, modelOf } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import { seeded } from './random.ts';
import type { Seats } from './seats.ts';

export interface Planned {
  schedule: Schedule;
  worth: Worth;
  /** What nobody can beat. */
  bounds: Bounds;
}

/** A plan in the making: valid from the first moment, better with each chunk. */
export interface Planning {
  /** Works for another chunk; false when the plan is as good as it gets. */
  step(): boolean;
  /** The best so far. */
  result(): Planned;
}

/** Chunks without a budget of one's own; most plans need a few. */
const CHUNKS = 60;

/**
 * Begins to plan a rotation. The same instance, seed and number of chunks give the same plan on
 * every machine.
 *
 * @param strict false in a live room, where a relay that cannot be fair is as fair as can be.
 */
export function planning(instance: Instance, seed: number, strict = true): Planning | NoPlan {
  const model = modelOf(instance, strict);
  if (isNoPlan(model)) return model;
  const bounds = lowerBounds(model);
  let best: Seats | null = null;
  for (let i = 0; i < 12; i += 1) {
    const seats = greedy(model, seeded(seed + i));
    if (seats !== null && (best === null || compareWorth(seats.worth(), best.worth()) < 0)) {
      best = seats;
    }
  }
  if (best === null) return { reason: 'noSeating', round: model.firstRound + 1 };
  const found = best;
  return {
    step: () => false,
    result() {
      const worth = found.worth();
      // Who returns to a table has more tables to go to: the claim is then the weaker one.
      const isLeast = worth.tableRepeats === bounds.tableRepeats;
      return {
        schedule: found.schedule(),
        worth,
        bounds: isLeast ? bounds : lowerBounds(model, false),
      };
    },
  };
}

/** Plans a rotation within the usual number of chunks. */
export function plan(instance: Instance, seed: number, strict = true): Planned | NoPlan {
  const begun = planning(instance, seed, strict);
  if (isNoPlan(begun)) return begun;
  for (let chunk = 0; chunk < CHUNKS && begun.step(); chunk += 1);
  return begun.result();
}
