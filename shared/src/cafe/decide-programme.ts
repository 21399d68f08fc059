import type { Instance } from '../rotation/index.ts';
import { aheadNeeded, seatingInstance } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import type { Command, CommandOf } from './command.ts';
import { planNeeded } from './decide-plan.ts';
import type { Decision } from './decision.ts';
import type { Cause, FactBody } from './fact.ts';
import { isFrozen } from './keeping.ts';
import { LIMITS } from './limits.ts';
import { firstSeats } from './picking.ts';
import { picksTables } from './picks-tables.ts';
import { leftMsAt } from './position.ts';
import { minuteMs, runsByItself, stepMs, type Step } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { itinerariesOf, type Proposal } from './rotation.ts';
import { shownEnd, type Left, type Stage } from './stage.ts';

type ProgrammeCommand = CommandOf<
  'next' | 'ring' | 'back' | 'pause' | 'resume' | 'extend' | 'close' | 'tick'
>;

function runningStep(cafe: Cafe): Step | null {
  const { stage } = cafe;
  if (stage.at === 'before' || stage.at === 'closed') return null;
  return cafe.definition.programme[stage.index] ?? null;
}

/** When the next tick is due, epoch ms; null while nothing runs by itself. */
export function deadline(cafe: Cafe): number | null {
  const { stage } = cafe;
  if (stage.at === 'held') return stage.ringsAt;
  const step = runningStep(cafe);
  if (stage.at !== 'step' || step === null || !runsByItself(step)) return null;
  return stage.endsAt;
}

/**
 * What to plan before this command is decided: the rotation, where the step it enters needs one, the
 * rounds that it adds, or tables ahead.
 * Null where it needs none, whatever becomes of the command.
 */
export function rotationNeeded(cafe: Cafe, command: Command, now: number): Instance | null {
  if (command.kind === 'changePlan') return planNeeded(cafe, command);
  if (command.kind === 'planAhead') return aheadNeeded(cafe, command);
  if (cafe.itineraries !== null || cafe.stage.at === 'closed') return null;
  if (picksTables(cafe.definition)) return null;
  const due = deadline(cafe);
  const enters =
    command.kind === 'next' ||
    command.kind === 'ring' ||
    (command.kind === 'tick' && due !== null && now >= due);
  if (!enters || command.phase !== cafe.phase) return null;
  const index = cafe.stage.at === 'before' ? 0 : cafe.stage.index + 1;
  return needsSeats(cafe.definition.programme[index]) ? seatingInstance(cafe) : null;
}

function needsSeats(step: Step | undefined): boolean {
  return step?.kind === 'move' || step?.kind === 'round' || step?.kind === 'home';
}

export function decideProgramme(
  cafe: Cafe,
  command: ProgrammeCommand,
  now: number,
  proposal: Proposal | null,
): Decision {
  if (!sawThis(cafe, command)) return { refusal: outrunBy(cafe, command) };
  if (cafe.stage.at === 'closed' && command.kind !== 'back') return refuse('cafe closed');
  if (cafe.stage.at === 'before' && command.kind === 'extend') return refuse('not begun');
  switch (command.kind) {
    case 'next':
      return enterNext(cafe, now, now, 'press', proposal);
    case 'ring':
      return ring(cafe, now, proposal);
    case 'tick':
      return tick(cafe, now, proposal);
    case 'back':
      return back(cafe, now);
    case 'pause':
      return pause(cafe, now);
    case 'resume':
      return resume(cafe, now);
    case 'extend':
      return extend(cafe, command.minutes, now);
    case 'close':
      return { facts: [{ kind: 'closed', leftMs: leftMsAt(cafe.stage, now) }] };
  }
}

/** The guard for people: a command for another moment than the one that runs is refused. */
function sawThis(cafe: Cafe, command: ProgrammeCommand): boolean {
  if (command.kind !== 'extend') return command.phase === cafe.phase;
  const end = shownEnd(cafe.stage);
  return end === null || command.endsAt === end;
}

/** Who has made another moment of the one that was seen. */
function outrunBy(cafe: Cafe, { kind }: ProgrammeCommand): Refusal {
  const faster = kind === 'extend' ? cafe.endMoved : cafe.lastTransition;
  return faster === null ? { code: 'not begun' } : { code: 'already', ...faster };
}

