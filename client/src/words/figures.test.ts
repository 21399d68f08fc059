import { expect, it } from 'vitest';
import { figuresOf, wholeMinutes } from './figures.ts';
import { pluralsOf } from './plural.ts';

it('a clock reads 0:00 only when nothing is left', () => {
  const { clock } = figuresOf('en-GB');
  expect([100_000, 99_001, 1, 0, -5].map(clock)).toEqual(['1:40', '1:40', '0:01', '0:00', '0:00']);
});

it('minutes are whole and never too few', () => {
  expect([420_000, 361_001, 60_000, 1, 0].map(wholeMinutes)).toEqual([7, 7, 1, 1, 0]);
});

it('a step opens with its own minutes where a clock is a second off', () => {
  expect([900_400, 901_000, 899_600].map(wholeMinutes)).toEqual([15, 15, 15]);
});

it('times and lists follow the habit of the reader', () => {
  const at = Date.UTC(2026, 2, 3, 10, 8);
  expect(figuresOf('en-GB', 'UTC').time(at)).toBe('10:08');
  expect(figuresOf('en-US', 'UTC').time(at)).toMatch(/^10:08\sAM$/u);
  expect(figuresOf('en-GB').list(['Ana', 'Bo', 'Cy'])).toBe('Ana, Bo and Cy');
});

it('a plural takes its own form and digits', () => {
  const english = pluralsOf('en');
  const people = { one: '# person', other: '# people' };
  expect([0, 1, 1250].map((count) => english(count, people))).toEqual([
    '0 people',
    '1 person',
    '1,250 people',
  ]);
  expect(pluralsOf('pl')(3, { one: '# stół', few: '# stoły', other: '# stołów' })).toBe('3 stoły');
});
