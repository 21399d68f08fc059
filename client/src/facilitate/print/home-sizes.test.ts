import { expect, it } from 'vitest';
import { cafe, person } from '../fixture.ts';
import { homeSizes } from './home-sizes.ts';

it('counts who is here, before that who is listed, and knows no table of a team of nobody', () => {
  const listed = ['p', 'q', 'r'].map((id) => ({ ...person(id, id, 'a'), here: false }));
  expect(homeSizes(cafe, listed)).toEqual(new Map([['t1', 3]]));
  expect(homeSizes(cafe, [...listed, person('s', 's', 'a'), person('x', 'x', null)])).toEqual(
    new Map([['t1', 1]]),
  );
});
