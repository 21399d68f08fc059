import { expect, test } from 'vitest';
import { Words, isSplit, wordsIn } from './words.ts';

test('every word is of one length, so none is part of another', () => {
  expect([Words.make(0, 1, 0), Words.make(499, 4, 35)]).toEqual(['zq00010', 'zq0dv4z']);
  expect(wordsIn('\n zq00010  zq0dv4z zq00')).toEqual(['zq00010', 'zq0dv4z']);
});

test('a word that the lock cut in two is found', () => {
  expect(isSplit('zq00a1b', '\n zq00a10  zq00a', '1b ')).toBe(true);
});

test('a word that is lost is not found in the pieces of others', () => {
  expect(isSplit('zq00a1b', '\n zq00a10 ', ' zq00a1c  b ')).toBe(false);
  expect(isSplit('zq00a1b', '\n zq00a1 ', ' zq0011b ')).toBe(false);
  expect(isSplit('zq00a1b', '\n zq00a1 ', '')).toBe(false);
});
