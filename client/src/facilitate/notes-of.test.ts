import { expect, it } from 'vitest';
import { cafe, words as t } from './fixture.ts';
import { notesOf } from './notes-of.ts';

it('speaks of teams’ notes only where there are teams', () => {
  expect(notesOf(cafe, t).isWithout).toBe('Names are left out of the notes that teams take home.');
  const none = Object.values(notesOf({ teams: [] }, t));
  expect(none).toContain('Names are left out of the notes of the tables.');
  expect(none.filter((sentence) => /team/iu.test(sentence))).toEqual([]);
});
