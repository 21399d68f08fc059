import { expect, it } from 'vitest';
import phone from '../words/en/phone.ts';
import { readLabel } from './kind-name.ts';

it('labels parts of a next step, questions for the panel, and no other note', () => {
  const label = (kind: string, id: string) =>
    readLabel({ id, kind }, ['q'], phone, 'For the panel');
  expect([label('next', 'n'), label('when', 'w')]).toEqual(['Our next step', 'By when']);
  expect([label('note', 'q'), label('note', 'x')]).toEqual(['For the panel', '']);
});
