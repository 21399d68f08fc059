import { amongKnown, boundWaste, isAtBounds, type Bounds } from '../bounds.ts';
import type { Seats } from '../seats.ts';
import { pricedBound } from './priced-bound.ts';
import type { Among } from './repair-bound.ts';

/** Passes of one bound, and what they may come to in persons × tables × rounds: some 10 ms. */
const PASSES = { least: 2, most: 8, work: 12_000 };

/** A changed seat and a wasted meeting, where as much of both together with less waste is better. */
const IN_ORDER = { change: 2, waste: 3 };

/**
 * The bounds beside a repair, proven as tightly as a hundredth of a second allows: waste and
 * changed seats together; and, where the repair is there, how much of it must be waste.
 *
 * @param among what the repair is itself.
 * @param anyHosts whether the bounds speak of every choice of a relay's hosts.
 */
export function boundsBesideRepair(
  seats: Seats,
  bounds: Bounds,
  among: Among,
  anyHosts: boolean,
): Bounds {
  const { model, waste, changed } = seats;
  if (!model.hasTold || isAtBounds(seats, bounds)) return bounds;
  const base = boundWaste(model, anyHosts);
  const known = anyHosts ? among : amongKnown(model, among);
  const work = model.people * model.tables * Math.max(1, model.rounds - model.firstRound);
  const passes = Math.min(PASSES.most, Math.floor(PASSES.work / work));
  // In large rooms the bounds are close already, and so many seatings would take too long.
  if (passes < PASSES.least) return bounds;
  const bound = (change: number, price: number): number => {
    const enough = change * changed + price * (waste - base);
    const weights = { change, waste: price };
    return price * base + pricedBound(model, known, anyHosts, weights, enough, passes);
  };
  const both = waste + changed;
  let wasteAndChanged = bounds.wasteAndChanged ?? 0;
  if (wasteAndChanged < both) wasteAndChanged = Math.max(wasteAndChanged, bound(1, 1));
  const beside = { ...bounds, wasteAndChanged };
  // What stands above must be the best there is: only then no better plan has more of it.
  const isBest = wasteAndChanged === both && among.distinct && among.even && !model.hasWishes;
  if (!isBest || waste <= bounds.waste) return beside;
  const { change, waste: price } = IN_ORDER;
  const least = bound(change, price) - change * both;
  return { ...beside, wasteInOrder: Math.max(bounds.waste, least) };
}
