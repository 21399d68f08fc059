import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { WireCommand } from './command.ts';
import { apply } from './apply.ts';
import type { StepTime } from './fact.ts';
import { MINUTE, Rehearsal, clock } from './fixture.ts';
import { plannedEnd, projectedEnd } from './position.ts';
import { slice } from './slice.ts';
import type { Stage } from './stage.ts';
import { withMinutes, withTimes } from './times.ts';

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
/** Gives the number under which it can be undone. */
function extend(one: Rehearsal, minutes: number): number {
  one.do({ kind: 'extend', endsAt: endsAt(one.cafe.stage), minutes });
  return one.cafe.factNumber;
}
const endsAt = (stage: Stage) => (stage.at === 'step' ? stage.endsAt : 0);
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

  it('of a break that was made longer are said in all, and undone it is as long as before', () => {
    const one = room();
    one.goTo(BREAK);
    const added = extend(one, 44);
    const { stage, definition } = one.cafe;
    one.wait(5 * MINUTE);
    const shorter = [{ index: BREAK, minutes: 15 }];
    const seen = withTimes(definition, stage, shorter);
    time(one, shorter);
    expect(one.cafe.definition.programme[BREAK]?.minutes).toBe(15);
    expect(one.cafe.stage).toMatchObject({ endsAt: one.now + 10 * MINUTE });
    expect({ stage: one.cafe.stage, programme: one.cafe.definition.programme }).toEqual(seen);
    expect(one.cafe.activity[0]?.steps).toMatchObject([{ step: { kind: 'break' }, minutes: 15 }]);
    expect(time(one, shorter)).toEqual({ facts: [] });
    expect(refusal(one.do({ kind: 'undo', fact: added }))).toBe('changed since');
    const later = extend(one, 2);
    one.do({ kind: 'undo', fact: later - 1 });
    expect(one.cafe.definition).toEqual(definition);
    expect(one.cafe.stage).toMatchObject({ endsAt: endsAt(stage) + 2 * MINUTE });
    one.do({ kind: 'undo', fact: later });
    expect(one.cafe.stage).toEqual(stage);
    one.do({ kind: 'undo', fact: added });
    expect(one.cafe.stage).toMatchObject({ endsAt: endsAt(stage) - 44 * MINUTE });
  });

  it('as an older café has stored them leave what was added, and the list says both', () => {
    const one = room();
    one.goTo(BREAK);
    extend(one, 10);
    const { stage, factNumber, definition } = one.cafe;
    one.cafe = apply(one.cafe, {
      ...{ number: factNumber + 1, at: one.now, by: clock },
      body: { kind: 'stepsTimed', steps: [{ index: BREAK, minutes: 14 }] },
    });
    expect(one.cafe.stage).toMatchObject({ endsAt: endsAt(stage) - 6 * MINUTE });
    expect(one.cafe.activity[0]?.steps).toMatchObject([{ minutes: 24 }]);
    one.do({ kind: 'undoTimes' });
    expect([one.cafe.stage, one.cafe.definition]).toEqual([stage, definition]);
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
