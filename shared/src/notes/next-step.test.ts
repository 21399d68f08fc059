import { expect, test } from 'vitest';
import { hasNextStep, nextStepFirst } from './next-step.ts';

const card = (kind: string, text = 'words', removed = false) => ({ kind, text, removed });

test('a table has a next step when a card says what, and not by who or by when alone', () => {
  expect(hasNextStep([card('note'), card('who'), card('when')])).toBe(false);
  expect(hasNextStep([card('next', ' \n')])).toBe(false);
  expect(hasNextStep([card('next', 'Call them', true)])).toBe(false);
  expect(hasNextStep([card('who'), card('next', 'Call them')])).toBe(true);
});

test('what, who and by when stand first, and nothing else changes its order', () => {
  const cards = [card('note', 'a'), card('when', 'b'), card('next', 'c'), card('when', 'd')];
  const more = [...cards, card('who', 'e'), card('note', 'f')];
  expect(nextStepFirst(more).map(({ text }) => text)).toEqual(['c', 'e', 'b', 'd', 'a', 'f']);
});
