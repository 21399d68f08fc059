import { expect, test } from 'vitest';
import { onceMore } from './once-more.ts';

test('what is asked for while it runs is done once more, and never two at once', async () => {
  let running = 0;
  let most = 0;
  let done = 0;
  const again = onceMore(async () => {
    most = Math.max(most, (running += 1));
    await Promise.resolve();
    running -= 1;
    done += 1;
  });
  const first = again();
  await Promise.resolve();
  await Promise.all([again(), again(), again(), first]);
  expect({ most, done }).toEqual({ most: 1, done: 2 });
  await again();
  expect(done).toBe(3);
});
