import type { FacilitatorView } from '@tablecloth/shared/cafe';
import { sentenceOf } from '../lib/http.ts';
import type { Figures } from '../words/figures.ts';
import type { FacilitateWords } from '../words/facilitate.ts';
import { whoDid } from './activity-names.ts';
import type { Refused } from './presses.svelte.ts';

/** A no as one sentence; where somebody was faster it says who and when. */
export function refusalLine(
  { label, refusal }: Refused,
  people: FacilitatorView['people'],
  figures: Figures,
  t: FacilitateWords,
): string {
  switch (refusal.code) {
    case 'already':
      return refusal.by.role === 'clock'
        ? t.clock.clockDid(figures.time(refusal.at))
        : t.clock.already(whoDid(refusal.by, people, t), figures.time(refusal.at));
    case 'undone already':
      return t.undo.undoneAlready(whoDid(refusal.by, people, t), figures.time(refusal.at));
    case 'changed since':
      return refusal.by.role === 'clock'
        ? t.undo.sinceClock(figures.time(refusal.at))
        : t.undo.since(whoDid(refusal.by, people, t), figures.time(refusal.at));
    default:
      return sentenceOf(refusal, t.clock.givenUp(label));
  }
}
