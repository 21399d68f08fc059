import { expect, it } from 'vitest';
import { EitherSocket } from './open-socket.ts';
import { FakeChannel } from './test/fake-channel.ts';
import { FakeDevice, settle } from './test/fake-device.ts';
import { FakeSocket } from './test/fake-socket.ts';
import { Wire } from './wire.ts';

function setUp(load?: () => Promise<FakeSocket>) {
  const channels: FakeChannel[] = [];
  const wire = new Wire(new FakeDevice(), {}, () => {
    const channel = new FakeChannel();
    channels.push(channel);
    return channel;
  });
  const other = new FakeSocket();
  let loads = 0;
  const socket = new EitherSocket(wire, () => {
    loads += 1;
    return load?.() ?? Promise.resolve(other);
  });
  const heard: string[] = [];
  for (const event of ['connect', 'disconnect', 'connect_error']) {
    socket.on(event, () => heard.push(event));
  }
  const opens = () => {
    channels.at(-1)?.opens();
    channels.at(-1)?.says('0{"pingInterval":10000,"pingTimeout":5000}');
    channels.at(-1)?.says('40{"sid":"s"}');
  };
  return { socket, channels, other, heard, opens, loads: () => loads };
}

it('goes over a WebSocket, and loads nothing else', () => {
  const { socket, channels, heard, opens, loads } = setUp();
  socket.connect();
  opens();
  socket.emit('presence', {});
  expect([socket.connected, heard, loads()]).toEqual([true, ['connect'], 0]);
  expect(channels[0]?.sent.at(-1)).toBe('42["presence",{}]');
});

it('goes over requests where no WebSocket opens, and tries one again the next time', async () => {
  const { socket, channels, other, heard, opens, loads } = setUp();
  socket.connect();
  channels[0]?.closes();
  await settle();
  socket.emit('presence', {});
  expect([socket.connected, heard]).toEqual([true, ['connect']]);
  expect(other.emitted.map(({ event }) => event)).toEqual(['presence']);
  socket.disconnect();
  socket.connect();
  opens();
  expect([socket.connected, heard]).toEqual([true, ['connect', 'disconnect', 'connect']]);
  socket.disconnect();
  socket.connect();
  channels.at(-1)?.closes();
  await settle();
  expect([other.tries, loads()]).toEqual([2, 1]);
});

it('says once that neither way leads anywhere', async () => {
  const { socket, channels, other, heard } = setUp();
  other.reachable = false;
  socket.connect();
  channels[0]?.closes();
  await settle();
  expect([socket.connected, heard]).toEqual([false, ['connect_error']]);
});

it('says so where the other way cannot be loaded, and tries to load it again', async () => {
  const { socket, channels, heard, loads } = setUp(() => Promise.reject(new Error('offline')));
  for (const _ of [1, 2]) {
    socket.connect();
    channels.at(-1)?.closes();
    await settle();
  }
  expect([heard, loads()]).toEqual([['connect_error', 'connect_error'], 2]);
});

it('connects no more when it was closed meanwhile', async () => {
  const { socket, channels, other, heard } = setUp();
  socket.connect();
  channels[0]?.closes();
  socket.disconnect();
  await settle();
  expect([other.tries, heard]).toEqual([0, []]);
});
