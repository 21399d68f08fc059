import { isAtBounds, type Bounds } from '../bounds.ts';
import { compareWorth } from '../instance.ts';
import { isNoPlan } from '../model.ts';
import { seeded } from '../random.ts';
import type { Seats } from '../seats.ts';
import { repairStart } from './repair-start.ts';

/**
 * The best of a repair and of those begun anew from other seatings than the told ones: seatings of a
 * proof know what meeting again costs in each round, and whom to move so that as much as possible is
 * saved at once. One repair a chunk.
 */
export function* bestFrom(
  found: Seats,
  seatings: readonly Int32Array[],
  bounds: Bounds,
  seed: number,
): Generator<void, Seats> {
  let best = found;
  for (const aim of seatings) {
    if (isAtBounds(best, bounds)) break;
    const other = repairStart(found.model, seeded(seed), bounds, aim);
    if (!isNoPlan(other) && compareWorth(other.worth(), best.worth()) < 0) best = other;
    yield;
  }
  return best;
}
