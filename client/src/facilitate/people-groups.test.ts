import { expect, it } from 'vitest';
import { cafe, person } from './fixture.ts';
import { groupsOf, mayBePutBack, offTheList } from './people-groups.ts';

const ada = person('ada', 'Ada', 'a');
const zoe = { ...person('zoe', 'Zoë', 'a'), here: false, left: true as const };
const ben = { ...person('ben', 'Ben', null), here: false };
const people = [zoe, ada, ben];

it('puts people with their teams, those without one last, and who will not come nowhere', () => {
  const groups = groupsOf(cafe, people, '');
  expect(groups.map(({ team, people }) => [team?.name, people.map(({ id }) => id)])).toEqual([
    ['Amber', ['ada']],
    [undefined, ['ben']],
  ]);
});

it('finds who will not come by name and by team', () => {
  expect(offTheList(cafe, people, '')).toEqual([zoe]);
  expect(offTheList(cafe, people, 'zoe')).toEqual([zoe]);
  expect(offTheList(cafe, people, 'amber')).toEqual([zoe]);
  expect(offTheList(cafe, people, 'ben')).toEqual([]);
});

it('says of nobody who has left that they come after all', () => {
  expect([zoe, ada, ben].map(mayBePutBack)).toEqual([true, false, false]);
  expect(mayBePutBack({ ...zoe, tables: [null, 't1'] })).toBe(false);
  // They left before there were seats.
  expect(mayBePutBack({ ...zoe, wasHere: true })).toBe(false);
});
