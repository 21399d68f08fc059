import { expect, it } from 'vitest';
import words from '../words/en/later.ts';
import { ownSum } from './own-sum.ts';

const programme = (['doors', 'round', 'break', 'round', 'break', 'home'] as const).map((kind) => ({
  kind,
}));
const sumAt = (index: number) =>
  ownSum({ tables: 2, newPeople: 14, twice: 2 }, programme, index, words);

it('the sum of one’s day is said as it will be until the last round, and then as it is', () => {
  const sum = '2 tables, 14 new people, 2 of them more than once';
  expect([0, 2, 4].map(sumAt)).toEqual([
    `After the last round: ${sum}`,
    `After the last round: ${sum}`,
    sum,
  ]);
});

it('of a day in which no table was or will be seen nothing is said', () => {
  expect(ownSum({ tables: 0, newPeople: 0, twice: 0 }, programme, 4, words)).toBe('');
});
