import { SlotAnnealing } from './anneal/slot-annealing.ts';
import { boundsBeside, boundsOfAnyHosts, isAtBounds, lowerBounds } from './bounds.ts';
import { REPAIR_CHOICES, type Leaning } from './host-post.ts';
import { compareWorth, type Instance } from './instance.ts';
import { isNoPlan, modelOf, type Model } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import type { Planning } from './planned.ts';
import { seeded, type Random } from './random.ts';
import { amongOf, isFull, type Among } from './repair/repair-bound.ts';
import { RepairProof } from './repair/repair-proof.ts';
import { secondRepair } from './repair/second-repair.ts';
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

/**
 * Planning with a relay: which of several equally fair hosts a team sends decides whether the others
 * find seats and how many new people they meet. A few choices are annealed for a while each; the
 * best goes on.
 */
export function throughHosts(
  instance: Instance,
  seed: number,
  strict: boolean,
  begin: (model: Model, random: Random) => Seats | NoPlan,
): Planning | NoPlan {
  const runs: Run[] = [];
  let fault: NoPlan | null = null;
  let choice = 0;
  let turn = 0;
  const isRepair = instance.told !== undefined;
  const choices = isRepair ? 1 : TURNS.choices;
  if (!addRun()) return fault ?? { reason: 'noSeating', round: 1 };
  const first = runs[0]!.annealing.best;
  const looser = boundsOfAnyHosts(first.model);
  const proof = new RepairProof(first.model, spoken({ distinct: true, even: true }), true);
  const bounds = isFull(amongOf(first, looser)) ? proof.tighten(first, looser, true) : looser;
  if (isRepair) {
    const best = bestStandIns(first);
    runs[0] = runFrom(secondRepair(best, proof, bounds, seed));
  }

  return {
    step() {
      const run = runs[runs.length - 1]!;
      if (isAtBounds(run.annealing.bestWorth, bounds)) return false;
      if (turn < TURNS.chunks && !run.isDone) {
        turn += 1;
        run.isDone = !run.annealing.step();
        return !isAtBounds(run.annealing.bestWorth, bounds);
      }
      if (runs.length < choices && addRun()) {
        turn = 0;
        return true;
      }
      const best = bestRun();
      best.isDone ||= !best.annealing.step();
      return !best.isDone;
    },
    result(proves = false) {
      const { best } = bestRun().annealing;
      const worth = best.worth();
      const among = amongOf(worth, bounds);
      const isBest = isFull(among);
      let proven = isBest ? bounds : boundsOfAnyHosts(best.model, among);
      if (proves) {
        const own = isBest ? proof : new RepairProof(best.model, spoken(among), true);
        proven = own.tighten(best, proven);
      }
      return { schedule: best.schedule(), worth, bounds: boundsBeside(proven, worth) };
    },
  };

  /** Where people go together, some seatings of a round by itself are not there for them. */
  function spoken(among: Among): Among {
    return { ...among, even: among.even && (instance.together ?? []).length === 0 };
  }

  /** Begins with the next choice that leaves everybody a seat; false where there is none. */
  function addRun(): boolean {
    for (; choice < choicesOf(instance.people.length); choice += 1) {
      const next = modelOf(instance, strict, choice);
      const seats = isNoPlan(next) ? next : begin(next, seeded(seed + choice));
      if (isNoPlan(seats)) {
        fault ??= seats;
        if (isNoPlan(next) || WHOEVER_HOSTS.includes(seats.reason)) return false;
        continue;
      }
      choice += 1;
      runs.push(runFrom(seats));
      return true;
    }
    return false;
  }

  function runFrom(seats: Seats): Run {
    const { model } = seats;
    const annealing = new SlotAnnealing(seats, seeded(seed + choice), lowerBounds(model));
    return { annealing, isDone: false };
  }

  /**
   * Who stands in for hosts who left can be seen in several ways, first as the proof would have it;
   * the best start goes on. In large rooms people would wait too long for it, and one host matters
   * less.
   */
  function bestStandIns(first: Seats): Seats {
    const ways = Math.min(REPAIR_CHOICES, Math.floor(STAND_INS_PEOPLE / instance.people.length));
    const choices: [number, Leaning?][] = proof.hosts().map((leaning) => [0, leaning]);
    for (let other = 1; other < ways; other += 1) choices.push([other]);
    let best = first;
    for (const [other, leaning] of choices) {
      if (isAtBounds(best, bounds)) break;
      const next = modelOf(instance, strict, other, leaning);
      if (isNoPlan(next) || areAlike(next.hosts, first.model.hosts)) continue;
      const seats = begin(next, seeded(seed + other));
      if (!isNoPlan(seats) && compareWorth(seats.worth(), best.worth()) < 0) best = seats;
    }
    return best;
  }

  function bestRun(): Run {
    return runs.reduce((best, run) =>
      compareWorth(run.annealing.bestWorth, best.annealing.bestWorth) < 0 ? run : best,
    );
  }
}

function areAlike(one: Uint8Array, other: Uint8Array): boolean {
  return one.every((hosts, cell) => hosts === other[cell]);
}
