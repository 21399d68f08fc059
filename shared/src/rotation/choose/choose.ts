import type { Model } from '../model.ts';
import type { NoPlan } from '../no-plan.ts';
import type { Random } from '../random.ts';
import { Seats } from '../seats.ts';
import { start } from '../start.ts';
import { climb } from './climb.ts';
import { spread } from './spread.ts';

/**
 * A rotation by ranked wishes. A flow says who gets which tables, and a colouring in which round: the
 * best there is where everybody who moves is here in every round and goes alone. Else exchanges make
 * up for most of what got lost, `wishBound` tells how much is left at most.
 */
export function choose(model: Model, random: Random): Seats | NoPlan {
  const seats = spread(model, random) ?? start(model, random);
  if (seats instanceof Seats) climb(seats, random);
  return seats;
}
