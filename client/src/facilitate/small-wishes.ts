/** What "Make a small café" asks for, as typed, and what may be wrong with it. */
import { LIMITS, isStorable, projectedEnd } from '@tablecloth/shared/cafe';
import { smallCafe, type SmallCafe } from '@tablecloth/shared/sample';
import type { FacilitateWords } from '../words/facilitate.ts';
import type { Figures } from '../words/figures.ts';

/** Everything is text, because it is what somebody typed. */
export interface Typed {
  title: string;
  question: string;
  people: string;
  tables: string;
  rounds: string;
  minutes: string;
}

export type Mistakes = Partial<Record<keyof Typed, string>>;

const BOUNDS = {
  people: [3, LIMITS.peopleMax],
  tables: [1, LIMITS.tablesMax],
  rounds: [1, LIMITS.roundsMax - 1],
  minutes: [1, LIMITS.stepMinutesMax],
} as const satisfies Partial<Record<keyof Typed, readonly [number, number]>>;

const CHAIRS_MIN = 6;

/** A whole number within bounds, or null. */
function whole(typed: string, [from, to]: readonly [number, number]): number | null {
  if (!/^\s*\d{1,5}\s*$/u.test(typed)) return null;
  const number = Number(typed);
  return number >= from && number <= to ? number : null;
}

/** The café that was asked for, or a sentence for every field that does not do. */
export function readWishes(
  typed: Typed,
  t: FacilitateWords,
): { ok: true; wishes: SmallCafe; people: number } | { ok: false; mistakes: Mistakes } {
  const mistakes: Mistakes = {};
  const title = typed.title.trim();
  const question = typed.question.trim();
  if (title === '' || !isStorable(title)) mistakes.title = t.make.noName;
  else if (title.length > LIMITS.titleCharsMax) {
    mistakes.title = t.make.longName(LIMITS.titleCharsMax);
  }
  if (question.length > LIMITS.questionCharsMax) {
    mistakes.question = t.make.longQuestion(LIMITS.questionCharsMax);
  }
  const numbers = { people: 0, tables: 0, rounds: 0, minutes: 0 };
  for (const field of ['people', 'tables', 'rounds', 'minutes'] as const) {
    const number = whole(typed[field], BOUNDS[field]);
    if (number === null) mistakes[field] = t.make.between(BOUNDS[field][0], BOUNDS[field][1]);
    else numbers[field] = number;
  }
  if (Object.keys(mistakes).length > 0) return { ok: false, mistakes };
  const { people, ...sizes } = numbers;
  // Half as many again may come: the plan must hold them too, and it spreads people evenly anyway.
  const laid = Math.max(CHAIRS_MIN, Math.ceil((people / sizes.tables) * 1.5));
  const chairs = Math.min(LIMITS.chairsMax, laid);
  return { ok: true, people, wishes: { title, question, ...sizes, chairs } };
}

/** The live sentence under the form: "Begun now it ends 12:05; 5 to 6 at a table." and its advice. */
export function sumsOf(
  typed: Typed,
  now: number,
  figures: Figures,
  t: FacilitateWords,
): { sentence: string; advice: string } | null {
  // The sums do not wait for a title.
  const read = readWishes({ ...typed, title: 'x', question: '' }, t);
  if (!read.ok) return null;
  const { wishes, people } = read;
  const end = projectedEnd(smallCafe(wishes).definition, { at: 'before' }, now);
  if (end === null) return null;
  const from = Math.floor(people / wishes.tables);
  const to = Math.ceil(people / wishes.tables);
  return {
    sentence: t.make.summary(figures.time(end), t.make.seats(from, to)),
    advice: advise(from, to, wishes, t),
  };
}

function advise(
  from: number,
  to: number,
  { rounds, tables }: SmallCafe,
  t: FacilitateWords,
): string {
  if (from < 3) return t.make.fewAtATable;
  if (to > 8) return t.make.manyAtATable;
  return rounds > tables ? t.make.roundsOverTables : '';
}