/** Enters exactly one step; makes the rotation where the coming step needs one. */
function enterNext(
  cafe: Cafe,
  startedAt: number,
  now: number,
  cause: Cause,
  proposal: Proposal | null,
): Decision {
  const { stage, definition } = cafe;
  const index = stage.at === 'before' || stage.at === 'closed' ? 0 : stage.index + 1;
  const step = definition.programme[index];
  const leftMs = leftMsAt(stage, now);
  if (step === undefined) return { facts: [{ kind: 'closed', leftMs }] };
  const facts: FactBody[] = [];
  if (needsSeats(step) && cafe.itineraries === null && picksTables(definition)) {
    facts.push({ kind: 'pickingBegun', itineraries: firstSeats(cafe) });
  } else if (needsSeats(step) && cafe.itineraries === null) {
    const made = itinerariesOf(cafe, seatingInstance(cafe), proposal);
    if (made === null) return refuse('cannot plan');
    facts.push({ kind: 'rotationMade', ...made });
  }
  const endsAt = startedAt + stepMs(step, definition.pace);
  facts.push({ kind: 'stepEntered', index, startedAt, endsAt, cause, leftMs });
  return { facts };
}

/** The bell by hand: ends a round early, or rings one that was held. */
function ring(cafe: Cafe, now: number, proposal: Proposal | null): Decision {
  const step = runningStep(cafe);
  const inRound = step?.kind === 'round' || step?.kind === 'home';
  if (cafe.stage.at === 'held') return enterNext(cafe, now, now, 'ring', proposal);
  if (cafe.stage.at === 'paused') return refuse('is paused');
  return inRound ? enterNext(cafe, now, now, 'ring', proposal) : refuse('nothing to ring');
}

/**
 * A deadline has come. Up to a minute late the next step counts from the deadline that was missed;
 * later no bell rings by itself: facilitators are asked, and without an answer it rings in a minute.
 */
function tick(cafe: Cafe, now: number, proposal: Proposal | null): Decision {
  const due = deadline(cafe);
  if (due === null || now < due) return { facts: [] };
  if (cafe.stage.at === 'held') return enterNext(cafe, now, now, 'clock', proposal);
  if (now - due <= LIMITS.bellLateMsMax) return enterNext(cafe, due, now, 'clock', proposal);
  return { facts: [{ kind: 'bellHeld', missedAt: due, ringsAt: now + LIMITS.bellAskMs }] };
}

/**
 * Undoes the last step entered and gives back the time that was left of the one before. A pause stays,
 * but where the step before waits for a press and so stands still anyway.
 */
export function back(cafe: Cafe, now: number): Decision {
  const left = cafe.trail.at(-1);
  if (left === undefined) return refuse('nothing to undo');
  if (isFrozen(cafe, now)) return refuse('too late');
  return { facts: [{ kind: 'wentBack', stage: returned(cafe, left, now) }] };
}

function returned(cafe: Cafe, { stage, passedMs, leftMs }: Left, now: number): Left['stage'] {
  switch (stage.at) {
    case 'before':
      return stage;
    case 'paused':
      return { ...stage, startedAt: now - passedMs, pausedAt: now };
    case 'step': {
      const step = cafe.definition.programme[stage.index];
      if (step === undefined || !runsByItself(step)) return stage;
      // A step that had run out gets a little time, else its bell would ring again at once.
      const least = LIMITS.backMinutesMin * minuteMs(cafe.definition.pace);
      const [startedAt, restMs] = [now - passedMs, Math.max(leftMs, least)];
      // Whoever paused did not ask for the clock to go on.
      if (cafe.stage.at === 'paused') {
        return { at: 'paused', index: stage.index, startedAt, leftMs: restMs, pausedAt: now };
      }
      return { ...stage, startedAt, endsAt: now + restMs };
    }
  }
}

function pause(cafe: Cafe, now: number): Decision {
  if (cafe.stage.at === 'paused') return refuse('is paused');
  if (cafe.stage.at === 'held') return refuse('bell held');
  if (cafe.stage.at !== 'step' || deadline(cafe) === null) return refuse('cannot pause');
  return { facts: [{ kind: 'paused', leftMs: leftMsAt(cafe.stage, now) }] };
}

function resume(cafe: Cafe, now: number): Decision {
  const { stage } = cafe;
  if (stage.at !== 'paused') return refuse('not paused');
  const startedAt = now - (stage.pausedAt - stage.startedAt);
  return { facts: [{ kind: 'resumed', startedAt, endsAt: now + stage.leftMs }] };
}

function extend(cafe: Cafe, minutes: number, now: number): Decision {
  const addMs = minutes * minuteMs(cafe.definition.pace);
  const endsAt = extendedEnd(cafe.stage, addMs, now);
  return endsAt === null ? refuse('no round') : { facts: [{ kind: 'extended', endsAt, minutes }] };
}

function extendedEnd(stage: Stage, addMs: number, now: number): number | null {
  switch (stage.at) {
    case 'step':
      return stage.endsAt + addMs;
    case 'paused':
      return now + stage.leftMs + addMs;
    case 'held':
      return now + addMs;
    case 'before':
    case 'closed':
      return null;
  }
}
