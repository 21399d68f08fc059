import { expect, it } from 'vitest';
import { firstName, nameAndLetter, shortNames } from './first-name.ts';

it('two of one first name keep their whole names', () => {
  expect(shortNames(['Sam Ali', 'Sam Ali', 'Zoë Lind', ''])).toEqual([
    'Sam Ali',
    'Sam Ali',
    'Zoë',
    '',
  ]);
});

it.each([
  ['Dr Leila Farrokhzad', 'Leila', 'Leila F.'],
  ['Prof. Dr. Kwabena Asante', 'Kwabena', 'Kwabena A.'],
  ['Baroness Edith Calloway', 'Edith', 'Edith C.'],
  ['Bridget', 'Bridget', 'Bridget'],
  ['Dr', 'Dr', 'Dr'],
  ['Drew Sir-Ling', 'Drew', 'Drew S.'],
  ['', '', ''],
])(
  'of %j people read %j, and %j where somebody has to know themselves by it',
  (name, first, known) => {
    expect([firstName(name), nameAndLetter(name)]).toEqual([first, known]);
  },
);
