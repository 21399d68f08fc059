import { betterThan } from './exhaustive.ts';
import { compareWorth, type Instance, type Schedule } from './instance.ts';
import { judge } from './judge.ts';
import type { Planned, Planning } from './planned.ts';

/** Rooms small enough that all their rotations can be looked through, in milliseconds mostly. */
const SMALL = { people: 6, tables: 3, rounds: 3 };

/** Seatings tried in the first chunk; each next one tries twice as many from the beginning. */
const STEPS_FIRST = 50_000;
const STEPS_MAX = 6_400_000;

export function isSmallRoom({ people, tables, rounds }: Instance): boolean {
  return people.length <= SMALL.people && tables.length <= SMALL.tables && rounds <= SMALL.rounds;
}

/**
 * Planning for a small room, where rules leave a search by exchanges few ways to go: all rotations
 * are looked through, other fair hosts of a relay included, for better ones than the given planning
 * begins with. Only where that would take too long does the given planning go on itself.
 */
export function throughAll(instance: Instance, begun: Planning): Planning {
  let best: Planned | null = null;
  let steps = STEPS_FIRST;
  let isProven = false;
  const improve = (): boolean => {
    best ??= begun.result();
    for (;;) {
      const found = betterThan(instance, best.worth, steps);
      if (found === 'unknown') return false;
      if (found === 'none') {
        best = proven(instance, best);
        return true;
      }
      best = better(instance, best, found);
    }
  };
  return {
    get isEnough() {
      return steps > STEPS_MAX && begun.isEnough;
    },
    step() {
      if (isProven) return false;
      if (steps > STEPS_MAX) return begun.step();
      isProven = improve();
      steps *= 2;
      return !isProven;
    },
    result() {
      if (isProven && best !== null) return best;
      const other = begun.result();
      return best === null || compareWorth(other.worth, best.worth) < 0 ? other : best;
    },
  };
}

/** Bounds on waste and changes are said of plans like the one they stood beside, not of this one. */
function better(instance: Instance, { bounds }: Planned, schedule: Schedule): Planned {
  const { tableRepeats, imbalance } = bounds;
  return {
    schedule,
    worth: judge(instance, schedule).worth,
    bounds: { tableRepeats, imbalance, waste: 0, changed: 0 },
  };
}

/**
 * The best plan is a bound itself: none that repeats as few tables and is as even wastes less; or,
 * where something was told, wastes and changes less together, or as much with less waste. Where
 * wishes come first its counts say nothing of plans that honour fewer.
 */
function proven({ people, told }: Instance, best: Planned): Planned {
  if (people.some(({ wishes = [] }) => wishes.length > 0)) return best;
  const { tableRepeats, waste, changed } = best.worth;
  const { bounds } = best;
  if (told === undefined) return { ...best, bounds: { ...bounds, tableRepeats, waste } };
  const wasteAndChanged = waste + changed;
  return {
    ...best,
    bounds: { ...bounds, tableRepeats, changed, wasteAndChanged, wasteInOrder: waste },
  };
}
