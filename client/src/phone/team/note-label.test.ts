import { expect, it } from 'vitest';
import { noteLabel } from './note-label.ts';

it('counts notes from 1, whatever parts of a next step stand before or between them', () => {
  const cards = ['next', 'note', 'who', 'when', 'note', 'ask'].map((kind) => ({ kind }));
  expect(cards.map((_, nth) => noteLabel(cards, nth))).toEqual(['next', 1, 'who', 'when', 2, 3]);
});
