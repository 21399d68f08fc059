import { SecondStart } from './anneal/second-start.ts';
import { SlotAnnealing } from './anneal/slot-annealing.ts';
import { isAtBounds, lowerBounds, tighterBounds, type Bounds } from './bounds.ts';
import { choose } from './choose/choose.ts';
import { unevenByWishes } from './choose/wish-room.ts';
import { construct, isApartKept } from './construct/construct.ts';
import { evenlyVisited } from './construct/even-visits.ts';
import { whyNot } from './feasible.ts';
import { compareWorth, type Instance } from './instance.ts';
import { throughHosts } from './host-choices.ts';
import { isNoPlan, modelOf, type Model } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import { seeded, type Random } from './random.ts';
import { peopleFirst } from './people-first.ts';
import { chunksOf, inChunks } from './chunks.ts';
import { untilEnough, type Planned, type Planning } from './planned.ts';
import { RepairProof } from './repair/repair-proof.ts';
import { repeatsOf } from './pinned.ts';
import { amongOf, isFull, type Among } from './repair/repair-bound.ts';
import { repairStart } from './repair/repair-start.ts';
import { Repairing, type RepairParts } from './repair/repairing.ts';
import type { Seats } from './seats.ts';
import { isSmallRoom, throughAll } from './small-room.ts';
import { start } from './start.ts';

/**
 * Begins to plan a rotation. The same instance, seed and number of chunks give the same plan on
 * every machine.
 *
 * @param strict false in a live room, where a relay that cannot be fair is as fair as can be.
 */
export function planning(instance: Instance, seed: number, strict = true): Planning | NoPlan {
  const begin = (room: Instance): Planning | NoPlan => {
    const begun =
      (room.relay ?? 0) > 0
        ? throughHosts(room, seed, strict, firstSeats)
        : withoutRelay(room, seed);
    return isNoPlan(begun) || !isSmallRoom(room) ? begun : throughAll(room, begun);
  };
  const own = begin(instance);
  const isFree = instance.objective?.tables === false && instance.told === undefined;
  return isNoPlan(own) || !isFree ? own : peopleFirst(instance, own, begin);
}

function withoutRelay(instance: Instance, seed: number): Planning | NoPlan {
  const model = modelOf(instance);
  if (isNoPlan(model)) return model;
  // A repair looks at its bounds while it is made; most other plans are their own proof. Where there
  // is no plan there are no bounds.
  const early = isRepair(model) ? lowerBounds(model) : undefined;
  const found = firstSeats(model, seeded(seed), early);
  if (isNoPlan(found)) return found;
  if (isPerfect(found)) return perfect(found);
  if (early !== undefined) return new Repairing(repairOf(found, early, seed));
  const bounds = withWishes(found, lowerBounds(model));
  const annealing = annealingOf(found, seeded(seed), bounds);
  return inChunks(chunksOf(instance), {
    step: () => annealing.step(),
    result: () => planned(annealing.best, bounds),
  });
}

/** Nothing is below nothing: the plan is its own proof. */
function perfect(found: Seats): Planning {
  const bounds = { tableRepeats: 0, imbalance: 0, waste: 0, changed: 0 };
  return { isEnough: false, step: () => false, result: () => planned(found, bounds) };
}

/** @param bounds those of its model. */
function repairOf(found: Seats, bounds: Bounds, seed: number): RepairParts {
  const evenest = evenestOf(found, bounds);
  const simple = withWishes(
    found,
    evenest === null ? bounds : boundsOf({ distinct: true, even: true }),
  );
  // As even as is possible may be less even than a round by itself could be.
  const isLevel = simple.imbalance === bounds.imbalance;
  return {
    found,
    seed,
    chunks: chunksOf(found.model.instance),
    claim: (seats, among) => {
      const own = isFull(among) ? simple : boundsOf(among);
      const spoken = { ...among, even: among.even && isLevel };
      const tight = isAtBounds(seats, own) ? own : tighterBounds(seats, own, spoken);
      return {
        among,
        bounds: tight,
        proof: new RepairProof(seats.model, spoken, false, isFull(among)),
      };
    },
    enough: (_seats, proven) => proven,
    beside: withWishes,
  };

  function boundsOf(among: Among): Bounds {
    return lowerBounds(found.model, among, evenest);
  }
}

/**
 * The evenest seats there are, whoever meets whom, where a repair repeats as few tables as can be, but
 * is less even than each round by itself could be: then that may be all there is.
 */
function evenestOf({ model, tableRepeats, imbalance }: Seats, bounds: Bounds): Seats | null {
  const isUneven = imbalance > bounds.imbalance && tableRepeats <= bounds.tableRepeats;
  const { again, beyond } = isUneven ? repeatsOf(model) : { again: 0, beyond: 1 };
  return again >= beyond ? evenlyVisited(model) : null;
}

/** From another start too, where the one found has a fault that need not be. */
function annealingOf(
  found: Seats,
  random: Random,
  bounds: Bounds,
): Pick<SlotAnnealing, 'best' | 'step'> {
  const { tableRepeats, imbalance, model } = found;
  const isFaulty = tableRepeats > bounds.tableRepeats || imbalance > bounds.imbalance;
  const even = isFaulty && !model.hasTold && !model.hasWishes ? evenlyVisited(model) : null;
  return even !== null && isApartKept(even)
    ? new SecondStart(found, even, random, bounds)
    : new SlotAnnealing(found, random, bounds);
}

function planned(found: Seats, bounds: Bounds): Planned {
  const worth = found.worth();
  const among = amongOf(worth, bounds);
  const own = isFull(among) ? bounds : lowerBounds(found.model, among);
  return { schedule: found.schedule(), worth, bounds: withWishes(found, own) };
}

/** Where wishes are honoured as well as can be, that alone can leave tables uneven. */
function withWishes(seats: Seats, bounds: Bounds): Bounds {
  const imbalanceInOrder = unevenByWishes(seats) ?? 0;
  return imbalanceInOrder > bounds.imbalance ? { ...bounds, imbalanceInOrder } : bounds;
}

/** Nobody comes back, meets again or was told otherwise, and tables are as even as they can be. */
function isPerfect(seats: Seats): boolean {
  const { tableRepeats, imbalance, changed, waste, model } = seats;
  return !model.hasWishes && tableRepeats + imbalance + changed + waste === 0;
}

/** Whether people were told seats, and nothing speaks against a plan. */
function isRepair(model: Model): boolean {
  return model.hasTold && whyNot(model) === null;
}

/**
 * A valid rotation to begin with.
 *
 * @param bounds those of a repair.
 */
function firstSeats(model: Model, random: Random, bounds?: Bounds): Seats | NoPlan {
  if (bounds !== undefined || isRepair(model)) {
    const repaired = repairStart(model, random, bounds);
    if (!isNoPlan(repaired)) return repaired;
  }
  if (model.hasWishes) return choose(model, random);
  const built = construct(model, random);
  if (built !== null && isPerfect(built)) return built;
  const found = start(model, random);
  if (built === null || isNoPlan(found)) return built ?? found;
  return compareWorth(built.worth(), found.worth()) < 0 ? built : found;
}

/** Plans a rotation with as much work as is usual, the same on every machine. */
export function plan(instance: Instance, seed: number, strict = true): Planned | NoPlan {
  const begun = planning(instance, seed, strict);
  return isNoPlan(begun) ? begun : untilEnough(begun);
}
