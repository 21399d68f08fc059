import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('a file is all that is needed', () => {
  expect(readOptions(['cafe.json'])).toEqual({
    options: { file: 'cafe.json', seed: 1, budgetMs: undefined, words: false },
  });
});

test('seed, budget and words are given by name', () => {
  const args = ['--seed', '7', 'cafe.json', '--budget-ms', '1000', '--words'];
  expect(readOptions(args)).toEqual({
    options: { file: 'cafe.json', seed: 7, budgetMs: 1_000, words: true },
  });
});

test('help is given whatever else is said', () => {
  expect(readOptions(['--help', '--seed', 'x'])).toEqual({ help: true });
});

test.each([
  [[], 'Which file? npm run --silent plan -- instance.json'],
  [['a.json', 'b.json'], 'One file at a time: “b.json” is a second.'],
  [['a.json', '--seed', 'first'], '--seed must be a whole number from 0 to 2147483647.'],
  [['a.json', '--seed=-1'], '--seed must be a whole number from 0 to 2147483647.'],
  [['a.json', '--budget-ms', '0'], '--budget-ms must be a whole number from 1 to 3600000.'],
  [['a.json', '--budget-ms', '1.5'], '--budget-ms must be a whole number from 1 to 3600000.'],
  [['a.json', '--fast'], expect.stringContaining('--fast') as string],
])('%j is answered with a sentence', (args, mistake) => {
  expect(readOptions(args)).toEqual({ mistake });
});
