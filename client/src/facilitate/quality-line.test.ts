import { expect, it } from 'vitest';
import { words as t } from './fixture.ts';
import { qualityLine } from './quality-line.ts';

const quality = (tableRepeats: number, waste: number, wasteBound: number, more = {}) =>
  qualityLine({ people: 97, tables: 20, tableRepeats, waste, wasteBound, ...more }, t);

it('the sentence of quality claims no more than is proven', () => {
  expect([quality(0, 0, 0), quality(0, 4, 4), quality(1, 5, 4), quality(2, 1, 0)]).toEqual([
    'Planned for 97 people at 20 tables. Nobody repeats a table. Everybody at every table is new to each other.',
    'Planned for 97 people at 20 tables. Nobody repeats a table. 4 pairs meet who know each other already. That cannot be avoided.',
    'Planned for 97 people at 20 tables. A table is repeated once. 5 pairs meet who know each other already. At least 4 cannot be avoided.',
    'Planned for 97 people at 20 tables. A table is repeated 2 times. 1 pair meets who know each other already.',
  ]);
  expect(quality(2, 0, 0, { tableRepeatsBound: 2 })).toBe(
    'Planned for 97 people at 20 tables. A table is repeated 2 times. That cannot be avoided. Everybody at every table is new to each other.',
  );
  expect(quality(2, 0, 0, { tableRepeatsBound: 1 })).not.toContain('avoided');
});
