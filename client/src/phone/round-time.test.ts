import { position, stepMs, type Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { roundTime } from './round-time.ts';

const MINUTE = 60_000;
const NOON = 1_750_000_000_000;
const ROUND: Step = {
  ...{ kind: 'round', minutes: 20, round: 1 },
  beats: [
    { kind: 'story', minutes: 5 },
    { kind: 'talk', minutes: 11 },
    { kind: 'write', minutes: 4 },
  ],
};
const TIMETABLE = { programme: [ROUND], pace: 1 };
const STAGE = { at: 'step', index: 0, startedAt: NOON, endsAt: NOON + stepMs(ROUND, 1) } as const;

const at = (minutes: number) =>
  roundTime(position(TIMETABLE, STAGE, NOON + minutes * MINUTE), 5 * MINUTE);

it('is the time until the end that stands beside it, in every beat', () => {
  for (const minutes of [0, 3, 5, 6, 15, 16, 19]) {
    const { leftMs, endsAt } = at(minutes);
    expect([minutes, endsAt]).toEqual([minutes, NOON + minutes * MINUTE + leftMs]);
  }
});

it('is the story’s while a story is told, and from then on the round’s', () => {
  expect(at(2)).toEqual({ leftMs: 3 * MINUTE, endsAt: NOON + 5 * MINUTE, fraction: 0.4 });
  expect(at(5)).toEqual({ leftMs: 15 * MINUTE, endsAt: NOON + 20 * MINUTE, fraction: 0.25 });
  expect(at(17)).toEqual({ leftMs: 3 * MINUTE, endsAt: NOON + 20 * MINUTE, fraction: 0.85 });
});

it('has no end while paused', () => {
  const paused = { at: 'paused', index: 0, startedAt: NOON, pausedAt: NOON + 6 * MINUTE } as const;
  const shown = position(TIMETABLE, { ...paused, leftMs: 14 * MINUTE }, NOON + 9 * MINUTE);
  expect(roundTime(shown, 5 * MINUTE)).toEqual({
    ...{ leftMs: 14 * MINUTE, endsAt: null, fraction: 0.3 },
  });
});
