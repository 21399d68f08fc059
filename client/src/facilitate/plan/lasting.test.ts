import { expect, it } from 'vitest';
import { at, cafe, words as t } from '../fixture.ts';
import { addedMinutes } from './lasting.ts';
import { planLines } from './plan-lines.ts';

const BREAK = 5;
const startedAt = at(10, 0);
const longer = { at: 'step', index: BREAK, startedAt, endsAt: at(11, 4) } as const;

it('minutes that were added to the running step are counted, also in a pause and while it waits', () => {
  expect(addedMinutes(cafe, { ...longer, endsAt: at(10, 20) }, BREAK)).toBe(0);
  expect(addedMinutes(cafe, longer, BREAK)).toBe(44);
  const pausedAt = at(10, 10);
  const leftMs = longer.endsAt - pausedAt;
  const paused = { at: 'paused', index: BREAK, startedAt, leftMs, pausedAt } as const;
  expect(addedMinutes(cafe, paused, BREAK)).toBe(44);
  const missed = { missedAt: longer.endsAt, ringsAt: at(11, 10) };
  expect(addedMinutes(cafe, { at: 'held', index: BREAK, startedAt, ...missed }, BREAK)).toBe(44);
  const quick = { ...longer, endsAt: startedAt + 22 * 1_000 };
  expect(addedMinutes({ ...cafe, pace: 60 }, quick, BREAK)).toBe(2);
});

it('nothing was added to a step that does not run', () => {
  expect(addedMinutes(cafe, longer, BREAK + 1)).toBe(0);
  expect(addedMinutes(cafe, { at: 'before' }, 0)).toBe(0);
  expect(addedMinutes(cafe, { at: 'closed', closedAt: at(12, 0) }, BREAK)).toBe(0);
});

it('the plan says how long the running step lasts in all, after a shorter plan of it too', () => {
  const shorter = { ...cafe, programme: [...cafe.programme] };
  shorter.programme[BREAK] = { kind: 'break', minutes: 10, title: '' };
  const now = at(10, 30);
  const minutes = (view: typeof cafe, endsAt: number) =>
    planLines(view, { ...longer, endsAt }, now, t)
      .slice(BREAK)
      .map((line) => line.minutes);
  expect(minutes(cafe, longer.endsAt)).toEqual([64, 15, 40]);
  expect(minutes(shorter, at(10, 54))).toEqual([54, 15, 40]);
});
