import type { Bounds } from '../bounds.ts';
import type { NoPlan } from '../no-plan.ts';
import { seeded } from '../random.ts';
import type { Seats } from '../seats.ts';
import { repairStart } from './repair-start.ts';

/**
 * Repairs begun anew from other seatings than the told ones: seatings of a proof know what meeting
 * again costs in each round, and whom to move so that as much as possible is saved at once. Each is
 * made when it is asked for.
 */
export function* begunFrom(
  seatings: readonly Int32Array[],
  { model }: Seats,
  bounds: Bounds,
  seed: number,
): Generator<Seats | NoPlan, void> {
  for (const aim of seatings) yield repairStart(model, seeded(seed), bounds, aim);
}
