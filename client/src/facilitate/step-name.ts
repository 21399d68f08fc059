import { homeRound, type RoundNumber, type Step } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

/** A round within a sentence: "round 2", "the home round". */
export function roundName(
  programme: readonly Step[],
  round: RoundNumber,
  t: FacilitateWords,
): string {
  return round === homeRound(programme) ? t.stands.homeRound : t.stands.round(round);
}

/** A round by itself, as over or beside something: "Round 2", "Home round". */
export function roundTitle(
  programme: readonly Step[],
  round: RoundNumber,
  t: FacilitateWords,
): string {
  return round === homeRound(programme) ? t.steps.home : t.round(round);
}

/** A step as facilitators call it: "Round 2", "Move to round 2", or the title it was given. */
export function stepName(programme: readonly Step[], index: number, t: FacilitateWords): string {
  const step = programme[index];
  return step === undefined ? t.stands.closed : nameOfStep(programme, step, t);
}

/** The same for a step that need not be in the programme any more. */
export function nameOfStep(programme: readonly Step[], step: Step, t: FacilitateWords): string {
  const names = t.steps;
  switch (step.kind) {
    case 'round':
      return t.round(step.round);
    case 'move':
      return t.stands.moveTo(roundName(programme, step.round, t));
    case 'welcome':
    case 'break':
    case 'panel':
    case 'feedback':
      return step.title === '' ? names[step.kind] : step.title;
    case 'doors':
    case 'grace':
    case 'home':
      return names[step.kind];
  }
}
