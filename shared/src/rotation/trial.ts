import { betterThan, optimum } from './exhaustive.ts';
import { isEvenRoom } from './fixture.ts';
import type { Instance, Schedule, Worth } from './instance.ts';
import { judge } from './judge.ts';
import { isNoPlan } from './model.ts';
import type { NoPlan } from './no-plan.ts';
import { plan } from './plan.ts';
import type { Planned } from './planned.ts';
import { isSmallRoom } from './small-room.ts';
import { english } from './words.ts';

/** What came of planning one instance and looking at the plan from outside. */
export interface Trial {
  /** What must never be, as sentences; none when all is well. */
  faults: string[];
  /** The worth of the plan; null where there is none. */
  worth: Worth | null;
  /** How far above its bounds the plan is; null where there is none. */
  gap: { tableRepeats: number; imbalance: number; waste: number } | null;
  /** Whether every rotation there is was looked through: nothing is better. */
  isOptimum: boolean;
}

/** Plans an instance and checks the plan with the judge, its bounds, and, in small rooms, all others. */
export function trial(instance: Instance, seed: number): Trial {
  const planned = plan(instance, seed);
  const isSmall = isSmallRoom(instance);
  if (isNoPlan(planned)) return refused(instance, planned, isSmall);
  const { worth, broken } = judge(instance, planned.schedule);
  const gap = {
    tableRepeats: worth.tableRepeats - planned.bounds.tableRepeats,
    imbalance: worth.imbalance - (planned.bounds.imbalanceInOrder ?? planned.bounds.imbalance),
    waste: worth.waste - planned.bounds.waste,
  };
  const best = isSmall ? optimum(instance, worth) : 'unknown';
  return {
    faults: [
      ...broken.filter((fault) => !isPardoned(instance, fault)),
      ...(same(worth, planned.worth) ? [] : [`counts ${said(planned.worth)}, not ${said(worth)}`]),
      ...boundFaults(planned, gap),
      ...(best === 'unknown' || best === null ? [] : claimFaults(planned, best)),
      ...(isEvenRoom(instance) && gap.tableRepeats > 0 ? ['returns to tables without need'] : []),
      ...(isEvenRoom(instance) && worth.imbalance > 0 ? ['is uneven without need'] : []),
      ...(best === 'unknown' || best === null || same(best, worth)
        ? []
        : [`${said(worth)} could be ${said(best)}`]),
    ],
    worth,
    gap,
    isOptimum: best !== 'unknown' && best !== null && same(best, worth),
  };
}

function refused(instance: Instance, reason: NoPlan, isSmall: boolean): Trial {
  const found: Schedule | 'none' | 'unknown' = isSmall ? betterThan(instance, null) : 'unknown';
  const isWrong = typeof found !== 'string';
  return {
    faults: isWrong ? [`is refused (“${english.noPlan(reason)}”) and can be planned`] : [],
    worth: null,
    gap: null,
    isOptimum: found === 'none',
  };
}

/** What went before can leave a repair no fair hosts; then the fairest are no fault. */
function isPardoned({ told }: Instance, fault: string): boolean {
  return told !== undefined && fault.endsWith('is hosted unfairly');
}

function boundFaults({ bounds }: Planned, gap: NonNullable<Trial['gap']>): string[] {
  return Object.entries(gap)
    .filter(([, above]) => above < 0)
    .map(([name, above]) => `is ${-above} below its bound of ${name} (${said(bounds)})`);
}

/** Bounds that a better plan undercuts, whoever found it. */
function claimFaults({ bounds }: Planned, best: Worth): string[] {
  const isLess =
    best.waste + best.changed < (bounds.wasteAndChanged ?? 0) ||
    best.tableRepeats < bounds.tableRepeats ||
    best.imbalance < (bounds.imbalanceInOrder ?? bounds.imbalance) ||
    (best.tableRepeats === bounds.tableRepeats &&
      best.waste < Math.max(bounds.waste, bounds.wasteInOrder ?? 0));
  return isLess ? [`claims ${said(bounds)}, and there is ${said(best)}`] : [];
}

function same(one: Worth, other: Worth): boolean {
  return said(one) === said(other);
}

/** "0+0,0,0,4,4": numbers in their order. */
function said(numbers: object): string {
  return Object.values(numbers)
    .map((value: unknown) => (Array.isArray(value) ? value.join('+') : String(value)))
    .join(',');
}
