import { expect, it } from 'vitest';
import { FakeChannel } from './test/fake-channel.ts';
import { FakeDevice } from './test/fake-device.ts';
import { Wire } from './wire.ts';

const OPENED = '0{"sid":"e","upgrades":[],"pingInterval":10000,"pingTimeout":5000}';

function setUp() {
  const device = new FakeDevice();
  const channels: FakeChannel[] = [];
  const wire = new Wire(device, { session: 'secret' }, () => {
    const channel = new FakeChannel();
    channels.push(channel);
    return channel;
  });
  const heard: unknown[] = [];
  for (const event of ['connect', 'disconnect', 'slice']) {
    wire.on(event, (...given) => heard.push([event, ...given]));
  }
  wire.on('connect_error', (problem) => heard.push(problem));
  wire.onUnreached = () => heard.push('unreached');
  const connect = () => {
    wire.connect();
    const channel = channels.at(-1) ?? new FakeChannel();
    channel.opens();
    channel.says(OPENED);
    channel.says('40{"sid":"s"}');
    heard.length = 0;
    channel.sent.length = 0;
    return channel;
  };
  return { device, channels, wire, heard, connect };
}

it('says who it is when the channel is open, and connects when that is accepted', () => {
  const { wire, channels, heard } = setUp();
  wire.connect();
  const [channel] = channels;
  channel?.opens();
  channel?.says(OPENED);
  expect(channel?.sent).toEqual(['40{"session":"secret"}']);
  expect(wire.connected).toBe(false);
  channel?.says('40{"sid":"s"}');
  expect(wire.connected).toBe(true);
  expect(heard).toEqual([['connect']]);
});

it('hands on events with all they carry, also brackets, digits and lines in them', () => {
  const { heard, connect } = setUp();
  connect().says('42["slice",{"text":"12[3]\\n\u2028"},7]');
  expect(heard).toEqual([['slice', { text: '12[3]\n\u2028' }, 7]]);
});

it('gives each question the answer that carries its number', () => {
  const { wire, heard, connect } = setUp();
  const channel = connect();
  wire.emit('clock', { sent: 1 }, (answer: unknown) => heard.push(['first', answer]));
  wire.emit('clock', { sent: 2 }, (answer: unknown) => heard.push(['second', answer]));
  wire.emit('presence', { card: null });
  expect(channel.sent).toEqual([
    '420["clock",{"sent":1}]',
    '421["clock",{"sent":2}]',
    '42["presence",{"card":null}]',
  ]);
  channel.says('431[{"ok":true}]');
  channel.says('430[{"ok":false}]');
  channel.says('430[{"ok":false}]');
  expect(heard).toEqual([
    ['second', { ok: true }],
    ['first', { ok: false }],
  ]);
});

it('answers pings, and without one in time counts as lost', async () => {
  const { device, wire, heard, connect } = setUp();
  const channel = connect();
  await device.pass(14_000);
  channel.says('2');
  expect(channel.sent).toEqual(['3']);
  await device.pass(14_000);
  expect(wire.connected).toBe(true);
  await device.pass(2_000);
  expect(wire.connected).toBe(false);
  expect(heard).toEqual([['disconnect', 'ping timeout']]);
  expect(channel.isClosed).toBe(true);
});

it('is lost when the channel closes, the server says so or the network goes', () => {
  for (const lose of [
    (channel: FakeChannel) => {
      channel.closes();
    },
    (channel: FakeChannel) => {
      channel.says('41');
    },
    (_: FakeChannel, device: FakeDevice) => {
      device.goOffline();
    },
  ]) {
    const { device, heard, connect } = setUp();
    lose(connect(), device);
    expect(heard).toEqual([['disconnect']]);
  }
});

it('connects again, and does not listen to the channel of before', () => {
  const { wire, heard, connect } = setUp();
  const before = connect();
  wire.disconnect();
  expect(before.sent).toEqual(['41']);
  expect(heard).toEqual([['disconnect']]);
  connect();
  before.says('42["slice",1]');
  before.closes();
  expect(heard).toEqual([]);
  expect(wire.connected).toBe(true);
});

it('hands on why it was refused', () => {
  const { wire, channels, heard } = setUp();
  wire.connect();
  channels[0]?.opens();
  channels[0]?.says(OPENED);
  channels[0]?.says('44{"message":"refused","data":{"code":"no session"}}');
  expect(heard).toEqual([Object.assign(new Error('refused'), { data: { code: 'no session' } })]);
  expect(channels[0]?.isClosed).toBe(true);
});

it('tells a channel that never opened from one that was closed', async () => {
  const { device, wire, channels, heard } = setUp();
  wire.connect();
  channels[0]?.closes();
  expect(heard).toEqual(['unreached']);
  wire.connect();
  await device.pass(8_000);
  expect(heard).toEqual(['unreached', 'unreached']);
  wire.connect();
  channels[2]?.opens();
  channels[2]?.closes();
  expect(heard[2]).toBeInstanceOf(Error);
});

it('sends nothing before it is connected', () => {
  const { wire, channels } = setUp();
  wire.emit('presence', {});
  wire.connect();
  wire.emit('presence', {});
  expect(channels[0]?.sent).toEqual([]);
});
