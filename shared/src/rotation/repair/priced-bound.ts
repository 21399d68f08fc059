import type { Model } from '../model.ts';
import { Charges } from './charges.ts';
import { PricedRounds } from './priced-rounds.ts';
import { withoutRepeats, type Among } from './repair-bound.ts';

/** Parts of one in which prices are counted. */
const PARTS = 64;

/** A proof that would not come within so much of the plan at its pace so far is given up. */
const NEAR = { parts: 2 * PARTS, passes: 4 };

/** So many times without a better bound, and the steps become half as long. */
const PATIENCE = 4;
const HALVINGS = 4;

/**
 * A proven lower bound on `change` × changed seats + `waste` × waste, waste of pairs who cannot move
 * aside: prices on pairs who meet again.
 *
 * Every seating pays each charge at most once, where all its seats are taken: of n seats, n − 1 parts
 * are given back. So whatever the charges are, the cheapest seatings less what is given back are a
 * bound (Lagrange). They are raised where the cheapest seatings have all the seats, and lowered where
 * more than one is missing, in steps as long as the bound is far from the plan.
 *
 * @param enough what the bound need not be above: a plan that is there.
 * @param passes how often the charges are changed at most.
 */
export function pricedBound(
  model: Model,
  among: Among,
  anyHosts: boolean,
  weights: { change: number; waste: number },
  enough: number,
  passes: number,
): number {
  const rounds = new PricedRounds(model, among, anyHosts, weights.change * PARTS);
  const isFresh = among.distinct ? withoutRepeats(model) : new Uint8Array(model.people);
  const charges = new Charges(rounds, isFresh, weights.waste * PARTS);
  const fixed = weights.change * rounds.pinnedChanges;
  const most = (enough - fixed) * PARTS;
  const first = rounds.cost;
  let best = first;
  let tries = 0;
  let halvings = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    const bound = rounds.cost - charges.given;
    tries = bound > best ? 0 : tries + 1;
    best = Math.max(best, bound);
    if (tries === PATIENCE) {
      tries = 0;
      halvings += 1;
    }
    if (best > most - PARTS || halvings > HALVINGS) break;
    // Steps become shorter, so it will not get further than this.
    const reach = best + Math.floor(((best - first) * (passes - pass)) / Math.max(1, pass));
    if (pass >= NEAR.passes && reach < most - NEAR.parts) break;
    charges.find();
    const norm = charges.slopes();
    if (norm === 0) break;
    charges.follow(Math.max(1, Math.floor((most - bound) / (norm << halvings))));
    rounds.solve();
  }
  return fixed + Math.ceil(best / PARTS);
}
