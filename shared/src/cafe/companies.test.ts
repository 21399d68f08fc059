import { expect, it } from 'vitest';
import { companiesOf, tornAmong } from './companies.ts';

const going = (id: string, goesWith: string | null = null, fixedAt: string | null = null) => ({
  ...{ id, goesWith, fixedAt },
});
const idsOf = (people: Parameters<typeof companiesOf>[0]): string[] =>
  companiesOf(people).map((company) =>
    company
      .map(({ id }) => id)
      .sort()
      .join(''),
  );

it('puts together whoever goes with somebody, through others too, whichever names the other', () => {
  const people = [going('a', 'b'), going('b', 'c'), going('c'), going('d'), going('e', 'd')];
  expect(idsOf(people).sort()).toEqual(['abc', 'de']);
  expect(idsOf([going('a', 'b'), going('c', 'd'), going('b', 'c'), going('d')])).toEqual(['abcd']);
  expect(idsOf([going('a', 'b'), going('b', 'a'), going('c', 'c')])).toEqual(['ab', 'c']);
});

it('knows nothing of somebody who is not among them', () => {
  expect(idsOf([going('a', 'x'), going('b', 'x')])).toEqual(['a', 'b']);
});

it('is torn by two tables, however far apart those are who stay there', () => {
  const chain = (last: string | null) => [
    going('a', 'b', 't1'),
    going('b', 'c'),
    going('c', null, last),
  ];
  expect(tornAmong([...chain('t2'), going('d', null, 't3')])).toEqual([chain('t2')]);
  expect(tornAmong(chain('t1'))).toEqual([]);
  expect(tornAmong(chain(null))).toEqual([]);
});
