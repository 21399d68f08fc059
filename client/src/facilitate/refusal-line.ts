import type { FacilitatorView } from '@tablecloth/shared/cafe';
import { sentenceOf } from '../lib/http.ts';
import type { Figures } from '../words/figures.ts';
import type { FacilitateWords } from '../words/facilitate.ts';
import { whoDid } from './activity-names.ts';
import type { Refused } from './presses.svelte.ts';

/** A no as one sentence; where somebody was faster it says who and when. `own`: what this facilitator is called. */
export function refusalLine(
  { label, refusal }: Refused,
  { own, people }: { own: string; people: FacilitatorView['people'] },
  figures: Figures,
  t: FacilitateWords,
): string {
  if (!('by' in refusal)) return sentenceOf(refusal, t.clock.givenUp(label));
  const { by } = refusal;
  const time = figures.time(refusal.at);
  const who = whoDid(by, people, t);
  const isOwn = by.role === 'facilitator' && by.label === own;
  switch (refusal.code) {
    case 'already':
      if (by.role === 'clock') return t.clock.clockDid(time);
      return isOwn ? t.clock.alreadyYou(time) : t.clock.already(who, time);
    case 'undone already':
      return isOwn ? t.undo.undoneByYou(time) : t.undo.undoneAlready(who, time);
    case 'changed since':
      if (by.role === 'clock') return t.undo.sinceClock(time);
      return isOwn ? t.undo.sinceYou(time) : t.undo.since(who, time);
  }
}
