import {
  leftMsAt,
  minutesInAll,
  runsByItself,
  stepMs,
  type CafeView,
  type Stage,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';
import { stepName } from '../step-name.ts';

/** One step of the plan of the day. */
export interface PlanLine {
  index: number;
  name: string;
  /** What phones and the screen call it, where that is something else. */
  shown: string;
  /** In all as it stands now, with what was added to the running step. */
  minutes: number;
  when: 'past' | 'now' | 'coming';
  /** When a coming step will begin if all goes on as planned, epoch ms; null for the others. */
  at: number | null;
  /** Its minutes may be changed: it is to come, or runs until somebody presses. */
  canChange: boolean;
}

/** Every step in order. Before the doors every step is coming, as if they opened at `now`. */
export function planLines(
  { programme, pace }: Pick<CafeView, 'programme' | 'pace'>,
  stage: Stage,
  now: number,
  t: FacilitateWords,
): PlanLine[] {
  const running =
    stage.at === 'closed' ? programme.length : stage.at === 'before' ? -1 : stage.index;
  let begins = now + leftMsAt(stage, now);
  return programme.map((step, index) => {
    const minutes = minutesInAll({ programme, pace }, stage, index);
    const shown = step.kind === 'home' ? t.homeRound.title : '';
    const line = { index, name: stepName(programme, index, t), shown, minutes };
    if (index < running) return { ...line, when: 'past', at: null, canChange: false };
    if (index === running) {
      const canChange = stage.at === 'step' && !runsByItself(step);
      return { ...line, when: 'now', at: null, canChange };
    }
    const at = begins;
    begins += stepMs(step, pace);
    return { ...line, when: 'coming', at, canChange: true };
  });
}
