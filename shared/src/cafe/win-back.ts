/** Where the day is late: which steps could give the minutes, without touching a round. */
import type { StepTime } from './fact.ts';
import { minutesInAll } from './lasting.ts';
import { LIMITS } from './limits.ts';
import type { Timetable } from './position.ts';
import { minuteMs, runsByItself, type Step } from './programme.ts';
import type { Stage } from './stage.ts';

/**
 * How to end `minutes` programme minutes earlier without touching a round: breaks give first, then
 * panel, home round and feedback, each no more than leaves it of use; the running one gives of what was
 * added to it too, and never what has passed. Whole minutes that each lasts then in all, so a plan with
 * tenths may end a little earlier still. Fewer minutes than asked for where there are no more; none
 * where nothing can give.
 */
export function winBack(
  timetable: Timetable,
  stage: Stage,
  now: number,
  minutes: number,
): StepTime[] {
  const running = stage.at === 'before' ? -1 : stage.at === 'closed' ? Infinity : stage.index;
  const steps: StepTime[] = [];
  let wanted = minutes;
  for (const kind of ['break', 'panel', 'home', 'feedback'] as const) {
    for (const [index, step] of timetable.programme.entries()) {
      if (step.kind !== kind || index < running || wanted <= 0) continue;
      const inAll = minutesInAll(timetable, stage, index);
      let least = leastOf(step);
      if (index === running) {
        if (stage.at !== 'step' || runsByItself(step)) continue;
        const leftMinutes = (stage.endsAt - now) / minuteMs(timetable.pace);
        least = Math.max(least, inAll - leftMinutes + LIMITS.leftMinutesMin);
      }
      const then = Math.max(Math.ceil(least), Math.floor(inAll - wanted));
      if (then >= inAll) continue;
      steps.push({ index, minutes: then });
      wanted -= inAll - then;
    }
  }
  return steps.sort((a, b) => a.index - b.index);
}

/** Programme minutes below which a step is of no use. */
function leastOf({ kind, minutes }: Step): number {
  switch (kind) {
    case 'break':
      return LIMITS.breakMinutesMin;
    case 'panel':
    case 'home':
      return Math.max(LIMITS.talkMinutesMin, minutes * LIMITS.talkKeptShare);
    default:
      return LIMITS.thanksMinutesMin;
  }
}
