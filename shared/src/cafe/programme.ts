import type { RoundNumber } from './ids.ts';

/** What is going on at a table within a round; a phone shows the running beat only. */
export type BeatKind = 'story' | 'talk' | 'write';

/** A part of a round. Minutes are programme minutes; the beats of a round add up to its minutes. */
export interface Beat {
  kind: BeatKind;
  minutes: number;
}

/**
 * A step of the programme. Minutes are programme minutes: a café's pace divides them.
 * `move.round` is the round people are walking to; `grace.round` the one whose bell has just rung.
 */
export type Step =
  | { kind: 'doors'; minutes: number }
  | { kind: 'welcome'; minutes: number; title: string; speaker?: string }
  | { kind: 'move'; minutes: number; round: RoundNumber }
  /** `question`: what is asked in this round at tables that have none of their own. */
  | { kind: 'round'; minutes: number; round: RoundNumber; beats: Beat[]; question?: string }
  | { kind: 'grace'; minutes: number; round: RoundNumber }
  | { kind: 'break'; minutes: number; title: string }
  | { kind: 'home'; minutes: number; round: RoundNumber }
  | { kind: 'panel'; minutes: number; title: string }
  | { kind: 'feedback'; minutes: number; title: string; link?: string };

export type StepKind = Step['kind'];

/** Rounds, moves and the grace run by themselves; speeches, breaks and panels wait for a press. */
export function runsByItself(step: Step): boolean {
  switch (step.kind) {
    case 'move':
    case 'round':
    case 'grace':
    case 'home':
      return true;
    case 'doors':
    case 'welcome':
    case 'break':
    case 'panel':
    case 'feedback':
      return false;
  }
}

/** Milliseconds of real time that one programme minute lasts at a pace. */
export function minuteMs(pace: number): number {
  return 60_000 / pace;
}

/** Real milliseconds a step lasts as planned. */
export function stepMs(step: Step, pace: number): number {
  return step.minutes * minuteMs(pace);
}

/** The number of visiting rounds; the home round is not one of them. */
export function visitingRounds(programme: readonly Step[]): number {
  return programme.filter((step) => step.kind === 'round').length;
}

/** The home round's number, or null where the programme has none. */
export function homeRound(programme: readonly Step[]): RoundNumber | null {
  return programme.find((step) => step.kind === 'home')?.round ?? null;
}

/** A round's part that runs: `passedMs` and `leftMs` are real milliseconds of this part. */
export interface RunningBeat {
  beat: Beat;
  index: number;
  passedMs: number;
  leftMs: number;
}

/**
 * The beat that runs when `leftMs` of a round are left and `passedMs` have passed.
 * Beats before the last are counted from the round's start, the last one (write) from its end,
 * so minutes that were added lengthen the talk and not the writing.
 */
export function runningBeat(
  beats: readonly Beat[],
  passedMs: number,
  leftMs: number,
  pace: number,
): RunningBeat | null {
  const last = beats.at(-1);
  if (last === undefined) return null;
  const minute = minuteMs(pace);
  if (beats.length === 1) return { beat: last, index: 0, passedMs, leftMs };
  const lastMs = last.minutes * minute;
  if (leftMs <= lastMs) {
    const index = beats.length - 1;
    return { beat: last, index, passedMs: Math.min(passedMs, lastMs - leftMs), leftMs };
  }
  let begins = 0;
  for (const [index, beat] of beats.slice(0, -1).entries()) {
    const ends = begins + beat.minutes * minute;
    const isLastBefore = index === beats.length - 2;
    if (passedMs < ends || isLastBefore) {
      return {
        ...{ beat, index, passedMs: passedMs - begins },
        leftMs: isLastBefore ? leftMs - lastMs : Math.min(ends - passedMs, leftMs - lastMs),
      };
    }
    begins = ends;
  }
  return null;
}

/** How many places an itinerary has: visiting rounds and the home round. */
export function roundCount(programme: readonly Step[]): number {
  return visitingRounds(programme) + (homeRound(programme) === null ? 0 : 1);
}
