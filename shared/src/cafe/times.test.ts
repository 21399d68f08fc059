import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { WireCommand } from './command.ts';
import type { StepTime } from './fact.ts';
import { MINUTE, Rehearsal, smallProgramme } from './fixture.ts';
import { plannedEnd, projectedEnd } from './position.ts';
import { slice } from './slice.ts';
import { winBack, withMinutes } from './times.ts';

const BREAK = 8;
const PANEL = 10;

function room(): Rehearsal {
  const one = new Rehearsal();
  one.fill(9);
  return one;
}

const time = (one: Rehearsal, steps: StepTime[]) =>
  one.do(
    v.parse(WireCommand, {
      ...{ kind: 'timeSteps', phase: one.cafe.phase, edition: one.cafe.edition, steps },
    }),
  );
const refusal = (decision: ReturnType<typeof time>) =>
  'refusal' in decision ? decision.refusal.code : null;
const endOf = ({ cafe, now }: Rehearsal) =>
  ((projectedEnd(cafe.definition, cafe.stage, now) ?? 0) - now) / MINUTE;
const view = ({ cafe }: Rehearsal) => {
  const [one] = slice(cafe, 'facilitators');
  return one?.kind === 'facilitator' ? one.view : null;
};

describe('the minutes of a step', () => {
  it('to come move the end by as much, and undone everything is as it was', () => {
    const one = room();
    one.goTo(3);
    const before = one.cafe;
    const end = endOf(one);
    time(one, [
      { index: BREAK, minutes: 14 },
      { index: PANEL, minutes: 45 },
    ]);
    expect(endOf(one)).toBe(end - 6 + 5);
    expect(view(one)?.retimed).toBe(2);
    expect(one.cafe.activity[0]).toMatchObject({ did: 'stepsTimed', steps: [{}, {}] });
    one.do({ kind: 'undoTimes' });
    const { factNumber: _a, lastAt: _b, activity: _c, deeds: _g, edition: _i, ...was } = before;
    const { factNumber: _d, lastAt: _e, activity: _f, deeds: _h, edition: _j, ...is } = one.cafe;
    expect(is).toEqual(was);
    expect(refusal(one.do({ kind: 'undoTimes' }))).toBe('nothing to undo');
  });

  it('of a break that runs move its end, but not into the past', () => {
    const one = room();
    one.goTo(BREAK);
    const { stage } = one.cafe;
    one.wait(5 * MINUTE);
    time(one, [{ index: BREAK, minutes: 14 }]);
    expect(one.cafe.stage).toEqual({
      ...stage,
      endsAt: ('endsAt' in stage ? stage.endsAt : 0) - 6 * MINUTE,
    });
    expect(refusal(time(one, [{ index: BREAK, minutes: 4 }]))).toBe('no minutes');
    one.do({ kind: 'undoTimes' });
    expect(one.cafe.stage).toEqual(stage);
  });

  it('are not changed of a round that runs, nor of what is over, nor by who saw another moment', () => {
    const one = room();
    one.goTo(3);
    expect(refusal(time(one, [{ index: 3, minutes: 12 }]))).toBe('step begun');
    expect(refusal(time(one, [{ index: 1, minutes: 12 }]))).toBe('step begun');
    expect(refusal(time(one, [{ index: 99, minutes: 12 }]))).toBe('not understood');
    expect(refusal(time(one, [{ index: 6, minutes: 2 }]))).toBe('round short');
    const { phase, edition } = one.cafe;
    const old = { kind: 'timeSteps' as const, phase: phase - 1, edition, steps: [] };
    expect(refusal(one.do(old))).toBe('already');
    expect(time(one, [{ index: BREAK, minutes: 20 }])).toEqual({ facts: [] });
  });

  it('can be changed before the doors open, and then that is the plan', () => {
    const one = room();
    const plan = plannedEnd(one.cafe.definition, 0);
    time(one, [{ index: BREAK, minutes: 30 }]);
    one.next();
    const [, clock] = slice(one.cafe, 'everyone');
    expect(clock?.kind === 'clock' && clock.view.plannedEnd).toBe(one.now + plan + 10 * MINUTE);
    time(one, [{ index: BREAK, minutes: 20 }]);
    const [, later] = slice(one.cafe, 'everyone');
    expect(later?.kind === 'clock' && later.view.plannedEnd).toBe(one.now + plan + 10 * MINUTE);
  });

  it('are not given back where that would ring the bell at once', () => {
    const one = room();
    one.goTo(5);
    time(one, [{ index: 6, minutes: 25 }]);
    one.goTo(6);
    one.wait(20 * MINUTE);
    expect(refusal(one.do({ kind: 'undoTimes' }))).toBe('no minutes');
    expect(view(one)?.retimed).toBe(1);
  });

  it('can no longer be given back once a changed step is over', () => {
    const one = room();
    one.goTo(3);
    time(one, [{ index: 5, minutes: 4 }]);
    one.goTo(5);
    expect(view(one)?.retimed).toBe(1);
    one.goTo(6);
    expect(view(one)?.retimed).toBeNull();
  });

  it('of a round are shared by its parts, whole and none without', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 6, max: 200 }),
        (parts, minutes) => {
          const beats = parts.map((part) => ({ kind: 'talk' as const, minutes: part }));
          const whole = parts.reduce((sum, part) => sum + part, 0);
          const step = { kind: 'round' as const, round: 1, minutes: whole, beats };
          const changed = withMinutes(step, minutes);
          const shares = changed.kind === 'round' ? changed.beats.map((beat) => beat.minutes) : [];
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(minutes);
          expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
          expect(shares.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });
});

describe('minutes won back', () => {
  const from = (one: Rehearsal, minutes: number) =>
    winBack(one.cafe.definition, one.cafe.stage, one.now, minutes);

  it('come from the break first, also while it runs', () => {
    const one = room();
    one.goTo(7);
    expect(from(one, 6)).toEqual([{ index: BREAK, minutes: 14 }]);
    one.goTo(BREAK);
    expect(from(one, 6)).toEqual([{ index: BREAK, minutes: 14 }]);
    one.wait(17 * MINUTE);
    expect(from(one, 2)).toEqual([{ index: BREAK, minutes: 18 }]);
    expect(from(one, 3)).toEqual([
      { index: BREAK, minutes: 18 },
      { index: PANEL, minutes: 39 },
    ]);
  });

  it('are as many as can be given, and never a round’s', () => {
    const one = room();
    one.goTo(3);
    const steps = from(one, 1_000);
    expect(steps).toEqual([
      { index: BREAK, minutes: 10 },
      { index: 9, minutes: 10 },
      { index: PANEL, minutes: 27 },
      { index: 11, minutes: 5 },
    ]);
    const end = endOf(one);
    time(one, steps);
    expect(endOf(one)).toBe(end - 33);
    expect(smallProgramme.filter(({ kind }) => kind === 'round')).toEqual(
      one.cafe.definition.programme.filter(({ kind }) => kind === 'round'),
    );
  });
});
