import { expect, it } from 'vitest';
import words from '../words/en/remove.ts';
import { receiptParts } from './receipt.ts';

it('adds up kinds of rows that are one thing to people, and counts none of nothing', () => {
  const deleted = { facts: 130, commands: 26, replicas: 93, clients: 93, open_rounds: 0, other: 2 };
  expect(receiptParts(deleted, words.parts)).toEqual([
    ['What happened, line by line', 130],
    ['Presses of buttons', 26],
    ['Which device wrote where', 186],
    ['other', 2],
  ]);
});
