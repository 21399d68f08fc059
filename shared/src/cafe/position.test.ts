import { describe, expect, it } from 'vitest';
import { MINUTE, smallProgramme } from './fixture.ts';
import {
  plannedEnd,
  position,
  project,
  projectedEnd,
  roundBeginsAt,
  toldRound,
} from './position.ts';

const timetable = { programme: smallProgramme, pace: 1 };
const roundOne = { at: 'step', index: 3, startedAt: 0, endsAt: 15 * MINUTE } as const;

describe('the running beat', () => {
  it.each([
    [0, 'story', 5 * MINUTE],
    [4 * MINUTE, 'story', MINUTE],
    [5 * MINUTE, 'talk', 7 * MINUTE],
    [12 * MINUTE, 'write', 3 * MINUTE],
    [14 * MINUTE, 'write', MINUTE],
  ])('%d ms into the round is %s', (now, kind, leftMs) => {
    expect(position(timetable, roundOne, now)?.beat).toMatchObject({ beat: { kind }, leftMs });
  });

  it('lengthens the talk, not the writing, when minutes are added', () => {
    const longer = { ...roundOne, endsAt: 20 * MINUTE };
    expect(position(timetable, longer, 16 * MINUTE)?.beat).toMatchObject({
      beat: { kind: 'talk' },
      leftMs: MINUTE,
    });
    expect(position(timetable, longer, 17 * MINUTE)?.beat).toMatchObject({
      beat: { kind: 'write' },
    });
  });
});

describe('going on by the plan', () => {
  it('walks through steps that run by themselves, two bells far', () => {
    const { stage, asPlanned } = project(timetable, roundOne, (15 + 1 + 2 + 15 + 0.5) * MINUTE);
    expect(asPlanned).toBe(true);
    expect(stage).toMatchObject({ index: 7 });
  });

  it('stops at a step that waits for a press', () => {
    const { stage } = project(timetable, roundOne, 600 * MINUTE);
    expect(stage).toMatchObject({ index: 8 });
  });

  it('is the stage itself while its deadline has not come', () => {
    expect(project(timetable, roundOne, 14 * MINUTE)).toEqual({
      stage: roundOne,
      asPlanned: false,
    });
  });
});

describe('when a round to come begins', () => {
  const begins = (index: number, now: number) => {
    const at = position(timetable, { ...roundOne, index }, now);
    return at === null ? null : roundBeginsAt(timetable, at, 3);
  };
  const coffee = 8;

  it('is known by the plan', () => {
    expect(begins(coffee, 14 * MINUTE)).toBe(15 * MINUTE);
  });

  it('is not said of a break that lasts longer than planned', () => {
    expect(begins(coffee, 15 * MINUTE)).toBeNull();
    expect(begins(coffee, 40 * MINUTE)).toBeNull();
  });

  it('is also known in the moment in which a step ends by itself', () => {
    expect(begins(3, 15 * MINUTE)).toBe(begins(3, 14 * MINUTE));
  });
});

it.each([
  ['before', { at: 'before' } as const, 1],
  ['doors', { at: 'step', index: 0, startedAt: 0, endsAt: 1 } as const, 1],
  ['round 1', roundOne, 1],
  ['the grace after it', { ...roundOne, index: 4 } as const, 2],
  ['coffee', { ...roundOne, index: 8 } as const, 3],
  ['panel', { ...roundOne, index: 10 } as const, null],
])('in %s people are told the table of the round that runs or comes', (_, stage, round) => {
  expect(toldRound(smallProgramme, stage)).toBe(round);
});

it('projects the end from what is left', () => {
  const total = smallProgramme.reduce((sum, step) => sum + step.minutes, 0) * MINUTE;
  expect(plannedEnd(timetable, 0)).toBe(total);
  expect(projectedEnd(timetable, { at: 'before' }, 0)).toBe(total);
  expect(projectedEnd(timetable, roundOne, 5 * MINUTE)).toBe(
    (5 + 10 + 1 + 2 + 15 + 1 + 20 + 15 + 40 + 10) * MINUTE,
  );
  const waiting = { at: 'step', index: 1, startedAt: 0, endsAt: 15 * MINUTE } as const;
  const late = projectedEnd(timetable, waiting, 19 * MINUTE) ?? 0;
  const onTime = projectedEnd(timetable, waiting, 15 * MINUTE) ?? 0;
  expect(late - onTime).toBe(4 * MINUTE);
});
