import { winBack } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { at, cafe } from '../fixture.ts';
import { minutesOver, minutesWon, newEnd } from './new-end.ts';

const BREAK = 5;
const inBreak = { at: 'step', index: BREAK, startedAt: at(10, 0), endsAt: at(10, 20) } as const;
const END = at(11, 15);

it('moves with the minutes of a step to come, and of the one that runs', () => {
  const now = at(10, 1);
  expect(newEnd(cafe, inBreak, now, [])).toBe(END);
  expect(newEnd(cafe, inBreak, now, [{ index: 7, minutes: 34 }])).toBe(at(11, 9));
  expect(newEnd(cafe, inBreak, now, [{ index: BREAK, minutes: 14 }])).toBe(at(11, 9));
});

it('counts what was added to the running step among what is won back', () => {
  const longer = { ...inBreak, endsAt: at(11, 4) };
  const now = at(10, 1);
  const steps = winBack(cafe, longer, now, 44);
  expect(steps).toEqual([{ index: BREAK, minutes: 20 }]);
  expect(minutesWon(cafe, longer, steps)).toBe(44);
  expect(newEnd(cafe, longer, now, steps)).toBe(END);
});

it('is late by whole minutes, and seconds count as one', () => {
  const now = at(10, 1);
  expect(minutesOver(cafe, inBreak, now, END)).toBe(0);
  expect(minutesOver(cafe, inBreak, now, END - 6 * 60_000)).toBe(6);
  expect(minutesOver(cafe, inBreak, now, END - 5.5 * 60_000)).toBe(6);
  expect(minutesOver(cafe, inBreak, now, END + 60_000)).toBe(0);
  expect(minutesOver(cafe, { at: 'before' }, now, END - 60_000)).toBe(0);
  expect(minutesOver({ ...cafe, pace: 60 }, inBreak, at(10, 30), at(10, 30))).toBeGreaterThan(0);
});

it('wins no more back than what is to come can give, however late the day is', () => {
  const PANEL = 7;
  const inPanel = { at: 'step', index: PANEL, startedAt: at(10, 35), endsAt: END } as const;
  const nextDay = END + 24 * 60 * 60_000;
  const over = minutesOver(cafe, inPanel, nextDay, END);
  expect(over).toBe(24 * 60);
  expect(winBack(cafe, inPanel, nextDay, over)).toEqual([]);
  const thanked = { ...cafe, programme: [...cafe.programme] };
  thanked.programme.push({ kind: 'feedback', minutes: 12, title: 'Thank you' });
  expect(minutesWon(thanked, inPanel, winBack(thanked, inPanel, nextDay, over))).toBe(7);
});
