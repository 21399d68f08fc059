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
