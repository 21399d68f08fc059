import type { ClockView, Stage } from '@tablecloth/shared/cafe';
import { describe, expect, it } from 'vitest';
import { at, cafe, programme, words as t } from './fixture.ts';
import {
  backLabel,
  canPause,
  extendBy,
  heldQuestion,
  isJustSeated,
  nextPress,
} from './next-press.ts';

const step = (index: number): Stage => ({
  at: 'step',
  index,
  startedAt: at(10, 0),
  endsAt: at(10, 15),
});
const clock = (stage: Stage, seated = true): ClockView => ({
  phase: 7,
  stage,
  openRound: null,
  plannedEnd: null,
  seated,
});
const paused: Extract<Stage, { at: 'paused' }> = {
  at: 'paused',
  index: 3,
  startedAt: 0,
  leftMs: 9,
  pausedAt: 5,
};
const held: Extract<Stage, { at: 'held' }> = {
  at: 'held',
  index: 3,
  startedAt: 0,
  missedAt: 4,
  ringsAt: 8,
};

describe('the next press', () => {
  it('opens the doors of a café that has not begun', () => {
    expect(nextPress(cafe, clock({ at: 'before' }, false), 0, t)).toEqual({
      command: { kind: 'next', phase: 7 },
      label: 'Open the doors',
      leaves: null,
      isClose: false,
      isSeating: false,
    });
  });

  it('names what it does and the step it leaves', () => {
    const told = programme.map((_, index) => {
      const press = nextPress(cafe, clock(step(index), index > 1), 97, t);
      return [press?.label, press?.leaves, press?.command.kind];
    });
    expect(told).toEqual([
      ['Begin Welcome', 'Doors and coffee', 'next'],
      ['Seat everyone (97)', 'Welcome', 'next'],
      ['Start round\u00a01 now', 'Move to round\u00a01', 'next'],
      ['Ring the bell now', 'Round 1', 'ring'],
      ['Begin Break', 'Finish your sentence', 'next'],
      ['Start the home round now', 'Break', 'next'],
      ['Ring the bell now', 'Home round', 'ring'],
      ['Close the café', 'Burning questions', 'close'],
    ]);
  });

  it('seats everyone once, and sends everyone on after that', () => {
    const seating = programme.map(
      (_, index) => nextPress(cafe, clock(step(index), index > 1), 97, t)?.isSeating,
    );
    expect(seating.indexOf(true)).toBe(1);
    expect(seating.lastIndexOf(true)).toBe(1);
    expect(nextPress(cafe, clock(step(1), true), 97, t)?.isSeating).toBe(false);
    expect(nextPress(cafe, clock(step(1), true), 97, t)?.label).toBe(
      'Send everyone to round\u00a01',
    );
  });

  it('opens the tables where people pick theirs', () => {
    const picking = { ...cafe, seating: 'pick' as const };
    expect(nextPress(picking, clock(step(1), false), 97, t)?.label).toBe('Open the tables (97)');
    expect(nextPress(picking, clock(step(1), true), 97, t)?.label).toBe(
      'Send everyone to round\u00a01',
    );
  });

  it('resumes a café that is paused', () => {
    const press = nextPress(cafe, clock(paused), 97, t);
    expect([press?.label, press?.command]).toEqual(['Resume', { kind: 'resume', phase: 7 }]);
  });

  it('gives way to the question of a held bell, and to the close', () => {
    expect(nextPress(cafe, clock(held), 97, t)).toBeNull();
    expect(nextPress(cafe, clock({ at: 'closed', closedAt: 3 }), 97, t)).toBeNull();
  });
});

it('what is held asks for the bell at the end of a round, and else for the step that comes', () => {
  const asked = [2, 3, 4, 6].map((index) => {
    const now = held.missedAt + (index - 1) * 60_000;
    const { due, unanswered, command, label } = heldQuestion(cafe, { ...held, index }, 7, now, t);
    return [due, unanswered('0:57'), command.kind, label];
  });
  const begins = 'Without an answer it begins in 0:57.';
  const rings = 'Without an answer it rings in 0:57.';
  expect(asked).toEqual([
    ['Round 1 was due 1 minute ago.', begins, 'next', 'Start round\u00a01 now'],
    ['The bell was due 2 minutes ago.', rings, 'ring', 'Ring now'],
    ['Break was due 3 minutes ago.', begins, 'next', 'Begin Break'],
    ['The bell was due 5 minutes ago.', rings, 'ring', 'Ring now'],
  ]);
});

it('Back says what it undoes', () => {
  const stages: Stage[] = [{ at: 'before' }, ...programme.map((_, i) => step(i)), paused, held];
  expect(
    [...stages, { at: 'closed', closedAt: 3 } as const].map((s) => backLabel(cafe, s, t)),
  ).toEqual([
    null,
    'Undo opening',
    'Back to Doors and coffee',
    'Back to Welcome',
    'Back to the move',
    'Undo the bell',
    'Back to the bell',
    'Back to Break',
    'Undo the bell',
    'Back to the move, still paused',
    'Back to the move',
    'Undo closing',
  ]);
});

it('Back says what becomes of a pause', () => {
  expect([4, 2].map((index) => backLabel(cafe, { ...paused, index }, t))).toEqual([
    'Undo the bell, still paused',
    'Back to Welcome, ends the pause',
  ]);
});

it('only a step that runs by itself can be paused', () => {
  expect(
    [step(1), step(3), paused, { at: 'before' } as const].map((s) => canPause(cafe, s)),
  ).toEqual([false, true, false, false]);
});

it('more minutes carry the end that was seen', () => {
  expect([step(3), paused, held, { at: 'before' } as const].map((s) => extendBy(s, 2))).toEqual([
    { kind: 'extend', endsAt: at(10, 15), minutes: 2 },
    { kind: 'extend', endsAt: 9, minutes: 2 },
    { kind: 'extend', endsAt: 4, minutes: 2 },
    null,
  ]);
});

describe('seats that have just been made', () => {
  const walk = programme.findIndex(({ kind }) => kind === 'move');

  it('are those of the first way to a table, in a pause too', () => {
    const told = programme.filter((_, index) => isJustSeated(cafe, step(index)));
    expect(told.map(({ kind }) => kind)).toEqual(['move']);
    expect(isJustSeated(cafe, { ...paused, index: walk })).toBe(true);
  });

  it('are no longer those of a later way', () => {
    const again = { programme: [...programme.slice(0, 5), ...programme.slice(2)] };
    expect(isJustSeated(again, step(2))).toBe(true);
    expect(isJustSeated(again, step(5))).toBe(false);
  });

  it('are not there before people are seated, after the close, or where nobody walks', () => {
    expect(isJustSeated(cafe, { at: 'before' })).toBe(false);
    expect(isJustSeated(cafe, { at: 'closed', closedAt: at(12, 0) })).toBe(false);
    expect(isJustSeated({ programme: programme.toSpliced(walk, 1) }, step(walk))).toBe(false);
  });
});
