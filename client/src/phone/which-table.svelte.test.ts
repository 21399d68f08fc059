import { expect, test } from 'vitest';
import { whichTableOf } from './which-table.svelte.ts';

test('who is saying where they sit goes on when the page beneath is another, until another round is told', () => {
  const day = { toldRound: 1 as number | null };
  const asked = whichTableOf(day);
  expect(asked.open).toBe(false);
  asked.ask();
  expect(whichTableOf(day)).toBe(asked);
  expect([asked.open, asked.isOver]).toEqual([true, false]);
  day.toldRound = 2;
  expect([asked.open, asked.isOver]).toEqual([true, true]);
  // A bell that is undone.
  day.toldRound = 1;
  expect([asked.open, asked.isOver]).toEqual([true, false]);
  expect(whichTableOf({ toldRound: 1 }).open).toBe(false);
});
