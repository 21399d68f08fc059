import { LIMITS } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { Credits } from './credits.ts';

test('a burst is allowed, then as many as come back in time', () => {
  const credits = new Credits(0);
  const burst = Array.from({ length: LIMITS.messageBurst + 1 }, () => credits.take(0));
  expect(burst.filter((taken) => !taken)).toHaveLength(1);
  const second = Array.from({ length: LIMITS.messagesPerSecond + 1 }, () => credits.take(1_000));
  expect(second.filter((taken) => !taken)).toHaveLength(1);
});

test('a clock that was set back takes nothing away and gives nothing', () => {
  const credits = new Credits(10_000);
  for (let i = 0; i < LIMITS.messageBurst; i += 1) credits.take(10_000);
  expect(credits.take(0)).toBe(false);
  expect(credits.take(1_000)).toBe(true);
});
