import { expect, it } from 'vitest';
import { arrivedAfter } from './arrival.ts';

it('is where the server knows of the tap', () => {
  expect(arrivedAfter(null, { page: 't7.1', isHere: true })).toBe('t7.1');
  expect(arrivedAfter('t7.1', { page: 't9.2', isHere: true })).toBe('t9.2');
});

it('is taken back where the server knows of none, and only for that page', () => {
  expect(arrivedAfter('t7.1', { page: 't7.1', isHere: false })).toBeNull();
  expect(arrivedAfter('t7.1', { page: 't9.2', isHere: false })).toBe('t7.1');
});
