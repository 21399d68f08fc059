import { expect, it } from 'vitest';
import { shortNames } from './first-name.ts';

it('two of one first name keep their whole names', () => {
  expect(shortNames(['Sam Ali', 'Sam Ali', 'Zoë Lind', ''])).toEqual([
    'Sam Ali',
    'Sam Ali',
    'Zoë',
    '',
  ]);
});
