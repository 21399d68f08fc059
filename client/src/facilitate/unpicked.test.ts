import { expect, it } from 'vitest';
import type { ClockView } from '@tablecloth/shared/cafe';
import { cafe, person } from './fixture.ts';
import { unpicked } from './unpicked.ts';

const clock: ClockView = {
  phase: 3,
  stage: { at: 'step', index: 2, startedAt: 0, endsAt: 1 },
  openRound: null,
  plannedEnd: null,
  seated: true,
};
const people = [
  person('1', 'Ada', 'a', ['t1', null]),
  person('2', 'Ben', 'a', [null, 't1']),
  { ...person('3', 'Cem', null, [null, null]), withoutPhone: true },
  { ...person('4', 'Dina', null, [null, null]), here: false },
];

it('counts who has not picked, and of them who has no phone', () => {
  const picking = { ...cafe, seating: 'pick' as const };
  expect(unpicked(picking, clock, people, 1)).toEqual({
    ...{ round: 1, people: 2, withoutPhone: 1, chairs: 8 },
  });
  const [first, ...others] = picking.tables;
  if (first === undefined) throw new Error('no table');
  const tables = [{ ...first, closed: true as const }, ...others];
  expect(unpicked({ ...picking, tables }, clock, people, 1)?.chairs).toBe(5);
});

it('says nothing where seats are planned, before the tables are open, and at home', () => {
  expect(unpicked(cafe, clock, people, 1)).toBeNull();
  const picking = { ...cafe, seating: 'pick' as const };
  expect(unpicked(picking, { ...clock, seated: false }, people, 1)).toBeNull();
  expect(unpicked(picking, clock, people, 2)).toBeNull();
  expect(unpicked(picking, clock, people, null)).toBeNull();
});
