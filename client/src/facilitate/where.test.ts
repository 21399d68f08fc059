import { expect, test } from 'vitest';
import { whereOf } from './where.ts';

test('a page begins with Now, whatever the browser kept', () => {
  for (const state of [null, undefined, 7, 'links', [], {}, { section: 'x', fill: 'x' }]) {
    expect(whereOf(state)).toEqual({ section: 'now', fill: null });
  }
});

test('a kept place is found again', () => {
  expect(whereOf({ section: 'links', fill: 'cards' })).toEqual({ section: 'links', fill: 'cards' });
  expect(whereOf({ section: 'panel' })).toEqual({ section: 'panel', fill: null });
});
