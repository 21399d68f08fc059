import { SecondStart } from './anneal/second-start.ts';
import { SlotAnnealing } from './anneal/slot-annealing.ts';
import { boundsBeside, isAtBounds, lowerBounds, tighterBounds, type Bounds } from './bounds.ts';
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
import type { Planned, Planning } from './planned.ts';
import { RepairProof } from './repair/repair-proof.ts';
import { amongOf, isFull, type Among } from './repair/repair-bound.ts';
import { repairStart } from './repair/repair-start.ts';
import { provenRepair, secondRepair } from './repair/second-repair.ts';
import type { Seats } from './seats.ts';
import { isSmallRoom, throughAll } from './small-room.ts';
import { start } from './start.ts';

/** Plans with no table repeated that need not be and tables as even as can be: what is looked for. */
const FULL: Among = { distinct: true, even: true };

/** Chunks without a budget of one's own; most plans need a few. Wishes stand above what they lower. */
const CHUNKS = { usual: 60, withWishes: 25 };

/**
 * A repair begins close to its best while people wait, the closer the larger the room: `people` over
 * their number, less `fewer`, in chunks, and one cooling at most: the warm beginning of a second has
 * hardly ever been seen to better one. From 300 people on no chunk has.
 */
const REPAIR = { most: 6, people: 2_400, fewer: 8 };

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
  if (isPerfect(found)) {
    // Nothing is below nothing: the plan is its own proof.
    const bounds = { tableRepeats: 0, imbalance: 0, waste: 0, changed: 0 };
    return { step: () => false, result: () => planned(found, bounds, seed) };
  }
  const simple = withWishes(found, early ?? lowerBounds(model));
  const looser = isAtBounds(found, simple) ? simple : tighterBounds(found, simple, FULL);
  const proof = new RepairProof(model, FULL, false);
  const bounds = isFull(amongOf(found, looser)) ? proof.tighten(found, looser, true) : looser;
  const begun = secondRepair(found, proof, bounds, seed);
  const annealing = annealingOf(begun, seeded(seed), bounds);
  return {
    step: () => annealing.step(),
    result: (proves = false) => planned(annealing.best, bounds, seed, proves ? proof : undefined),
  };
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

/** @param proof where the bounds are to be as tight as can be. */
function planned(found: Seats, bounds: Bounds, seed: number, proof?: RepairProof): Planned {
  const among = amongOf(found.worth(), bounds);
  const best = isFull(among);
  const looser = best ? bounds : tighterBounds(found, lowerBounds(found.model, among), among);
  const own = best ? proof : proof && new RepairProof(found.model, among, false);
  const { seats, bounds: proven } =
    own === undefined ? { seats: found, bounds: looser } : provenRepair(found, own, looser, seed);
  const worth = seats.worth();
  const beside = withWishes(seats, boundsBeside(proven, worth));
  return { schedule: seats.schedule(), worth, bounds: beside };
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

/** Plans a rotation within the usual number of chunks. */
export function plan(instance: Instance, seed: number, strict = true): Planned | NoPlan {
  const begun = planning(instance, seed, strict);
  if (isNoPlan(begun)) return begun;
  const chunks = chunksOf(instance);
  for (let chunk = 0; chunk < chunks && begun.step(); chunk += 1);
  return begun.result(true);
}

function chunksOf({ people, told }: Instance): number {
  if (people.some(({ wishes = [] }) => wishes.length > 0)) return CHUNKS.withWishes;
  if (told === undefined) return CHUNKS.usual;
  const chunks = Math.floor(REPAIR.people / Math.max(1, people.length)) - REPAIR.fewer;
  return Math.max(0, Math.min(REPAIR.most, chunks));
}
