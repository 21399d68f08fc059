import { expect, it } from 'vitest';
import { personWishes } from './person-wishes.ts';

it('only what is another than before is asked for', () => {
  const before = { team: 'a', withoutPhone: true, goesWith: 'p2', fixedAt: null };
  const same = { team: 'a', hasPhone: false, goesWith: 'p2', fixedAt: null };
  expect(personWishes(before, same)).toEqual({});
  expect(personWishes(before, { ...same, team: null, hasPhone: true, goesWith: null })).toEqual({
    ...{ team: null, withoutPhone: false, goesWith: null },
  });
});
