/**
 * The one next press: what it is called and what it asks for. It names what it does and the step it
 * leaves, so that nobody presses for a moment that has gone; the command carries the phase seen.
 */
import {
  isOnTheWay,
  runsByItself,
  shownEnd,
  stepIndex,
  type CafeView,
  type ClockView,
  type Stage,
  type Step,
  type WireCommand,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { roundName, stepName } from './step-name.ts';
import { overdueMinutes } from './time-left.ts';

export interface Press {
  command: WireCommand;
  label: string;
  /** The step it ends, in words; null where nothing runs. */
  leaves: string | null;
  /** Ends the café: asked about first. */
  isClose: boolean;
  /** Gives people their first tables, or lets them choose. */
  isSeating: boolean;
}

/** What facilitators are asked while a step is held. */
export interface HeldQuestion {
  /** What was due, and how long ago. */
  due: string;
  /** What happens without an answer, in so long. */
  unanswered: (time: string) => string;
  command: WireCommand;
  label: string;
}

type Timed = Pick<CafeView, 'programme'>;
type Begun = Pick<CafeView, 'programme' | 'seating'>;

/** `here` is how many people are here. Null when the café is closed or its bell is held. */
export function nextPress(
  cafe: Begun,
  { stage, phase, seated }: ClockView,
  here: number,
  t: FacilitateWords,
): Press | null {
  const { programme } = cafe;
  if (stage.at === 'closed' || stage.at === 'held') return null;
  const plain = { isClose: false, isSeating: false };
  if (stage.at === 'before') {
    return { ...plain, command: { kind: 'next', phase }, label: t.clock.open, leaves: null };
  }
  const leaves = stepName(programme, stage.index, t);
  if (stage.at === 'paused') {
    return { ...plain, command: { kind: 'resume', phase }, label: t.clock.resume, leaves: null };
  }
  const running = programme[stage.index];
  const next = programme[stage.index + 1];
  if (next === undefined) {
    const command = { kind: 'close', phase } as const;
    return { ...plain, command, label: t.clock.close, leaves, isClose: true };
  }
  if (running?.kind === 'round' || running?.kind === 'home') {
    return { ...plain, command: { kind: 'ring', phase }, label: t.clock.ring, leaves };
  }
  return {
    command: { kind: 'next', phase },
    label: nextLabel(cafe, stage.index + 1, seated, here, t),
    leaves,
    isClose: false,
    isSeating: !seated && 'round' in next,
  };
}

/** The bell is due only at the end of a round; else the step that comes is. */
export function heldQuestion(
  cafe: Begun & Pick<CafeView, 'pace'>,
  stage: Extract<Stage, { at: 'held' }>,
  phase: number,
  now: number,
  t: FacilitateWords,
): HeldQuestion {
  const minutes = overdueMinutes(stage, now, cafe.pace);
  const { heldBell, heldStep } = t.clock;
  const running = cafe.programme[stage.index];
  if (running === undefined || !isOnTheWay(running)) {
    const { due, unanswered, ring } = heldBell;
    return { due: due(minutes), unanswered, command: { kind: 'ring', phase }, label: ring };
  }
  const next = stage.index + 1;
  return {
    due: heldStep.due(stepName(cafe.programme, next, t), minutes),
    unanswered: heldStep.unanswered,
    command: { kind: 'next', phase },
    // Whoever is on the way is seated.
    label: nextLabel(cafe, next, true, 0, t),
  };
}

function nextLabel(
  { programme, seating }: Begun,
  index: number,
  seated: boolean,
  here: number,
  t: FacilitateWords,
): string {
  const next = programme[index];
  const first = seating === 'pick' ? t.picking.open(here) : t.clock.seatEveryone(here);
  switch (next?.kind) {
    case 'move':
      if (!seated) return first;
      return t.clock.startMove(roundName(programme, next.round, t));
    case 'round':
    case 'home':
      if (!seated) return first;
      return t.clock.startRound(roundName(programme, next.round, t));
    default:
      return t.clock.begin(stepName(programme, index, t));
  }
}

/** What Back undoes, in words; null where there is nothing to undo. */
export function backLabel({ programme }: Timed, stage: Stage, t: FacilitateWords): string | null {
  switch (stage.at) {
    case 'before':
      return null;
    case 'closed':
      return t.clock.undoClose;
    case 'step':
    case 'paused':
    case 'held': {
      const before = programme[stage.index - 1];
      if (before === undefined) return t.clock.undoOpen;
      const back = backTo(programme, before, stage.index - 1, t);
      if (stage.at !== 'paused') return back;
      return runsByItself(before) ? t.clock.staysPaused(back) : t.clock.endsPause(back);
    }
  }
}

function backTo(
  programme: CafeView['programme'],
  before: Step,
  index: number,
  t: FacilitateWords,
): string {
  switch (before.kind) {
    case 'round':
    case 'home':
      return t.clock.undoBell;
    case 'move':
    case 'grace':
      return t.clock.back(t.stands[before.kind]);
    default:
      return t.clock.back(stepName(programme, index, t));
  }
}

/** Whether the running step can be paused: one that waits for a press stands still anyway. */
export function canPause({ programme }: Timed, stage: Stage): boolean {
  const step = stage.at === 'step' ? programme[stage.index] : undefined;
  return step !== undefined && runsByItself(step);
}

/** Whether people are on the first way to a table: their seats have just been made. */
export function isJustSeated({ programme }: Timed, stage: Stage): boolean {
  const first = programme.findIndex((step) => 'round' in step);
  return programme[first]?.kind === 'move' && stepIndex(stage) === first;
}

/** The command for more minutes; it carries the end its sender saw. Null where nothing can be longer. */
export function extendBy(stage: Stage, minutes: number): WireCommand | null {
  const endsAt = shownEnd(stage);
  return endsAt === null ? null : { kind: 'extend', endsAt, minutes };
}
