import { NOWHERE, type Model } from '../model.ts';
import { tablesBefore } from '../spread-bound.ts';
import { GroupedRound } from './grouped-round.ts';
import type { Relaxed } from './relaxed-seats.ts';

/** A relaxed round in which groups pay for their pairs. */
export interface MetGroups {
  readonly flow: GroupedRound;
  /** Group by person, NOWHERE for none. */
  readonly of: Int32Array;
}

/**
 * Who of a round have all met: team-mates, or the people of each table in a round that has been.
 * Of these ways to divide people the dearest is taken; null where there is none. Whoever goes
 * together with somebody is of no group, as that pair is no waste.
 *
 * @param movers who can move, in the order of the round.
 * @param sits table by person who cannot move, NOWHERE for the others and where absent.
 * @param unit what a pair that meets again costs.
 */
export function metGroups(
  model: Model,
  round: Relaxed,
  movers: readonly number[],
  sits: Int32Array,
  unit: number,
): MetGroups | null {
  const { people, aside, team } = model;
  let best: MetGroups | null = null;
  for (const met of [team, ...tablesBefore(model)]) {
    const of = met.map((group, person) =>
      aside.subarray(person * people, (person + 1) * people).includes(1) ? NOWHERE : group,
    );
    const count = of.reduce((most, group) => Math.max(most, group + 1), 0);
    if (count === 0) continue;
    const bound = new Int32Array(count * round.tables);
    for (let person = 0; person < people; person += 1) {
      const group = of[person]!;
      const at = sits[person]!;
      if (group !== NOWHERE && at !== NOWHERE) bound[group * round.tables + at]! += 1;
    }
    const own = Int32Array.from(movers, (person) => of[person]!);
    const flow = new GroupedRound(round, { count, of: own, bound, unit });
    if (best === null || flow.cost > best.flow.cost) best = { flow, of };
  }
  return best;
}
