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
  if (refusal.code !== 'already' && refusal.code !== 'changed since') {
    return sentenceOf(refusal, t.clock.givenUp(label));
  }
  const time = figures.time(refusal.at);
  if (refusal.code === 'changed since') {
    return refusal.by.role === 'clock'
      ? t.undo.sinceClock(time)
      : t.undo.since(whoDid(refusal.by, people, t), time);
  }
  return refusal.by.role === 'clock'
    ? t.clock.clockDid(time)
    : t.clock.already(whoDid(refusal.by, people, t), time);
}
