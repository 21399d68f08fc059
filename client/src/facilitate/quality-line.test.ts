import { expect, it } from 'vitest';
import { words as t } from './fixture.ts';
import { qualityLine } from './quality-line.ts';

const quality = (tableRepeats: number, waste: number, wasteBound: number, more = {}) =>
  qualityLine(
    { people: 97, tables: 20, tableRepeats, waste, wasteBound, ...more },
    { teams: [] },
    t,
  );

const planned = 'Planned for 97 people at 20 tables.';

it('the sentence of quality says exactly what was counted', () => {
  expect([quality(0, 0, 0), quality(1, 1, 0), quality(2, 5, 0)]).toEqual([
    `${planned} Nobody repeats a table. Nobody sits with the same person twice.`,
    `${planned} 1 visit is to a table already known. 1 meeting is of two who have met before.`,
    `${planned} 2 visits are to tables already known. 5 meetings are of two who have met before.`,
  ]);
});

it('claims no more than is proven of all plans', () => {
  const two = '2 visits are to tables already known.';
  const four = '4 meetings are of two who have met before.';
  expect(quality(2, 0, 0, { tableRepeatsBound: 2 })).toBe(
    `${planned} ${two} No plan has fewer. Nobody sits with the same person twice.`,
  );
  expect(quality(2, 4, 4, { tableRepeatsBound: 2 })).toBe(
    `${planned} ${two} No plan has fewer. ${four} No plan with as few repeated tables has fewer.`,
  );
  expect(quality(0, 4, 3, { tableRepeatsBound: 0 })).toBe(
    `${planned} Nobody repeats a table. ${four} No plan with as few repeated tables has fewer than 3.`,
  );
  expect(quality(2, 4, 4)).toBe(`${planned} ${two} ${four} No plan has fewer.`);
  expect(quality(2, 4, 3)).toBe(`${planned} ${two} ${four} No plan has fewer than 3.`);
});

it('claims nothing of meetings while tables are repeated that need not be', () => {
  expect(quality(2, 4, 4, { tableRepeatsBound: 1 })).not.toContain('No plan');
});

it('where there are teams, team-mates at one table are counted too, and it says so', () => {
  const plan = {
    people: 97,
    tables: 20,
    tableRepeats: 0,
    waste: 4,
    wasteBound: 4,
    tableRepeatsBound: 0,
  };
  expect(qualityLine(plan, { teams: [{ id: 'a', name: 'Amber', homeTable: 't1' }] }, t)).toBe(
    'Planned for 97 people at 20 tables. Nobody repeats a table. 4 meetings are of two who have met before or are of one team. No plan with as few repeated tables has fewer.',
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
