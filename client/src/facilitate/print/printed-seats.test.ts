import { expect, it } from 'vitest';
import { person } from '../fixture.ts';
import { hostsAt, printedSeats } from './printed-seats.ts';

const planned = { tables: ['t1', 't2'], hosting: [true, false] };
const people = [
  { ...person('y', 'Yusuf', 'a', ['t2', 't1']), planned },
  { ...person('z', 'Zoë', 'a', ['t1', 't2'], [true, false]), here: false },
];

it('prints planned seats for all who have them, and on the day those of who is here', () => {
  expect(printedSeats(people, false)).toMatchObject([{ id: 'y', ...planned }]);
  expect(printedSeats(people, true)).toMatchObject([{ id: 'y', tables: ['t2', 't1'] }]);
});

it('finds who hosts a table in a round', () => {
  const seats = printedSeats(people, false);
  expect(hostsAt(seats, 't1', 1).map(({ id }) => id)).toEqual(['y']);
  expect(hostsAt(seats, 't2', 2)).toEqual([]);
});
