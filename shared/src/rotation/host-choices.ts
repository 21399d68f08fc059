import { SlotAnnealing } from './anneal/slot-annealing.ts';
import { boundsOfAnyHosts, isAtBounds, lowerBounds } from './bounds.ts';
import { chunksOf, inChunks } from './chunks.ts';
import { REPAIR_CHOICES, type Leaning } from './host-post.ts';
import { compareWorth, type Instance } from './instance.ts';
import { isNoPlan, modelOf, type Model } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import type { Planning } from './planned.ts';
import { seeded, type Random } from './random.ts';
import { amongOf, isFull } from './repair/repair-bound.ts';
import { Repairing, type RepairParts } from './repair/repairing.ts';
import { RepairProof } from './repair/repair-proof.ts';
import type { Seats } from './seats.ts';

/** Choices of hosts that are annealed in turn, and the chunks of each. */
const TURNS = { choices: 5, chunks: 6 };

/** People times ways to replace hosts in a repair, at most: some 50 ms. */
const STAND_INS_PEOPLE = 600;

/** Choices looked at until one leaves everybody a seat: many in small rooms, where they matter. */
function choicesOf(people: number): number {
  return Math.max(TURNS.choices, Math.min(1_000, Math.floor(40_000 / people)));
}

/** Why there is no plan whoever hosts. */
const WHOEVER_HOSTS: readonly NoPlan['reason'][] = [
  'chairs',
  'unitTooBig',
  'apartYetTogether',
  'mutuallyApart',
];

interface Run {
  annealing: SlotAnnealing;
  isDone: boolean;
}

/** Finds first seats for a model, or says why there are none. */
type Begin = (model: Model, random: Random) => Seats | NoPlan;

/**
 * Planning with a relay: which of several equally fair hosts a team sends decides whether the others
 * find seats and how many new people they meet. A few choices are annealed for a while each; the
 * best goes on. A repair keeps the choice that was told, as far as it can be kept.
 */
export function throughHosts(
  instance: Instance,
  seed: number,
  strict: boolean,
  begin: Begin,
): Planning | NoPlan {
  const choices = new HostChoices(instance, seed, strict, begin);
  const first = choices.next();
  if (isNoPlan(first)) return first;
  return instance.told === undefined
    ? inTurns(first, choices, seed)
    : new Repairing(relayRepair(first, seed, strict, begin));
}

/** The choices of hosts that leave everybody a seat, one after another. */
class HostChoices {
  /** How many have been looked at. */
  looked = 0;
  readonly #instance: Instance;
  readonly #seed: number;
  readonly #strict: boolean;
  readonly #begin: Begin;

  constructor(instance: Instance, seed: number, strict: boolean, begin: Begin) {
    this.#instance = instance;
    this.#seed = seed;
    this.#strict = strict;
    this.#begin = begin;
  }

  /** First seats with the next choice, or why there is none: what was wrong with the first. */
  next(): Seats | NoPlan {
    let fault: NoPlan | null = null;
    for (; this.looked < choicesOf(this.#instance.people.length); this.looked += 1) {
      const model = modelOf(this.#instance, this.#strict, this.looked);
      const seats = isNoPlan(model) ? model : this.#begin(model, seeded(this.#seed + this.looked));
      if (!isNoPlan(seats)) {
        this.looked += 1;
        return seats;
      }
      fault ??= seats;
      if (isNoPlan(model) || WHOEVER_HOSTS.includes(seats.reason)) return fault;
    }
    return fault ?? { reason: 'noSeating', round: 1 };
  }
}

/** Some choices annealed for a while each, and the best of them further. */
function inTurns(first: Seats, choices: HostChoices, seed: number): Planning {
  const bounds = boundsOfAnyHosts(first.model);
  const runs: Run[] = [];
  let turn = 0;
  const add = (seats: Seats): void => {
    const { model } = seats;
    const annealing = new SlotAnnealing(seats, seeded(seed + choices.looked), lowerBounds(model));
    runs.push({ annealing, isDone: false });
    turn = 0;
  };
  const bestRun = (): Run =>
    runs.reduce((best, run) =>
      compareWorth(run.annealing.bestWorth, best.annealing.bestWorth) < 0 ? run : best,
    );
  add(first);
  return inChunks(chunksOf(first.model.instance), {
    step() {
      const run = runs[runs.length - 1]!;
      if (isAtBounds(run.annealing.bestWorth, bounds)) return false;
      if (turn < TURNS.chunks && !run.isDone) {
        turn += 1;
        run.isDone = !run.annealing.step();
        return !isAtBounds(run.annealing.bestWorth, bounds);
      }
      const next = runs.length < TURNS.choices ? choices.next() : null;
      if (next !== null && !isNoPlan(next)) {
        add(next);
        return true;
      }
      const best = bestRun();
      best.isDone ||= !best.annealing.step();
      return !best.isDone;
    },
    result() {
      const { best } = bestRun().annealing;
      const worth = best.worth();
      const among = amongOf(worth, bounds);
      const own = isFull(among) ? bounds : boundsOfAnyHosts(best.model, among);
      return { schedule: best.schedule(), worth, bounds: own };
    },
  });
}

/** What is proven of a relay's repair holds whoever hosts. */
function relayRepair(found: Seats, seed: number, strict: boolean, begin: Begin): RepairParts {
  const { instance } = found.model;
  const isEachAlone = (instance.together ?? []).length === 0;
  return {
    found,
    seed,
    chunks: chunksOf(instance),
    claim: ({ model }, among) => {
      // Where people go together, some seatings of a round by itself are not there for them.
      const spoken = { ...among, even: among.even && isEachAlone };
      const bounds = boundsOfAnyHosts(model, among);
      return { among, bounds, proof: new RepairProof(model, spoken, true, isFull(among)) };
    },
    enough: ({ model }) => lowerBounds(model),
    others: (first, { proof }) => standIns(first, proof, strict, begin, seed),
  };
}

/**
 * Who stands in for hosts who left can be seen in several ways, first as the proof would have it. In
 * large rooms people would wait too long for all of them, and one host matters less.
 */
function* standIns(
  first: Seats,
  proof: RepairProof,
  strict: boolean,
  begin: Begin,
  seed: number,
): Generator<Seats | NoPlan, void> {
  const { instance, hosts } = first.model;
  const ways = Math.min(REPAIR_CHOICES, Math.floor(STAND_INS_PEOPLE / instance.people.length));
  const choices: [number, Leaning?][] = proof.hosts().map((leaning) => [0, leaning]);
  for (let other = 1; other < ways; other += 1) choices.push([other]);
  for (const [other, leaning] of choices) {
    const next = modelOf(instance, strict, other, leaning);
    if (isNoPlan(next) || areAlike(next.hosts, hosts)) continue;
    yield begin(next, seeded(seed + other));
  }
}

function areAlike(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((hosts, cell) => hosts === other[cell]);
}
