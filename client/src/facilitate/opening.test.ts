import { expect, it } from 'vitest';
import { UNSETTLED, isPastDay, openingOf, readOpening } from './opening.ts';

const nine = new Date(2026, 2, 3, 9, 0).getTime();

it('a moment is a day and a time of the browser’s own zone, and is read again as it was', () => {
  expect(openingOf(nine)).toEqual({ day: '2026-03-03', time: '09:00' });
  expect(readOpening(openingOf(nine))).toBe(nine);
});

it('nothing settled is two empty fields', () => {
  expect(openingOf(null)).toEqual(UNSETTLED);
  expect(readOpening(UNSETTLED)).toBe(null);
});

it('one without the other, and what no café can open at, is not read', () => {
  for (const opening of [
    { day: '2026-03-03', time: '' },
    { day: '', time: '09:00' },
    { day: '1066-10-14', time: '09:00' },
    { day: '20260-03-03', time: '09:00' },
    { day: '2200-01-01', time: '09:00' },
  ]) {
    expect(readOpening(opening)).toBeUndefined();
  }
});

it('a day is past from the midnight after it', () => {
  const days = ['2025-12-31', '2026-03-02', '2026-03-03', '2026-03-04', ''];
  const past = days.filter((day) => isPastDay({ day }, nine));
  expect(past).toEqual(['2025-12-31', '2026-03-02']);
});
