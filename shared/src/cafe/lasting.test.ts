import { expect, it } from 'vitest';
import { MINUTE, smallDefinition } from './fixture.ts';
import { addedMinutes, minutesInAll } from './lasting.ts';

const BREAK = 8;
const cafe = smallDefinition();
const startedAt = 1_000_000;
const endsAt = startedAt + 64 * MINUTE;
const longer = { at: 'step', index: BREAK, startedAt, endsAt } as const;

it('minutes that were added to the running step are counted, also in a pause and while it waits', () => {
  const planned = { ...longer, endsAt: startedAt + 20 * MINUTE };
  expect(addedMinutes(cafe, planned, BREAK)).toBe(0);
  expect(addedMinutes(cafe, longer, BREAK)).toBe(44);
  expect(minutesInAll(cafe, longer, BREAK)).toBe(64);
  const pausedAt = startedAt + 10 * MINUTE;
  const leftMs = endsAt - pausedAt;
  const paused = { at: 'paused', index: BREAK, startedAt, leftMs, pausedAt } as const;
  expect(addedMinutes(cafe, paused, BREAK)).toBe(44);
  const missed = { missedAt: endsAt, ringsAt: endsAt + MINUTE };
  expect(addedMinutes(cafe, { at: 'held', index: BREAK, startedAt, ...missed }, BREAK)).toBe(44);
  const quick = { ...longer, endsAt: startedAt + 22 * 1_000 };
  expect(addedMinutes({ ...cafe, pace: 60 }, quick, BREAK)).toBe(2);
});

it('nothing was added to a step that does not run', () => {
  expect(addedMinutes(cafe, longer, BREAK + 1)).toBe(0);
  expect(minutesInAll(cafe, longer, BREAK + 1)).toBe(15);
  expect(addedMinutes(cafe, { at: 'before' }, 0)).toBe(0);
  expect(addedMinutes(cafe, { at: 'closed', closedAt: endsAt }, BREAK)).toBe(0);
  expect(minutesInAll(cafe, longer, 99)).toBe(0);
});
