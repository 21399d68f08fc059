import { expect, it } from 'vitest';
import { voicesOf } from './voices.ts';

it('voices are first names, but for two who share one and those without a name', () => {
  const people = [{ name: 'Sam Ali' }, { name: '' }, { name: 'Zoë Marsh' }, { name: 'Sam Reed' }];
  expect(voicesOf(people)).toEqual([
    { index: 0, name: 'Sam Ali', short: 'Sam Ali' },
    { index: 2, name: 'Zoë Marsh', short: 'Zoë' },
    { index: 3, name: 'Sam Reed', short: 'Sam Reed' },
  ]);
});
