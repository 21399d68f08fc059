import {
  minutesInAll,
  projectedEnd,
  withTimes,
  type CafeView,
  type Stage,
  type StepTime,
} from '@tablecloth/shared/cafe';

type Timed = Pick<CafeView, 'programme' | 'pace'>;

/** When everything would end with other minutes for some steps, epoch ms; null once closed. */
export function newEnd(
  cafe: Timed,
  stage: Stage,
  now: number,
  steps: readonly StepTime[],
): number | null {
  const then = withTimes(cafe, stage, steps);
  return projectedEnd({ programme: then.programme, pace: cafe.pace }, then.stage, now);
}

/** Whole programme minutes by which the day is late; 0 where it is in time. */
export function minutesOver(
  cafe: Timed,
  stage: Stage,
  now: number,
  plannedEnd: number | null,
): number {
  const end = stage.at === 'before' ? null : projectedEnd(cafe, stage, now);
  if (end === null || plannedEnd === null) return 0;
  // Seconds late are rounded up, or the end would still not be the planned one.
  return Math.max(0, Math.ceil(((end - plannedEnd) * cafe.pace) / 60_000 - 0.01));
}

/** Programme minutes by which the day is shorter with other minutes for some steps. */
export function minutesWon(cafe: Timed, stage: Stage, steps: readonly StepTime[]): number {
  return steps.reduce(
    (sum, { index, minutes }) => sum + minutesInAll(cafe, stage, index) - minutes,
    0,
  );
}
