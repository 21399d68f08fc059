/** What "About this café" asks for, as typed, and what may be wrong with it. */
import { LIMITS, isStorable, tidyName, type About, type CafeView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';
import { openingOf, readOpening, type Opening } from '../opening.ts';

export const TEXTS = [
  'title',
  'organisation',
  'question',
  'homeQuestion',
  'panelQuestion',
  'notice',
  'lobby',
] as const;
export type TextField = (typeof TEXTS)[number];

export interface AboutTyped extends Record<TextField, string>, Opening {
  keepDays: string;
}

export type AboutMistakes = Partial<Record<keyof AboutTyped, string>>;

const MAX: Record<TextField, number> = {
  title: LIMITS.titleCharsMax,
  organisation: LIMITS.titleCharsMax,
  question: LIMITS.questionCharsMax,
  homeQuestion: LIMITS.questionCharsMax,
  panelQuestion: LIMITS.questionCharsMax,
  notice: LIMITS.noticeCharsMax,
  lobby: LIMITS.lineCharsMax,
};

type Stored = Pick<CafeView, TextField | 'keepDays'> & { opensAt: number | null };

/** What is stored, and over it what waits to be. */
export function typedOf(stored: Stored, waiting: About = {}): AboutTyped {
  const said = { ...stored, ...waiting };
  const texts = Object.fromEntries(TEXTS.map((field) => [field, said[field] ?? '']));
  return {
    ...(texts as Record<TextField, string>),
    ...openingOf(said.opensAt),
    keepDays: String(said.keepDays),
  };
}

/** Only what differs from what is stored, or a sentence for every field that does not do. */
export function readAbout(
  typed: AboutTyped,
  stored: Stored,
  t: FacilitateWords,
): { about: About } | { mistakes: AboutMistakes } {
  const mistakes: AboutMistakes = {};
  const about: About = {};
  for (const field of TEXTS) {
    const text = field === 'title' ? tidyName(typed.title) : typed[field].trim();
    if (!isStorable(text)) mistakes[field] = t.about.unreadable;
    else if (text.length > MAX[field]) mistakes[field] = t.tooLong(MAX[field]);
    else if (field === 'title' && text === '') mistakes.title = t.about.noTitle;
    else if (text !== (stored[field] ?? '')) about[field] = text;
  }
  const days = /^\s*\d{1,4}\s*$/u.test(typed.keepDays) ? Number(typed.keepDays) : 0;
  if (days < 1 || days > LIMITS.keepDaysMax) {
    mistakes.keepDays = t.about.badDays(LIMITS.keepDaysMax);
  } else if (days !== stored.keepDays) about.keepDays = days;
  const before = openingOf(stored.opensAt);
  if (typed.day !== before.day || typed.time !== before.time) {
    const opensAt = readOpening(typed);
    if (opensAt === undefined) mistakes.time = t.about.badTime;
    else about.opensAt = opensAt;
  }
  return Object.keys(mistakes).length > 0 ? { mistakes } : { about };
}
