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

/**
 * Plans a rotation. The same instance and seed give the same plan on every machine.
 *
 * @param strict false in a live room, where a relay that cannot be fair is as fair as can be.
 */
export function plan(instance: Instance, seed: number, strict = true): Planned | NoPlan {
  const model = modelOf(instance, strict);
  if (isNoPlan(model)) return model;
  let best: Seats | null = null;
  for (let i = 0; i < 12; i += 1) {
    const seats = greedy(model, seeded(seed + i));
    if (seats !== null && (best === null || compareWorth(seats.worth(), best.worth()) < 0)) {
      best = seats;
    }
  }
  if (best === null) return { reason: 'noSeating', round: model.firstRound + 1 };
  return { schedule: best.schedule(), worth: best.worth(), bounds: lowerBounds(model) };
}
