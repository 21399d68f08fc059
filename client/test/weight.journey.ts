/** What a phone on a slow line has to load, measured where Chromium counts the bytes it receives. */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

const JOIN_BYTES_MAX = 30_000;
const EDIT_BYTES_MAX = 80_000;

/** So slow that what is loaded ahead for later has not come when a note can be edited. */
const SLOW = {
  offline: false,
  latency: 500,
  downloadThroughput: 100_000,
  uploadThroughput: 100_000,
};

/** Everything received since it was begun: answers with their headers, and frames of sockets. */
class Scales {
  bytes = 0;

  static async on(session: CDPSession): Promise<Scales> {
    const scales = new Scales();
    session.on('Network.responseReceived', ({ response }) => {
      scales.bytes += response.encodedDataLength;
    });
    session.on('Network.dataReceived', ({ encodedDataLength }) => {
      scales.bytes += encodedDataLength;
    });
    session.on('Network.webSocketFrameReceived', ({ response }) => {
      scales.bytes += Buffer.byteLength(response.payloadData);
    });
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', SLOW);
    return scales;
  }
}

// Browsers take brotli on loopback and https, on plain http only gzip.
describe.each(['loopback', 'plain http'] as const)('on %s', (kind) => {
  let room: Room;
  let desk: Desk;

  beforeAll(async () => {
    room = await Room.open(kind);
    desk = await Desk.openSample(room);
    await desk.press(/^Open the doors/u);
    await desk.fill(97);
    await desk.press(/^Begin Welcome/u);
    await desk.press(/^Seat everyone/u);
    await desk.press(/^Start round\s1/u);
  });
  afterAll(() => room.close());

  test('the join view is at most 30 kB, and everything until a note can be edited 80 kB', async () => {
    const { code } = await desk.links();
    const device = await room.device('phone', 'phone', '');
    const scales = await Scales.on(await device.context.newCDPSession(device.page));
    const guest = new Guest(device);
    await guest.page.goto(`${device.origin}/c/${code}`);
    await guest.page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    const joinBytes = scales.bytes;
    await guest.join('Noor', 'Crisis Line 24');
    await guest.openComposer();
    const editBytes = scales.bytes;
    await guest.type('Small enough');
    await guest.isSaved();
    expect(joinBytes).toBeGreaterThan(5_000);
    expect(joinBytes).toBeLessThanOrEqual(JOIN_BYTES_MAX);
    expect(editBytes).toBeLessThanOrEqual(EDIT_BYTES_MAX);
  });

  test('nothing was asked of another origin and nothing complained', () => {
    expect([...room.complaints, ...room.networkLines]).toEqual([]);
  });
});
