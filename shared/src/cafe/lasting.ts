/** How long a step lasts as it stands: its planned minutes, and for the running one those added since. */
import type { Timetable } from './position.ts';
import { minuteMs } from './programme.ts';
import type { Stage } from './stage.ts';

/** Programme minutes a step lasts in all as things stand; 0 where there is none. */
export function minutesInAll(timetable: Timetable, stage: Stage, index: number): number {
  const planned = timetable.programme[index]?.minutes ?? 0;
  return planned + addedMinutes(timetable, stage, index);
}

/** Programme minutes by which the running step lasts longer in all than its plan; 0 for every other. */
export function addedMinutes({ programme, pace }: Timetable, stage: Stage, index: number): number {
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
