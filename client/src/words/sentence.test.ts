import { expect, it } from 'vitest';
import { sentence } from './sentence.ts';

it.each([
  ['Tea is by the stage', 'Tea is by the stage.'],
  ['Tea is by the stage (or room 4) ', 'Tea is by the stage (or room 4).'],
  ['Sit where it says “Hall 2”', 'Sit where it says “Hall 2”.'],
  ['كافيه', 'كافيه.'],
])('ends %s, which ends in a word', (typed, ended) => {
  expect(sentence(typed)).toBe(ended);
});

it.each(['Coffee is at the back.', 'Tea?', 'Come in …', 'やあ。', 'Tea ☕', 'He said “Sit.”', ''])(
  'leaves %s as it is',
  (typed) => {
    expect(sentence(typed)).toBe(typed);
  },
);
