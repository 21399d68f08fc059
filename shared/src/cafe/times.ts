/**
 * How long the steps to come last, and the running one that waits for a press, as facilitators change
 * it. Minutes are said as they stand: those of the running step with what was added to it. So these are
 * among its minutes from then on, and undone they are added ones again.
 */
import type { Cafe, Retimed } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactOf, StepTime, Timing } from './fact.ts';
import { addedMinutes, minutesInAll } from './lasting.ts';
import type { Timetable } from './position.ts';
import { minuteMs, runsByItself, type Beat, type Step } from './programme.ts';
import { refuse } from './refusal.ts';
import type { Stage } from './stage.ts';

export function timeSteps(cafe: Cafe, command: CommandOf<'timeSteps'>, now: number): Decision {
  const { stage, definition, lastTransition } = cafe;
  if (command.phase !== cafe.phase && lastTransition !== null) {
    return { refusal: { code: 'already', ...lastTransition } };
  }
  if (stage.at === 'closed') return refuse('cafe closed');
  if (command.edition !== cafe.edition) return refuse('old plan');
  const steps: Timing[] = [];
  for (const { index, minutes } of command.steps) {
    const step = definition.programme[index];
    if (step === undefined || steps.some((other) => other.index === index)) {
      return refuse('not understood');
    }
    if (step.kind === 'round' && minutes < step.beats.length) return refuse('round short');
    const change = changeOf(cafe, { index, minutes }, now);
    if (change !== null) return refuse(change);
    const isOther = minutes !== minutesInAll(definition, stage, index);
    if (isOther) steps.push(timing(definition, stage, { index, minutes }));
  }
  return { facts: steps.length === 0 ? [] : [{ kind: 'stepsTimed', steps }] };
}

/** With what was added to the running step, which is among its minutes from now on. */
function timing(timetable: Timetable, stage: Stage, { index, minutes }: StepTime): Timing {
  const added = addedMinutes(timetable, stage, index);
  return added === 0 ? { index, minutes } : { index, minutes, added };
}

/** Why a step's minutes cannot be changed so; null where they can. */
function changeOf(
  { stage, definition }: Cafe,
  { index, minutes }: StepTime,
  now: number,
): 'step begun' | 'no minutes' | null {
  const running = stage.at === 'before' || stage.at === 'closed' ? -1 : stage.index;
  if (index > running) return null;
  const step = definition.programme[index];
  if (index < running || stage.at !== 'step' || step === undefined || runsByItself(step)) {
    return 'step begun';
  }
  const more = minutes - minutesInAll(definition, stage, index);
  const endsAt = stage.endsAt + more * minuteMs(definition.pace);
  return more < 0 && endsAt < now ? 'no minutes' : null;
}

export function undoTimes(cafe: Cafe, now: number): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (cafe.retimed === null) return refuse('nothing to undo');
  const { stage } = untimed(cafe);
  // A step that was made longer may have run for longer already: its bell is not to ring at once.
  const isOver = stage.at === 'step' && stage.endsAt < now;
  const ends = stage.at === 'step' && cafe.stage.at === 'step' && stage.endsAt < cafe.stage.endsAt;
  return isOver && ends ? refuse('no minutes') : { facts: [{ kind: 'timesUndone' }] };
}

export function timed(cafe: Cafe, { steps }: FactOf<'stepsTimed'>): Cafe {
  const { programme } = cafe.definition;
  const before = steps.flatMap(({ index, added = 0 }) => {
    const step = programme[index];
    return step === undefined ? [] : [{ index, step, added }];
  });
  const changed = changedSteps(cafe.definition, steps);
  return { ...withSteps(cafe, changed), retimed: { before }, replanned: null };
}

export function untimed(cafe: Cafe): Cafe {
  if (cafe.retimed === null) return cafe;
  return { ...withSteps(cafe, cafe.retimed.before), retimed: null };
}

/** What can still be undone once `index` runs: nothing where one of the changed steps is over. */
export function stillRetimed({ retimed }: Cafe, index: number): Retimed | null {
  return retimed?.before.some((step) => step.index < index) === true ? null : retimed;
}

function withSteps(cafe: Cafe, steps: Retimed['before']): Cafe {
  const { definition } = cafe;
  const { programme, stage } = moved(definition, cafe.stage, steps);
  const edition = cafe.edition + 1;
  return { ...cafe, definition: { ...definition, programme }, stage, edition };
}

/**
 * The plan of the day with other minutes for some steps, in all as they stand; the end of one that runs
 * moves with them.
 */
export function withTimes(
  timetable: Timetable,
  stage: Stage,
  steps: readonly StepTime[],
): { programme: Step[]; stage: Stage } {
  const timings = steps.map((step) => timing(timetable, stage, step));
  return moved(timetable, stage, changedSteps(timetable, timings));
}

function changedSteps({ programme }: Timetable, steps: readonly Timing[]): Retimed['before'] {
  return steps.flatMap(({ index, minutes, added = 0 }) => {
    const step = programme[index];
    // What was added before is no longer on top.
    return step === undefined ? [] : [{ index, step: withMinutes(step, minutes), added: -added }];
  });
}

/** Other steps at their places; to the running one `added` is added besides. */
function moved(
  { programme, pace }: Timetable,
  stage: Stage,
  steps: Retimed['before'],
): { programme: Step[]; stage: Stage } {
  const after = [...programme];
  let now = stage;
  for (const { index, step, added } of steps) {
    const more = step.minutes + added - (programme[index]?.minutes ?? 0);
    const addMs = more * minuteMs(pace);
    after[index] = step;
    if (stage.at === 'step' && stage.index === index) {
      now = { ...stage, endsAt: stage.endsAt + addMs };
    }
    if (stage.at === 'paused' && stage.index === index) {
      now = { ...stage, leftMs: Math.max(0, stage.leftMs + addMs) };
    }
  }
  return { programme: after, stage: now };
}

/** The step with other minutes; a round's parts keep their shares, in whole minutes, one at least. */
export function withMinutes(step: Step, minutes: number): Step {
  return step.kind === 'round'
    ? { ...step, minutes, beats: shared(step.beats, minutes) }
    : { ...step, minutes };
}

function shared(beats: readonly Beat[], minutes: number): Beat[] {
  const whole = beats.reduce((sum, beat) => sum + beat.minutes, 0);
  const exact = beats.map((beat) => (beat.minutes * minutes) / whole);
  const given = exact.map((share) => Math.max(1, Math.floor(share)));
  const sum = (): number => given.reduce((all, one) => all + one, 0);
  // The largest part left over gains a minute first, the largest part gives one first.
  while (sum() + 1 <= minutes) {
    const next = indexOfMost(exact.map((share, i) => share - (given[i] ?? 0)));
    given[next] = (given[next] ?? 0) + 1;
  }
  while (sum() > minutes) {
    const next = indexOfMost(given);
    given[next] = (given[next] ?? 0) - 1;
  }
  const rest = minutes - sum();
  const largest = indexOfMost(given);
  return beats.map((beat, i) => ({
    ...beat,
    minutes: (given[i] ?? 0) + (i === largest ? rest : 0),
  }));
}

function indexOfMost(values: readonly number[]): number {
  let most = 0;
  for (const [i, value] of values.entries()) if (value > (values[most] ?? 0)) most = i;
  return most;
}
