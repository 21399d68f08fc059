/** What "About this café" asks for, as typed, and what may be wrong with it. */
import { LIMITS, isStorable, tidyName, type About, type CafeView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../../words/facilitate.ts';

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

export interface AboutTyped extends Record<TextField, string> {
  /** As the browser's own fields have them: "2026-03-03" and "09:00"; empty where nothing is settled. */
  day: string;
  time: string;
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

type Stored = Pick<CafeView, TextField | 'keepDays'>;

export function typedOf(cafe: Stored, opensAt: number | null): AboutTyped {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, cafe[field] ?? '']));
  return {
    ...(texts as Record<TextField, string>),
    ...dayAndTime(opensAt),
    keepDays: String(cafe.keepDays),
  };
}

/** A moment in the browser's own time zone. */
function dayAndTime(at: number | null): { day: string; time: string } {
  if (at === null) return { day: '', time: '' };
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return {
    day: `${year}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
  };
}

/** Only what differs from what is stored, or a sentence for every field that does not do. */
export function readAbout(
  typed: AboutTyped,
  stored: Stored & { opensAt: number | null },
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
  const before = dayAndTime(stored.opensAt);
  if (typed.day !== before.day || typed.time !== before.time) {
    const opensAt = opening(typed);
    if (opensAt === undefined) mistakes.time = t.about.badTime;
    else about.opensAt = opensAt;
  }
  return Object.keys(mistakes).length > 0 ? { mistakes } : { about };
}

function opening({ day, time }: AboutTyped): number | null | undefined {
  if (day === '' && time === '') return null;
  // Without a zone it is read in the browser's own.
  const at = Date.parse(`${day}T${time}`);
  return day === '' || time === '' || Number.isNaN(at) || at < 0 ? undefined : at;
}
