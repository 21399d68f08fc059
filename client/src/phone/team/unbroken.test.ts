import { expect, it } from 'vitest';
import { unbroken } from './unbroken.ts';

it('a heading breaks after a dot, and within a part only where that is long', () => {
  expect(unbroken('Table 5 · Crisis Line 24 · Round 2')).toBe(
    'Table\u00a05 ·\u00a0Crisis\u00a0Line\u00a024 ·\u00a0Round\u00a02',
  );
  expect(unbroken('Table 7 · Doorway Homeless Health · Round 2')).toBe(
    'Table\u00a07 ·\u00a0Doorway Homeless Health ·\u00a0Round\u00a02',
  );
  expect(unbroken('Round 1')).toBe('Round\u00a01');
});
