import { greedy } from './greedy.ts';
import type { Instance, Schedule } from './instance.ts';
import { compareWorth, judge, type Worth } from './judge.ts';
import { seeded } from './random.ts';
import { shift } from './shift.ts';
import { unitsOf } from './units.ts';

/** Whole greedy plans that are tried; the best is kept. Fewer for big rooms, so that nobody waits. */
function tries(people: number): number {
  return people <= 200 ? 12 : people <= 600 ? 4 : 1;
}

/**
 * Plans a rotation: the shift rule where it applies, and greedy plans from several seeds; the best
 * by `judge` wins. Deterministic: the same instance and seed give the same plan.
 * Null where the tables cannot hold the people.
 */
export function plan(
  instance: Instance,
  seed: number,
): { schedule: Schedule; worth: Worth } | null {
  const units = unitsOf(instance);
  const candidates: (Schedule | null)[] = [shift(instance)];
  for (let i = 0; i < tries(instance.people.length); i += 1) {
    candidates.push(greedy(instance, units, seeded(seed + i)));
  }
  let best: { schedule: Schedule; worth: Worth } | null = null;
  for (const schedule of candidates) {
    if (schedule === null) continue;
    const worth = judge(instance, schedule);
    if (best === null || compareWorth(worth, best.worth) < 0) best = { schedule, worth };
  }
  return best;
}

/**
 * A waste nobody can beat: team-mates who must host side by side. A team in which somebody goes
 * with somebody counts nothing: such a pair may host without waste, or keep its people from hosting.
 */
export function wasteBound(instance: Instance): number {
  if (instance.relay < 2) return 0;
  const linked = new Set(instance.together.flat());
  const paired = new Set(
    instance.people.filter(({ id }) => linked.has(id)).map(({ home }) => home),
  );
  let bound = 0;
  for (const table of instance.tables) {
    if (paired.has(table.id)) continue;
    const able = instance.people.filter(
      ({ home, fixed }) => home === table.id && (fixed ?? table.id) === table.id,
    ).length;
    const atOnce = Math.min(instance.relay, able);
    bound += (instance.rounds * (atOnce * (atOnce - 1))) / 2;
  }
  return bound;
}
