import { fewerReturns } from './fewer-returns.ts';
import { compareWorth, type Instance } from './instance.ts';
import type { NoPlan } from './no-plan.ts';
import { isNoPlan } from './model.ts';
import type { Planned, Planning } from './planned.ts';

/** The theory finds such a plan at once where there is one; a search for it would take too long. */
const OTHER_CHUNKS = 4;

/**
 * Planning with new people first, where repeated tables cost nothing: of plans that are worth as much
 * people still like the one better that brings them back to fewer tables. So when `own` is as good as it
 * gets, the plan with other tables first is looked at too, which often serves people as well.
 *
 * @param own plans without counting repeated tables.
 * @param begin begins to plan another instance.
 */
export function peopleFirst(
  instance: Instance,
  own: Planning,
  begin: (instance: Instance) => Planning | NoPlan,
): Planning {
  let other: Planning | null = null;
  let chunks = 0;
  const step = (): boolean => {
    if (own.step()) return true;
    if (other === null) {
      const begun = begin({ ...instance, objective: { ...instance.objective, tables: true } });
      other = isNoPlan(begun) ? own : begun;
    }
    chunks += 1;
    return chunks < OTHER_CHUNKS && other.step();
  };
  const result = (): Planned => {
    const planned = own.result();
    if (other !== null) {
      const { schedule, worth } = other.result();
      const free = { ...worth, tableRepeats: 0 };
      if (compareWorth(free, planned.worth) <= 0) return { ...planned, schedule, worth: free };
    }
    return { ...planned, schedule: fewerReturns(instance, planned.schedule) };
  };
  return {
    get isEnough() {
      return (other ?? own).isEnough;
    },
    step,
    result,
  };
}
