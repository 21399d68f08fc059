import { expect, it } from 'vitest';
import { alwaysAt, overfull } from './always-at.ts';
import { changeByHand, Rehearsal } from './fixture.ts';

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
