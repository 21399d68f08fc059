import { replay } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { dayOf } from './day.ts';

const EVENING = Date.UTC(2026, 4, 12, 22, 30);
const cafe = replay('c1', [], {});
const planned = { ...cafe, definition: { ...cafe.definition, opensAt: EVENING } };

it('a café has the day its doors opened, else the one planned, where it is read', () => {
  expect(dayOf(cafe, 'UTC')).toBe('');
  expect(dayOf(planned, 'UTC')).toBe('12 May 2026');
  expect(dayOf(planned, 'Australia/Sydney')).toBe('13 May 2026');
  expect(dayOf({ ...planned, openedAt: Date.UTC(2026, 4, 14, 12) }, 'UTC')).toBe('14 May 2026');
});

it('a zone that nobody knows is the server’s own', () => {
  for (const zone of ['Nowhere/Land', ['UTC'], undefined, '']) {
    expect(dayOf(planned, zone)).toBe(
      dayOf(planned, Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
  }
});
