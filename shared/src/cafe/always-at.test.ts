import { expect, it } from 'vitest';
import { alwaysAt, overfull } from './always-at.ts';
import { changeByHand, Rehearsal, smallDefinition } from './fixture.ts';
import { checkFounding } from './found.ts';

const one = (id: string, fixedAt: string | null, goesWith: string | null = null) => ({
  ...{ id, fixedAt, goesWith },
});

it('whoever goes with somebody who stays takes a chair there, whichever of the two names the other', () => {
  const people = [one('a', 't1'), one('b', null, 'a'), one('c', 't1', 'd'), one('d', null)];
  expect(alwaysAt(people)).toEqual(new Map(['a', 'b', 'c', 'd'].map((id) => [id, 't1'])));
  expect(overfull([{ id: 't1', chairs: 4 }], people)).toEqual([]);
  expect(overfull([{ id: 't1', chairs: 3 }], people)).toEqual(['t1']);
});

it('who will not come takes no chair', () => {
  const people = [one('a', 't1'), { ...one('b', 't1'), left: true as const }, one('c', null, 'b')];
  expect(alwaysAt(people)).toEqual(new Map([['a', 't1']]));
});

it('nobody is told to stay at a table whose chairs are all taken for good', () => {
  const at = new Rehearsal();
  at.next();
  at.fill(9);
  const stay = (person: string, fixedAt: string) => changeByHand(at, { person, fixedAt }).done;
  const chairs = at.cafe.definition.tables[0]?.chairs ?? 0;
  for (let i = 1; i <= chairs; i += 1) expect(stay(`p${String(i)}`, 't1')).toHaveProperty('facts');
  expect(stay(`p${String(chairs + 1)}`, 't1')).toEqual({ refusal: { code: 'table full' } });
  expect(changeByHand(at, { person: `p${String(chairs + 1)}`, goesWith: 'p1' }).done).toEqual({
    refusal: { code: 'table full' },
  });
  // Another table has chairs left.
  expect(stay(`p${String(chairs + 1)}`, 't2')).toHaveProperty('facts');
});

it('a table that people always sit at keeps chairs for them, and gets more at any time', () => {
  const stays = Array.from({ length: 7 }, (_, i) => ({
    ...{ id: `p${String(i)}`, name: `P ${String(i)}`, team: null, withoutPhone: false },
    ...{ fixedAt: i < 3 ? 't1' : 't2', goesWith: null },
  }));
  // As a file may have it: four always sit at a table with three chairs.
  const tables = smallDefinition().tables.map((table) => ({ ...table, chairs: 3 }));
  const definition = smallDefinition({ tables });
  expect(checkFounding({ definition, people: stays })).toEqual([]);
  const at = new Rehearsal(definition, stays);
  const describe = (number: number, chairs: number, place = '') =>
    at.do({ kind: 'describeTable', table: `t${String(number)}`, number, place, chairs });
  expect(describe(1, 2)).toEqual({ refusal: { code: 'chairs kept' } });
  expect(describe(1, 4)).toHaveProperty('facts.length', 1);
  expect(describe(1, 3)).toHaveProperty('facts.length', 1);
  expect(describe(2, 2)).toEqual({ refusal: { code: 'chairs kept' } });
  expect(describe(2, 3, 'by the door')).toHaveProperty('facts.length', 1);
  at.do({ kind: 'depart', person: 'p0' });
  expect(describe(1, 2)).toHaveProperty('facts.length', 1);
});
