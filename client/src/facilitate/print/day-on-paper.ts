/** The plan of the day as one rings by it without a server: what is to come, its times, what is asked. */
import { questionAt, type CafeView, type Stage, type Step } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';
import { planLines } from '../plan/plan-lines.ts';

export interface PaperStep {
  index: number;
  /** When it begins, epoch ms; null where that is unknown. */
  at: number | null;
  name: string;
  minutes: number;
  /** What is asked in it, where that is something else than in the round before. */
  question: string;
}

/** `from`: epoch ms from when on times count; null where nobody has said when the doors open. */
export function dayOnPaper(
  cafe: CafeView,
  stage: Stage,
  from: number | null,
  t: FacilitateWords,
): PaperStep[] {
  let asked = '';
  return planLines(cafe, stage, from ?? 0, t).flatMap(({ index, at, name, minutes, when }) => {
    if (when === 'past') return [];
    const question = asks(cafe, cafe.programme[index]);
    const isNew = question !== asked;
    if (question !== '') asked = question;
    return [
      { index, at: from === null ? null : at, name, minutes, question: isNew ? question : '' },
    ];
  });
}

function asks(cafe: CafeView, step: Step | undefined): string {
  switch (step?.kind) {
    case 'round':
      return questionAt(cafe, '', step.round);
    case 'home':
      return cafe.homeQuestion;
    case 'panel':
      return cafe.panelQuestion;
    default:
      return '';
  }
}
