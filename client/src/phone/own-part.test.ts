import { expect, it } from 'vitest';
import later from '../words/en/later.ts';
import phone from '../words/en/phone.ts';
import { ownPart } from './own-part.ts';

const parts = (isOver: boolean) =>
  [
    { hosting: true, team: 'Harbour' },
    { hosting: false, team: 'Harbour' },
    { hosting: false, team: '' },
  ].map(({ team, ...seat }) => ownPart(seat, isOver, team, phone, later));

it('a round that is to come is told as one’s part in it, one that is over as what one did', () => {
  expect(parts(false)).toEqual(['You’re hosting', 'Harbour', 'You’re visiting']);
  expect(parts(true)).toEqual(['You hosted', 'Harbour', 'You visited']);
});
