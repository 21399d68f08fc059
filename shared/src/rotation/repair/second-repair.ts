import { isAtBounds, type Bounds } from '../bounds.ts';
import { compareWorth } from '../instance.ts';
import { isNoPlan } from '../model.ts';
import { seeded } from '../random.ts';
import type { Seats } from '../seats.ts';
import type { RepairProof } from './repair-proof.ts';
import { repairStart } from './repair-start.ts';

/**
 * Begins a repair anew from the seatings of its proof instead of the told ones: they know what
 * meeting again costs in each round, and whom to move so that as much as possible is saved at once.
 * The best repair goes on.
 */
export function secondRepair(
  found: Seats,
  proof: RepairProof,
  bounds: Bounds,
  seed: number,
): Seats {
  return isAtBounds(found, bounds) ? found : bestFrom(found, proof.seatings(), bounds, seed);
}

/**
 * Proves a repair as tightly as can be. Where that finds seatings which may be better, the repair is
 * begun anew from these.
 */
export function provenRepair(
  found: Seats,
  proof: RepairProof,
  bounds: Bounds,
  seed: number,
): { seats: Seats; bounds: Bounds } {
  let seats = found;
  for (;;) {
    const proven = proof.tighten(seats, bounds);
    if (isAtBounds(seats, proven)) return { seats, bounds: proven };
    const other = bestFrom(seats, proof.hints(), proven, seed);
    if (other === seats) return { seats, bounds: proven };
    seats = other;
  }
}

/** The best of a repair and those begun from other seatings. */
function bestFrom(
  found: Seats,
  seatings: readonly Int32Array[],
  bounds: Bounds,
  seed: number,
): Seats {
  let best = found;
  for (const aim of seatings) {
    const other = repairStart(found.model, seeded(seed), bounds, aim);
    if (!isNoPlan(other) && compareWorth(other.worth(), best.worth()) < 0) best = other;
  }
  return best;
}
