import { position, stepMs, type Stage, type Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { partTime } from './part-time.ts';

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
const STAGE = { at: 'step', index: 0, startedAt: NOON, endsAt: NOON + stepMs(ROUND, 1) } as const;

function at(minutes: number, stage: Stage = STAGE, step = ROUND) {
  const shown = position({ programme: [step], pace: 1 }, stage, NOON + minutes * MINUTE);
  if (shown === null) throw new Error('nothing runs');
  return partTime(shown);
}

it('is the part’s that runs, with its own end, and the last one’s end is the round’s', () => {
  expect(at(2)).toEqual({
    ...{ leftMs: 3 * MINUTE, endsAt: NOON + 5 * MINUTE, isLast: false, fraction: 0.4 },
  });
  expect(at(5)).toEqual({
    ...{ leftMs: 11 * MINUTE, endsAt: NOON + 16 * MINUTE, isLast: false, fraction: 0 },
  });
  expect(at(17)).toEqual({
    ...{ leftMs: 3 * MINUTE, endsAt: NOON + 20 * MINUTE, isLast: true, fraction: 0.25 },
  });
});

it('is the time until the end that stands beside it, in every part, also with minutes added', () => {
  for (const added of [0, 5]) {
    const stage = { ...STAGE, endsAt: STAGE.endsAt + added * MINUTE };
    for (const minutes of [0, 3, 5, 6, 15, 16, 19, 20, 24].filter((m) => m <= 20 + added)) {
      const { leftMs, endsAt, fraction } = at(minutes, stage);
      expect([added, minutes, endsAt]).toEqual([added, minutes, NOON + minutes * MINUTE + leftMs]);
      expect(fraction).toBeGreaterThanOrEqual(0);
      expect(fraction).toBeLessThanOrEqual(1);
    }
  }
});

it('begins anew with each part', () => {
  const begins = (minutes: number) => at(minutes).fraction;
  expect([begins(0), begins(5), begins(16)]).toEqual([0, 0, 0]);
});

it('is the round’s where it has one part', () => {
  const step: Step = { ...ROUND, beats: [{ kind: 'talk', minutes: 20 }] };
  expect(at(5, STAGE, step)).toEqual({
    ...{ leftMs: 15 * MINUTE, endsAt: NOON + 20 * MINUTE, isLast: true, fraction: 0.25 },
  });
});

it('has no end while paused', () => {
  const paused = { at: 'paused', index: 0, startedAt: NOON, pausedAt: NOON + 6 * MINUTE } as const;
  expect(at(9, { ...paused, leftMs: 14 * MINUTE })).toMatchObject({
    ...{ leftMs: 10 * MINUTE, endsAt: null },
  });
});
