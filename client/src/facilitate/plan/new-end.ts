import {
  projectedEnd,
  withMinutes,
  type CafeView,
  type Stage,
  type StepTime,
} from '@tablecloth/shared/cafe';

type Timed = Pick<CafeView, 'programme' | 'pace'>;

/** When everything would end with other minutes for some steps, epoch ms; null once closed. */
export function newEnd(
  { programme, pace }: Timed,
  stage: Stage,
  now: number,
  steps: readonly StepTime[],
): number | null {
  const changed = programme.map((step, index) => {
    const minutes = steps.find((one) => one.index === index)?.minutes;
    return minutes === undefined ? step : withMinutes(step, minutes);
  });
  const running = stage.at === 'step' ? stage.index : -1;
  const addMinutes = (changed[running]?.minutes ?? 0) - (programme[running]?.minutes ?? 0);
  const moved =
    stage.at === 'step' ? { ...stage, endsAt: stage.endsAt + (addMinutes * 60_000) / pace } : stage;
  return projectedEnd({ programme: changed, pace }, moved, now);
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
