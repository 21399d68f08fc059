/** How long the steps to come last: changed by facilitators, won back where the day is late. */
import type { Cafe, Retimed } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { StepTime, FactOf } from './fact.ts';
import { LIMITS } from './limits.ts';
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
  const steps: StepTime[] = [];
  for (const { index, minutes } of command.steps) {
    const step = definition.programme[index];
    if (step === undefined || steps.some((other) => other.index === index)) {
      return refuse('not understood');
    }
    if (step.kind === 'round' && minutes < step.beats.length) return refuse('round short');
    const change = changeOf(cafe, { index, minutes }, now);
    if (change !== null) return refuse(change);
    if (minutes !== step.minutes) steps.push({ index, minutes });
  }
  return { facts: steps.length === 0 ? [] : [{ kind: 'stepsTimed', steps }] };
}

/** Why a step's minutes cannot be changed so; null where they can. */
function changeOf(
  { stage, definition: { programme, pace } }: Cafe,
  { index, minutes }: StepTime,
  now: number,
): 'step begun' | 'no minutes' | null {
  const running = stage.at === 'before' || stage.at === 'closed' ? -1 : stage.index;
  if (index > running) return null;
  const step = programme[index];
  if (index < running || stage.at !== 'step' || step === undefined || runsByItself(step)) {
    return 'step begun';
  }
  const endsAt = stage.endsAt + (minutes - step.minutes) * minuteMs(pace);
  return minutes < step.minutes && endsAt < now ? 'no minutes' : null;
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
  const changed = changedSteps(cafe.definition, steps);
  const before = changed.flatMap(({ index }) => {
    const step = programme[index];
    return step === undefined ? [] : [{ index, step }];
  });
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

/** The plan of the day with other minutes for some steps; the end of one that runs moves with them. */
export function withTimes(
  timetable: Timetable,
  stage: Stage,
  steps: readonly StepTime[],
): { programme: Step[]; stage: Stage } {
  return moved(timetable, stage, changedSteps(timetable, steps));
}

function changedSteps({ programme }: Timetable, steps: readonly StepTime[]): Retimed['before'] {
  return steps.flatMap(({ index, minutes }) => {
    const step = programme[index];
    return step === undefined ? [] : [{ index, step: withMinutes(step, minutes) }];
  });
}

/** Other steps at their places. */
function moved(
  { programme, pace }: Timetable,
  stage: Stage,
  steps: Retimed['before'],
): { programme: Step[]; stage: Stage } {
  const after = [...programme];
  let now = stage;
  for (const { index, step } of steps) {
    const addMs = (step.minutes - (programme[index]?.minutes ?? 0)) * minuteMs(pace);
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

/**
 * How to end `minutes` programme minutes earlier without touching a round: breaks give first, then
 * panel, home round and feedback, each no more than leaves it of use. Fewer minutes than asked for
 * where there are no more; none where nothing can give.
 */
export function winBack(
  { programme, pace }: Timetable,
  stage: Stage,
  now: number,
  minutes: number,
): StepTime[] {
  const running = stage.at === 'before' ? -1 : stage.at === 'closed' ? Infinity : stage.index;
  const steps: StepTime[] = [];
  let wanted = minutes;
  for (const kind of ['break', 'panel', 'home', 'feedback'] as const) {
    for (const [index, step] of programme.entries()) {
      if (step.kind !== kind || index < running || wanted <= 0) continue;
      let spare = Math.floor(step.minutes - leastOf(step));
      if (index === running) {
        if (stage.at !== 'step' || runsByItself(step)) continue;
        spare = Math.min(spare, Math.floor((stage.endsAt - now) / minuteMs(pace)) - 1);
      }
      const gives = Math.min(wanted, spare);
      if (gives <= 0) continue;
      steps.push({ index, minutes: step.minutes - gives });
      wanted -= gives;
    }
  }
  return steps.sort((a, b) => a.index - b.index);
}

/** Programme minutes below which a step is of no use. */
function leastOf({ kind, minutes }: Step): number {
  switch (kind) {
    case 'break':
      return LIMITS.breakMinutesMin;
    case 'panel':
    case 'home':
      return Math.max(LIMITS.talkMinutesMin, minutes * LIMITS.talkKeptShare);
    default:
      return LIMITS.thanksMinutesMin;
  }
}
