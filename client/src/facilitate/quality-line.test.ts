import { expect, it } from 'vitest';
import { words as t } from './fixture.ts';
import { qualityLine } from './quality-line.ts';

const quality = (tableRepeats: number, waste: number, wasteBound: number, more = {}) =>
  qualityLine(
    { people: 97, tables: 20, tableRepeats, waste, wasteBound, ...more },
    { teams: [] },
    t,
  );

it('the sentence of quality claims no more than is proven', () => {
  expect([quality(0, 0, 0), quality(0, 4, 4), quality(1, 5, 4), quality(2, 1, 0)]).toEqual([
    'Planned for 97 people at 20 tables. Nobody repeats a table. Nobody sits with the same person twice.',
    'Planned for 97 people at 20 tables. Nobody repeats a table. 4 times two people who have met before sit together. That cannot be avoided.',
    'Planned for 97 people at 20 tables. Once somebody comes back to a table. 5 times two people who have met before sit together. At least 4 cannot be avoided.',
    'Planned for 97 people at 20 tables. Twice somebody comes back to a table. Once two people who have met before sit together.',
  ]);
  expect(quality(2, 0, 0, { tableRepeatsBound: 2 })).toBe(
    'Planned for 97 people at 20 tables. Twice somebody comes back to a table. That cannot be avoided. Nobody sits with the same person twice.',
  );
  expect(quality(2, 4, 4, { tableRepeatsBound: 2 })).toBe(
    'Planned for 97 people at 20 tables. Twice somebody comes back to a table. 4 times two people who have met before sit together. Neither can be avoided.',
  );
  expect(quality(2, 0, 0, { tableRepeatsBound: 1 })).not.toContain('avoided');
});

it('where there are teams, team-mates at one table are counted too, and it says so', () => {
  const plan = { people: 97, tables: 20, tableRepeats: 0, waste: 4, wasteBound: 4 };
  expect(qualityLine(plan, { teams: [{ id: 'a', name: 'Amber', homeTable: 't1' }] }, t)).toBe(
    'Planned for 97 people at 20 tables. Nobody repeats a table. 4 times two people who are of one team or have met before sit together. That cannot be avoided.',
  );
});

it('says how many there are now where that is no longer how many it was planned for', () => {
  const plan = { people: 4, tables: 2, tableRepeats: 0, waste: 0, wasteBound: 0 };
  const made =
    'Planned for 4 people at 2 tables. Nobody repeats a table. Nobody sits with the same person twice.';
  expect([4, 5, 3, 1].map((here) => qualityLine(plan, { teams: [] }, t, here))).toEqual([
    made,
    `${made} Now there are 5: for those who came later it may differ.`,
    `${made} Now there are 3.`,
    `${made} Now there is 1.`,
  ]);
});
