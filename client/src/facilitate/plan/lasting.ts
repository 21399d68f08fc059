import { minuteMs, type CafeView, type Stage } from '@tablecloth/shared/cafe';

/** Programme minutes by which the running step lasts longer in all than its plan; 0 for every other. */
export function addedMinutes(
  { programme, pace }: Pick<CafeView, 'programme' | 'pace'>,
  stage: Stage,
  index: number,
): number {
  const step = programme[index];
  if (stage.at === 'before' || stage.at === 'closed' || stage.index !== index) return 0;
  return step === undefined ? 0 : Math.round(lastingMs(stage) / minuteMs(pace) - step.minutes);
}

/** Pauses are not counted: going on moves the beginning with the end. */
function lastingMs(stage: Exclude<Stage, { at: 'before' | 'closed' }>): number {
  switch (stage.at) {
    case 'step':
      return stage.endsAt - stage.startedAt;
    case 'paused':
      return stage.pausedAt - stage.startedAt + stage.leftMs;
    case 'held':
      return stage.missedAt - stage.startedAt;
  }
}
