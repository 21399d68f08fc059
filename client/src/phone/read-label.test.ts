import { expect, it } from 'vitest';
import phone from '../words/en/phone.ts';
import { lateLabel, readLabel } from './read-label.ts';

it('labels parts of a next step, questions for the panel, and no other note', () => {
  const label = (kind: string, id: string) =>
    readLabel({ id, kind }, ['q'], phone, 'For the panel');
  expect([label('next', 'n'), label('when', 'w')]).toEqual(['Our next step', 'By when']);
  expect([label('note', 'q'), label('note', 'x')]).toEqual(['For the panel', '']);
});

it('says of what was added later both that and what it is, and calls words added to a question none', () => {
  const say = { asked: 'For the panel', addedLater: (by: string) => `Added by ${by}` };
  const page = { cards: [{ id: 'p' }], asked: ['p', 'q'] };
  const label = (kind: string, id: string) => lateLabel({ id, kind, by: 'Ana' }, page, phone, say);
  expect([label('note', 'x'), label('note', 'p')]).toEqual(['Added by Ana', 'Added by Ana']);
  expect(label('note', 'q')).toBe('Added by Ana ·\u00a0For the panel');
  expect(label('when', 'w')).toBe('Added by Ana ·\u00a0By when');
});
