import { expect, it } from 'vitest';
import { askingSeat, nameSeenBy } from './asking-seat.ts';
import type { Seat } from './day.svelte.ts';

const seat = (number: number, round: number): Seat => {
  const id = `t${String(number)}`;
  const table = { id, number, place: '', chairs: 5 };
  return { round, table, hosting: false, page: `${id}.${String(round)}` };
};
const visits = [seat(7, 1), seat(9, 2)];

it('is where one sits in the round whose pages are open', () => {
  const home = seat(3, 3);
  expect(askingSeat({ open: home, openRound: 3, seats: [...visits, home] })).toBe(home);
});

it('is where one sat last, where one sits at no table of that round', () => {
  expect(askingSeat({ open: null, openRound: 3, seats: visits })).toBe(visits[1]);
  expect(askingSeat({ open: null, openRound: 2, seats: visits.slice(0, 1) })).toBe(visits[0]);
});

it('is no table of a round that has not begun, and none for who never had one', () => {
  expect(askingSeat({ open: null, openRound: 1, seats: visits.slice(1) })).toBeNull();
  expect(askingSeat({ open: null, openRound: 3, seats: [] })).toBeNull();
  expect(askingSeat({ open: null, openRound: null, seats: visits })).toBeNull();
});

it('is asked without a name only at the page that is open: what comes late tells facilitators its name', () => {
  const open = seat(3, 3);
  expect(nameSeenBy({ open, cafe: null }, open.page)).toBe('nobody');
  expect(nameSeenBy({ open, cafe: null }, 't9.2')).toBe('facilitators');
  expect(nameSeenBy({ open: null, cafe: null }, 't9.2')).toBe('facilitators');
  const cafe = { namesInPacks: true };
  expect(nameSeenBy({ open, cafe }, open.page)).toBe('readers');
  expect(nameSeenBy({ open: null, cafe }, 't9.2')).toBe('readers');
});
