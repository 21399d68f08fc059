/**
 * The sample morning from a week before to a month after, as DAY tells it: two facilitators, a screen,
 * six phones, a team's desk and simulated people. What they read at which moment stands in day-words.ts;
 * each part of it has its own file.
 */
import { expect, test } from 'vitest';
import { room } from './whole-day/before.ts';
import './whole-day/first-round.ts';
import './whole-day/other-rounds.ts';
import './whole-day/back-home.ts';
import './whole-day/after.ts';

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
