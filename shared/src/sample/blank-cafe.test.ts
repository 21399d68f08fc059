import { expect, it } from 'vitest';
import { checkFounding } from '../cafe/index.ts';
import { blankCafe } from './blank-cafe.ts';

it('a blank café is doors, one round and thanks', () => {
  const blank = blankCafe({ title: 'Tea', tables: 3 });
  expect(checkFounding(blank)).toEqual([]);
  expect(blank.definition.programme.map(({ kind }) => kind)).toEqual([
    ...['doors', 'move', 'round', 'grace', 'feedback'],
  ]);
});
