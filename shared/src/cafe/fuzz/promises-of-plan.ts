/** Promises about the programme: where it stands, and what may be changed of it. */
import { expect } from 'vitest';
import { apply } from '../apply.ts';
import { deadline, decide } from '../decide.ts';
import { MINUTE, clock, facilitator } from '../fixture.ts';
import { checkFounding } from '../found.ts';
import { minutesInAll } from '../lasting.ts';
import { leftMsAt, openRoundAt, projectedEnd } from '../position.ts';
import { winBack } from '../win-back.ts';
import type { Promised } from './promises.ts';

/** One phase a transition, and never more than one step forward or back. */
const oneStep: Promised = ({ room: { cafe }, before }) => {
  const { stage, trail, definition, phase, openRound } = cafe;
  expect(phase - before.phase).toBeLessThanOrEqual(1);
  expect(Math.abs(trail.length - before.trail.length)).toBeLessThanOrEqual(1);
  if (stage.at === 'step') expect(definition.programme[stage.index]).toBeDefined();
  expect(openRound).toBe(openRoundAt(definition.programme, stage));
  const due = deadline(cafe);
  if (due !== null) expect(Number.isFinite(due)).toBe(true);
};

/** Whatever is changed of the plan, what runs and what has been stays, and it can be undone. */
const planKept: Promised = ({ room, before, step }) => {
  if (step.do !== 'plan' || room.cafe === before) return;
  const { stage, trail, definition, phase } = room.cafe;
  expect([stage, trail, phase]).toEqual([before.stage, before.trail, before.phase]);
  const begun = stage.at === 'before' || stage.at === 'closed' ? 0 : stage.index + 1;
  expect(definition.programme.slice(0, begun)).toEqual(before.definition.programme.slice(0, begun));
  expect(checkFounding({ definition, people: [] })).toEqual([]);
  const undone = decide(room.cafe, { kind: 'undoPlan' }, facilitator, room.now);
  const back = 'facts' in undone ? undone.facts : [];
  const fact = { number: 0, at: 0, by: clock };
  const was = back.reduce((cafe, body) => apply(cafe, { ...fact, body }), room.cafe);
  expect([was.definition, was.stage, was.itineraries, was.quality]).toEqual([
    before.definition,
    before.stage,
    before.itineraries,
    before.quality,
  ]);
};

/** Minutes that are changed are given back exactly, and a round's parts add up to it. */
const minutesKept: Promised = ({ room: { cafe }, before, step }) => {
  if ((step.do === 'time' || step.do === 'win back') && cafe !== before && cafe.retimed !== null) {
    const back = apply(cafe, {
      ...{ number: 0, at: 0, by: clock, body: { kind: 'timesUndone' } },
    });
    expect([back.definition, back.stage]).toEqual([before.definition, before.stage]);
  }
  for (const one of cafe.definition.programme) {
    if (one.kind !== 'round') continue;
    expect(one.beats.reduce((sum, beat) => sum + beat.minutes, 0)).toBe(one.minutes);
  }
};

/** As many minutes are won back as were shown, of the running step no more than it has; the list says what it lasts. */
const wonBack: Promised = ({ room: { cafe, now }, before, step }) => {
  if (step.do !== 'win back') return;
  const { definition, stage } = before;
  const steps = winBack(definition, stage, now, step.minutes);
  const won = steps.map(({ index, minutes }) => minutesInAll(definition, stage, index) - minutes);
  const all = won.reduce((sum, one) => sum + one, 0);
  const late = (one: typeof cafe): number => projectedEnd(one.definition, one.stage, now) ?? 0;
  expect(won.every((one) => one > 0) && all <= step.minutes).toBe(true);
  expect(late(before) - late(cafe)).toBe(all * MINUTE);
  if (steps.length === 0) return;
  expect(steps).toEqual(
    steps.map(({ index }) => ({
      ...{ index, minutes: minutesInAll(cafe.definition, cafe.stage, index) },
    })),
  );
  expect(cafe.activity[0]?.steps?.map(({ minutes }) => minutes)).toEqual(
    steps.map(({ minutes }) => minutes),
  );
  const isOfRunning = stage.at === 'step' && steps.some(({ index }) => index === stage.index);
  if (isOfRunning) expect(leftMsAt(cafe.stage, now)).toBeGreaterThanOrEqual(MINUTE);
};

/** Nothing that stood still goes on because a step was undone. */
const pauseKept: Promised = ({ room: { cafe }, before }) => {
  const isBack = cafe.trail.length < before.trail.length;
  if (isBack && before.stage.at === 'paused') expect(deadline(cafe)).toBeNull();
};

export const promisesOfPlan = [oneStep, pauseKept, wonBack, planKept, minutesKept];
