import { expect, test } from 'vitest';
import { stillTyped } from './still-typed.ts';

const notes = (...ids: string[]) => ids.map((id) => ({ id }));

test('a note that somebody took out keeps its place while it is being changed, and only then', () => {
  const now = stillTyped(notes('a', 'd', 'e'), notes('a', 'b', 'c', 'd'), (id) => id !== 'c');
  expect(now).toEqual([{ id: 'a' }, { id: 'b', isGone: true }, ...notes('d', 'e')]);
  expect(stillTyped(notes('a', 'd', 'e'), now, () => true)).toEqual(now);
  expect(stillTyped(notes('a', 'd', 'e'), now, () => false)).toEqual(notes('a', 'd', 'e'));
});
