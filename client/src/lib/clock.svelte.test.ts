import { expect, it } from 'vitest';
import { ServerClock } from './clock.svelte.ts';
import { FakeDevice } from './test/fake-device.ts';

const SERVER_AT = 1_700_000_600_000;

/** A server whose answers take `trips[i]` ms, `share` of it on the way there. */
function server(device: FakeDevice, trips: number[], share = 0.5) {
  const start = device.steady();
  let asked = 0;
  return async () => {
    const trip = trips[asked++ % trips.length] ?? 0;
    await device.pass(trip * share);
    const now = SERVER_AT + device.steady() - start;
    await device.pass(trip * (1 - share));
    return now;
  };
}

it('is right on a phone whose own clock is ten minutes off', async () => {
  const device = new FakeDevice(SERVER_AT - 600_000);
  const clock = new ServerClock(device);
  const start = device.steady();
  await clock.follow(server(device, [40]));
  expect(clock.now()).toBe(SERVER_AT + device.steady() - start);
  expect(clock.known).toBe(true);
});

it('trusts the quickest of its samples', async () => {
  const device = new FakeDevice(SERVER_AT);
  const clock = new ServerClock(device);
  const start = device.steady();
  await clock.follow(server(device, [900, 20, 1_500, 700, 800], 0.9));
  expect(Math.abs(clock.now() - (SERVER_AT + device.steady() - start))).toBeLessThanOrEqual(10);
});

it('is at the right moment at once after sleep, before anybody was asked', async () => {
  const device = new FakeDevice(SERVER_AT + 45_000);
  const clock = new ServerClock(device);
  await clock.follow(server(device, [30]));
  // From here on nobody answers.
  void clock.follow(() => new Promise(() => undefined));
  const stop = clock.start();
  const before = clock.now();
  device.sleep(900_000);
  device.wake();
  expect(clock.current - before).toBe(900_000);
  stop();
});

it('does not follow when the own clock of the device is set back, and never runs backwards', async () => {
  const device = new FakeDevice(SERVER_AT);
  const clock = new ServerClock(device);
  await clock.follow(server(device, [30]));
  const before = clock.now();
  device.setWall(-600_000);
  await device.pass(1_000);
  expect(clock.now() - before).toBe(1_000);
});

it('goes by what it knew earlier on a page opened without network', () => {
  const device = new FakeDevice(SERVER_AT - 600_000);
  const clock = new ServerClock(device, 600_000);
  expect(clock.now()).toBe(SERVER_AT);
  expect(clock.known).toBe(false);
  expect(clock.skewMs).toBe(600_000);
});

it('shows the time anew several times a second', async () => {
  const device = new FakeDevice(SERVER_AT);
  const clock = new ServerClock(device);
  const stop = clock.start();
  const before = clock.current;
  await device.pass(1_000);
  expect(clock.current - before).toBe(1_000);
  stop();
});
