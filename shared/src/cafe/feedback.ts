/** How it was: three questions with marks from 1 (poor) to 5 (great), where no link asks elsewhere. */
import type { PersonId } from './ids.ts';

/** What is asked; the words are the clients'. */
export const FEEDBACK = ['useful', 'heard', 'easy'] as const;
export type FeedbackQuestion = (typeof FEEDBACK)[number];
export const MARK_MAX = 5;

/** One person's marks; what they left out is missing. */
export type Marks = Partial<Record<FeedbackQuestion, number>>;

/** How many people gave each mark from 1 to `MARK_MAX`. */
export type Tally = Record<FeedbackQuestion, number[]>;

/** Counts only: who gave which mark is nobody's to see. */
export function tallied(marks: Readonly<Record<PersonId, Marks>>): Tally {
  const all = Object.values(marks);
  const of = (question: FeedbackQuestion): number[] =>
    Array.from(
      { length: MARK_MAX },
      (_, i) => all.filter((given) => given[question] === i + 1).length,
    );
  return { useful: of('useful'), heard: of('heard'), easy: of('easy') };
}

/** The mean of the marks in a row of a tally, or null where there are none. */
export function meanMark(counts: readonly number[]): number | null {
  const people = counts.reduce((sum, count) => sum + count, 0);
  const sum = counts.reduce((total, count, i) => total + count * (i + 1), 0);
  return people === 0 ? null : sum / people;
}
