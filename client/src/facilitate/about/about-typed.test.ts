import { expect, it } from 'vitest';
import { cafe, words as t } from '../fixture.ts';
import { readAbout, typedOf } from './about-typed.ts';

const opensAt = new Date(2026, 2, 3, 9, 0).getTime();
const stored = { ...cafe, opensAt };
const typed = typedOf(stored);

it('what is stored, read again, changes nothing', () => {
  expect(typed).toMatchObject({ title: 'A morning', day: '2026-03-03', time: '09:00' });
  expect(readAbout(typed, stored, t)).toEqual({ about: {} });
});

it('only what was changed is sent, trimmed', () => {
  const changed = { ...typed, question: ' Why? ', time: '09:30', keepDays: '7' };
  expect(readAbout(changed, stored, t)).toEqual({
    about: { question: 'Why?', opensAt: opensAt + 30 * 60_000, keepDays: 7 },
  });
  expect(readAbout({ ...typed, day: '', time: '' }, stored, t)).toEqual({
    about: { opensAt: null },
  });
});

it('what phones say at the door may be empty, and be taken away', () => {
  expect(readAbout({ ...typed, lobby: 'Coffee!' }, stored, t)).toEqual({
    about: { lobby: 'Coffee!' },
  });
  const had = { ...stored, lobby: 'Coffee!' };
  const emptied = { ...typedOf(had), lobby: ' ' };
  expect(readAbout(emptied, had, t)).toEqual({ about: { lobby: '' } });
});

it('what waits to be stored stands in the boxes, and is not stored yet', () => {
  const waiting = { title: 'An evening', opensAt: null };
  const again = typedOf(stored, waiting);
  expect(again).toEqual({ ...typed, title: 'An evening', day: '', time: '' });
  expect(readAbout(again, stored, t)).toEqual({ about: waiting });
});

it('every mistake has a sentence at its field', () => {
  const wrong = {
    ...{ ...typed, title: ' ', organisation: 'x'.repeat(121), notice: 'a\u0000b' },
    ...{ day: '', keepDays: '0' },
  };
  expect(readAbout(wrong, stored, t)).toEqual({
    mistakes: {
      title: 'Please give the café a title.',
      organisation: 'Please shorten this to 120 letters.',
      notice: 'This has signs that cannot be stored. Type it again.',
      keepDays: 'Please type a whole number from 1 to 365.',
      time: 'Please give both, day and time, or neither.',
    },
  });
});
