import { expect, it } from 'vitest';
import { daySum } from './day-sum.ts';
import { simulatedCafe, simulatedPages } from './simulated.ts';

it('counts who came, where they sat, who visited a table twice, and the notes that stand', () => {
  const cafe = simulatedCafe();
  expect(daySum(cafe, simulatedPages())).toEqual({ people: 3, tables: 3, twice: 0, notes: 6 });
  const guest = { tables: ['t1', 't1', null], hosting: [false, false, false] };
  const again = { ...cafe, itineraries: { ...cafe.itineraries, guest } };
  expect(daySum(again, [])).toEqual({ people: 3, tables: 3, twice: 1, notes: 0 });
  expect(daySum({ ...cafe, itineraries: null, people: {} }, [])).toEqual({
    ...{ people: 0, tables: 0, twice: 0, notes: 0 },
  });
});

it('counts no table of a round that never began', () => {
  const cafe = { ...simulatedCafe(), reached: 1 };
  const guest = { tables: ['t3', 't3', null], hosting: [false, false, false] };
  const itineraries = { ...cafe.itineraries, guest };
  expect(daySum({ ...cafe, itineraries }, [])).toMatchObject({ people: 3, tables: 2, twice: 0 });
  expect(daySum({ ...cafe, itineraries, reached: 0 }, [])).toMatchObject({ people: 3, tables: 0 });
});

it('counts a table that was closed in all rounds no more than the plan does, though its team is at home there', () => {
  const cafe = simulatedCafe();
  const seats = { tables: ['t2', 't2', 't1'], hosting: [false, false, false] };
  const itineraries = { zoe: seats, ben: { ...seats, tables: ['t3', 't3', 't2'] } };
  expect(daySum({ ...cafe, itineraries }, [])).toMatchObject({ people: 3, tables: 2 });
});

it('counts the tables of a home round where it is all there was', () => {
  const cafe = simulatedCafe();
  const home = { kind: 'home', minutes: 9, round: 1 } as const;
  const definition = { ...cafe.definition, programme: [home] };
  const itineraries = { zoe: { tables: ['t1'], hosting: [false] } };
  expect(daySum({ ...cafe, definition, itineraries }, [])).toMatchObject({ people: 3, tables: 1 });
});
