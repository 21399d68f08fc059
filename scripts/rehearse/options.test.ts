import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('without arguments the whole sample is rehearsed at pace 30', () => {
  expect(readOptions([])).toEqual({
    options: {
      phones: 110,
      pace: 30,
      url: 'http://127.0.0.1:3000',
      seed: 1,
      hurry: false,
      pick: false,
      json: false,
    },
  });
});

test('every mistake is a sentence', () => {
  expect(readOptions(['--phones', '0', '--pace', 'fast', '--url', 'cafe'])).toEqual({
    mistakes: [
      '--url must be an address like http://127.0.0.1:3000, but it is “cafe”.',
      '--phones must be a whole number from 1 to 500, but it is “0”.',
      '--pace must be a whole number from 1 to 60, but it is “fast”.',
    ],
  });
});

test('an unknown option is not passed over', () => {
  expect(readOptions(['--people', '3'])).toEqual({ mistakes: [expect.stringContaining('people')] });
});
