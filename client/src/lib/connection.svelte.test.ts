import type { CafeView, ClockView } from '@tablecloth/shared/cafe';
import { describe, expect, it } from 'vitest';
import { Connection } from './connection.svelte.ts';
import { FakeDevice, settle } from './test/fake-device.ts';
import { FakeSocket } from './test/fake-socket.ts';

const HELLO = { ok: true, now: 0, saved: [], sendFrom: [] };

async function setUp() {
  const device = new FakeDevice();
  const socket = new FakeSocket();
  socket.answers['hello'] = () => HELLO;
  const line = new Connection(device, 'secret-of-a-session', () => Promise.resolve(socket));
  line.start();
  await settle();
  return { device, socket, line };
}

const clock = (phase: number): ClockView => ({
  phase,
  stage: { at: 'before' },
  openRound: null,
  plannedEnd: null,
  seated: false,
});

describe('a line', () => {
  it('is live when the server has answered its hello with what it holds', async () => {
    const device = new FakeDevice();
    const socket = new FakeSocket();
    socket.answers['hello'] = () => ({ ...HELLO, saved: [{ page: 'p.1', replica: 'r', n: 2 }] });
    const line = new Connection(device, 'secret-of-a-session', () => Promise.resolve(socket));
    line.unsaved = () => [{ page: 'p.1', replica: 'r', n: 3 }];
    const saved: unknown[] = [];
    line.on('saved', (message) => saved.push(message));
    expect(line.state.at).toBe('connecting');
    line.start();
    await settle();
    expect(line.state.at).toBe('live');
    expect(socket.emitted[0]).toEqual({
      event: 'hello',
      message: { unsaved: [{ page: 'p.1', replica: 'r', n: 3 }] },
    });
    expect(saved).toEqual([{ page: 'p.1', replica: 'r', n: 2 }]);
  });

  it('keeps the newest view of each kind', async () => {
    const { socket, line } = await setUp();
    socket.hear('slice', { factNumber: 7, slice: { kind: 'clock', view: clock(3) } });
    socket.hear('slice', { factNumber: 6, slice: { kind: 'clock', view: clock(2) } });
    expect(line.views.clock?.phase).toBe(3);
    socket.hear('slice', { factNumber: 8, slice: { kind: 'clock', view: clock(4) } });
    expect(line.views.clock?.phase).toBe(4);
    expect(line.views.person).toBeNull();
  });

  it('takes views from the shelf only where the server has said nothing', async () => {
    const { socket, line } = await setUp();
    socket.hear('slice', { factNumber: 2, slice: { kind: 'clock', view: clock(1) } });
    const cafe = { title: 'Fair Start' } as CafeView;
    line.views.restore({
      clock: { factNumber: 9, view: clock(9) },
      cafe: { factNumber: 9, view: cafe },
    });
    expect(line.views.clock?.phase).toBe(1);
    expect(line.views.cafe).toBe(cafe);
  });

  it('says that there is no network once it is gone for five seconds, the device may know it or not', async () => {
    for (const knows of [true, false]) {
      const { device, socket, line } = await setUp();
      const blip = async (ms: number) => {
        socket.reachable = false;
        if (knows) device.goOffline();
        socket.disconnect();
        await device.pass(ms);
      };
      await blip(5_000);
      expect(line.isGone).toBe(false);
      await device.pass(1);
      expect(line.isGone).toBe(true);
      socket.reachable = true;
      await device.pass(1_000);
      expect(line.isGone).toBe(false);
      // What has lasted once does not shorten the next.
      await blip(4_000);
      expect(line.isGone).toBe(false);
    }
  });

  it('leaves a line alone that is back before the one it was asked on would be given up', async () => {
    const { device, socket, line } = await setUp();
    device.goOffline();
    socket.disconnect();
    await device.pass(2_000);
    expect(line.state.at).toBe('live');
    const { tries } = socket;
    await device.pass(5_000);
    expect(socket.tries).toBe(tries);
  });

  it('counts the time in which a line seemed open and nothing was heard', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    device.goOffline();
    await device.pass(5_000);
    expect(line.isGone).toBe(false);
    await device.pass(1);
    expect(line.isGone).toBe(true);
    const other = await setUp();
    other.socket.reachable = false;
    other.socket.connected = false;
    other.socket.hear('disconnect', 'ping timeout');
    expect(other.line.isGone).toBe(true);
  });

  it('says nothing where the device is wrong and the server answers all the same', async () => {
    const { device, socket, line } = await setUp();
    socket.answers['clock'] = () => ({ ok: true, now: 0 });
    device.goOffline();
    expect(line.isGone).toBe(false);
    socket.reachable = false;
    socket.disconnect();
    expect(line.isGone).toBe(false);
  });

  it('finds a server that was restarted within a second', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    socket.disconnect();
    expect(line.state.at).toBe('away');
    await device.pass(15_000);
    socket.reachable = true;
    await device.pass(1_000);
    expect(line.state.at).toBe('live');
  });

  it('tries seldom when the network has been gone for long', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    socket.disconnect();
    await device.pass(60_000);
    const before = socket.tries;
    await device.pass(60_000);
    expect(socket.tries - before).toBeLessThan(16);
    socket.reachable = true;
    await device.pass(8_000);
    expect(line.state.at).toBe('live');
  });

  it('comes back at once when the page is looked at again', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    socket.disconnect();
    await device.pass(20_000);
    socket.reachable = true;
    device.wake();
    await settle();
    expect(line.state.at).toBe('live');
  });

  it('finds out within three seconds that a line that looks open is dead', async () => {
    const { device, socket, line } = await setUp();
    const tries = socket.tries;
    device.wake();
    await device.pass(3_000);
    expect(line.state.at).toBe('away');
    await device.pass(500);
    expect(socket.tries).toBe(tries + 1);
    expect(line.state.at).toBe('live');
  });

  it('keeps a line that answers when it is woken', async () => {
    const { device, socket, line } = await setUp();
    socket.answers['clock'] = () => ({ ok: true, sent: 0, now: 1 });
    device.wake();
    await device.pass(4_000);
    expect(line.state.at).toBe('live');
    expect(socket.tries).toBe(1);
  });

  it('sends a command again under the same id until it is answered', async () => {
    const { device, socket, line } = await setUp();
    const reply = line.command({ kind: 'sit', table: 't7' });
    socket.disconnect();
    socket.answers['command'] = () => ({ ok: true, factNumber: 5 });
    await device.pass(1_000);
    expect(await reply).toEqual({ ok: true, factNumber: 5 });
    const ids = socket.emitted
      .filter(({ event }) => event === 'command')
      .map(({ message }) => (message as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('withdraws a wish nobody answered in its time', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    socket.disconnect();
    const reply = line.command({ kind: 'sit', table: 't7' }, { withinMs: 10_000 });
    await device.pass(10_000);
    expect(await reply).toEqual({ ok: false, refusal: { code: 'no network' } });
    socket.reachable = true;
    await device.pass(10_000);
    expect(socket.emitted.filter(({ event }) => event === 'command')).toEqual([]);
  });

  it('ends for good with the sentence when the session is over, and stays away', async () => {
    const { device, socket, line } = await setUp();
    const refusal = { code: 'no session', sentence: 'Join again.' } as const;
    socket.hear('ended', { refusal });
    expect(line.ended).toEqual(refusal);
    await device.pass(60_000);
    device.wake();
    expect(socket.tries).toBe(1);
  });

  it('ends when the server refuses the handshake, and tries again when it merely fails', async () => {
    const { device, socket, line } = await setUp();
    socket.reachable = false;
    socket.disconnect();
    await device.pass(1_000);
    expect(line.ended).toBeNull();
    const refusal = { code: 'old page', sentence: 'Reload it.' } as const;
    socket.hear('connect_error', Object.assign(new Error('no'), { data: refusal }));
    expect(line.ended).toEqual(refusal);
  });
});
