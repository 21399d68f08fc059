/**
 * Where a café stands at a moment: which step and beat runs, what is left of it, which table a
 * phone should name. Used by the rules and, with the very same results, by phones and the screen,
 * also when they are offline and must go on by the plan they carry.
 */
import type { RoundNumber } from './ids.ts';
import {
  minuteMs,
  runningBeat,
  runsByItself,
  stepMs,
  type RunningBeat,
  type Step,
} from './programme.ts';
import type { Stage } from './stage.ts';

/** The part of a café that time needs; a `CafeView` has it too. */
export interface Timetable {
  programme: readonly Step[];
  pace: number;
}

/** The index of the running step, or null before the doors and after the close. */
export function stepIndex(stage: Stage): number | null {
  return stage.at === 'before' || stage.at === 'closed' ? null : stage.index;
}

/** The round whose pages are open: a page stays open until the next round starts or the café closes. */
export function openRoundAt(programme: readonly Step[], stage: Stage): RoundNumber | null {
  const index = stepIndex(stage);
  if (index === null) return null;
  for (let i = index; i >= 0; i -= 1) {
    const step = programme[i];
    if (step?.kind === 'round' || step?.kind === 'home') return step.round;
  }
  return null;
}

/**
 * The round whose table people are told: the running one, in a grace, move or break the coming one;
 * null when no round comes any more.
 */
export function toldRound(programme: readonly Step[], stage: Stage): RoundNumber | null {
  const index = stage.at === 'before' ? 0 : stepIndex(stage);
  if (index === null) return null;
  for (const step of programme.slice(index)) {
    if (step.kind === 'round' || step.kind === 'home' || step.kind === 'move') return step.round;
  }
  return null;
}

/** What the step at an index leads to: people to a table, or all to something else; null where nothing comes. */
export function leadsTo(
  programme: readonly Step[],
  index: number,
): { toTable: boolean; next: Step | null } {
  const next = programme[index + 1] ?? null;
  const toTable = next?.kind === 'move' || next?.kind === 'round' || next?.kind === 'home';
  return { toTable, next };
}

/** Whether people are on their way to what comes: no bell ends such a step. */
export function isOnTheWay({ kind }: Step): boolean {
  return kind === 'grace' || kind === 'move';
}

/** Real milliseconds left of the running step at `now`; never negative. */
export function leftMsAt(stage: Stage, now: number): number {
  switch (stage.at) {
    case 'step':
      return Math.max(0, stage.endsAt - now);
    case 'paused':
      return stage.leftMs;
    case 'before':
    case 'held':
    case 'closed':
      return 0;
  }
}

/**
 * The stage by the plan: steps that run by themselves follow one another at their deadlines.
 * What a phone shows while it cannot hear the server; `asPlanned` says that it is a projection.
 */
export function project(
  { programme, pace }: Timetable,
  stage: Stage,
  now: number,
): { stage: Stage; asPlanned: boolean } {
  let projected = stage;
  while (projected.at === 'step' && now >= projected.endsAt) {
    const step = programme[projected.index];
    const next = programme[projected.index + 1];
    if (step === undefined || next === undefined || !runsByItself(step)) break;
    const startedAt = projected.endsAt;
    projected = {
      at: 'step',
      index: projected.index + 1,
      startedAt,
      endsAt: startedAt + stepMs(next, pace),
    };
  }
  return { stage: projected, asPlanned: projected !== stage };
}

/** What runs at a moment, ready to be shown. */
export interface Position {
  step: Step;
  index: number;
  /** Real ms since the step began, pauses not counted. */
  passedMs: number;
  /** Real ms left; for a step that waits for a press, of its planned time. */
  leftMs: number;
  /** Null while paused or held. */
  endsAt: number | null;
  beat: RunningBeat | null;
  /** Whether a deadline ends it; else somebody presses. */
  runsByItself: boolean;
}

/** The running step at `now`, or null before the doors and after the close. */
export function position(
  { programme, pace }: Timetable,
  stage: Stage,
  now: number,
): Position | null {
  const index = stepIndex(stage);
  const step = index === null ? undefined : programme[index];
  if (index === null || step === undefined || stage.at === 'before' || stage.at === 'closed') {
    return null;
  }
  const until = stage.at === 'paused' ? stage.pausedAt : stage.at === 'held' ? stage.missedAt : now;
  const passedMs = Math.max(0, until - stage.startedAt);
  const leftMs = leftMsAt(stage, now);
  return {
    step,
    index,
    passedMs,
    leftMs,
    endsAt: stage.at === 'step' ? stage.endsAt : null,
    beat: step.kind === 'round' ? runningBeat(step.beats, passedMs, leftMs, pace) : null,
    runsByItself: runsByItself(step),
  };
}

/** When the programme will end if everything from here goes as planned, epoch ms; null when closed. */
export function projectedEnd(timetable: Timetable, stage: Stage, now: number): number | null {
  const { programme, pace } = timetable;
  if (stage.at === 'closed') return null;
  const index = stage.at === 'before' ? -1 : stage.index;
  const rest = programme.slice(index + 1).reduce((sum, step) => sum + stepMs(step, pace), 0);
  return now + leftMsAt(stage, now) + rest;
}

/**
 * When a round that is to come begins by the plan, epoch ms; null while paused or held, where the
 * running step waits for a press that is overdue, and where no such round follows it.
 */
export function roundBeginsAt(
  { programme, pace }: Timetable,
  { index, endsAt, leftMs, runsByItself }: Position,
  round: RoundNumber,
): number | null {
  const between = programme.slice(index + 1);
  const first = between.findIndex(
    (step) => (step.kind === 'round' || step.kind === 'home') && step.round === round,
  );
  if (endsAt === null || first < 0 || (leftMs === 0 && !runsByItself)) return null;
  return between.slice(0, first).reduce((at, step) => at + stepMs(step, pace), endsAt);
}

/** The planned end: opening time plus every step. */
export function plannedEnd({ programme, pace }: Timetable, opensAt: number): number {
  return opensAt + programme.reduce((sum, step) => sum + stepMs(step, pace), 0);
}

/** Whether the last programme minute of the running step has begun. */
export function isLastMinute(position: Position, pace: number): boolean {
  return position.runsByItself && position.leftMs <= minuteMs(pace);
}
