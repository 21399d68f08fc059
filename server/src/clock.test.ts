import { LIMITS } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { FakeTime } from '../test/fake-time.ts';
import { Clock } from './clock.ts';

const DAY = 24 * 60 * 60_000;

function setUp(ring: (cafe: string) => Promise<number | null> = () => Promise.resolve(null)) {
  const time = new FakeTime(1_000_000);
  const rung: { cafe: string; at: number }[] = [];
  const clock = new Clock(time, (cafe) => {
    rung.push({ cafe, at: time.now() });
    return ring(cafe);
  });
  return { time, rung, clock };
}

test('a café is rung at its deadline, once', async () => {
  const { time, rung, clock } = setUp();
  clock.set('a', 1_003_500);
  await time.pass(10_000);
  expect(rung).toEqual([{ cafe: 'a', at: 1_003_500 }]);
});

test('no sleep is longer than a second, however far the deadline', async () => {
  const { time, rung, clock } = setUp();
  clock.set('a', 1_000_000 + 40 * DAY);
  expect(time.waits).toEqual([LIMITS.clockSleepMsMax]);
  await time.pass(5_000);
  expect(rung).toEqual([]);
});

test('a laptop that slept through the deadline is noticed within a second of waking', async () => {
  const { time, rung, clock } = setUp();
  clock.set('a', 1_030_000);
  time.suspend(120_000);
  await time.pass(LIMITS.clockSleepMsMax);
  expect(rung).toHaveLength(1);
});

test('a deadline that moved counts, the old one does not', async () => {
  const { time, rung, clock } = setUp();
  clock.set('a', 1_001_000);
  clock.set('a', 1_009_000);
  clock.set('b', 1_002_000);
  clock.set('b', null);
  await time.pass(20_000);
  expect(rung).toEqual([{ cafe: 'a', at: 1_009_000 }]);
});

test('a ring that failed is tried again a second later, not at once', async () => {
  let failures = 2;
  const { time, rung, clock } = setUp(() =>
    failures-- > 0 ? Promise.reject(new Error('disk full')) : Promise.resolve(null),
  );
  clock.set('a', 1_000_000);
  await time.pass(10_000);
  expect(rung.map(({ at }) => at - 1_000_000)).toEqual([0, 1_000, 2_000]);
});

test('a stopped clock rings nobody', async () => {
  const { time, rung, clock } = setUp();
  clock.set('a', 1_001_000);
  clock.stop();
  await time.pass(10_000);
  expect(rung).toEqual([]);
});
