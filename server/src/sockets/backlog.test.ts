import { LIMITS } from '@tablecloth/shared/cafe';
import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { FakeTime } from '../../test/fake-time.ts';
import { makeLog } from '../log.ts';
import { Backlog } from './backlog.ts';
import type { Connection } from './connection.ts';

/** A connection that takes as much as a test says. */
class Wire extends EventEmitter {
  isOpen = true;
  writeBuffer: { data: string }[] = [];
  transport = { socket: { bufferedAmount: 0 } };

  unsent(bytes: number): void {
    this.writeBuffer = [{ data: 'x'.repeat(100) }];
    this.transport.socket.bufferedAmount = bytes - 100;
  }

  close(discard: boolean): void {
    if (discard) this.isOpen = false;
  }
}

function room() {
  const time = new FakeTime(0);
  const wire = new Wire();
  const connection = {
    conn: wire,
    data: { session: { id: 's', cafe: 'c' } },
    get connected() {
      return wire.isOpen;
    },
  } as unknown as Connection;
  const backlog = new Backlog({ time, log: makeLog('silent') });
  backlog.watch(connection);
  const done: string[] = [];
  const ask = (turn: 'large' | 'small', name: string) =>
    backlog.inTurn(connection, turn, async () => {
      done.push(name);
      await Promise.resolve();
    });
  return { time, wire, done, ask };
}

test('pages wait until enough was taken, and nothing overtakes them', async () => {
  const { time, wire, done, ask } = room();
  wire.unsent(LIMITS.unsentBytesToAnswer + 1);
  const all = [ask('large', 'open'), ask('small', 'leave')];
  await time.pass(0);
  await time.pass(LIMITS.unsentMsMax / 2);
  expect(done).toEqual([]);
  wire.unsent(LIMITS.unsentBytesToAnswer);
  await time.pass(1_000);
  await Promise.all(all);
  expect(done).toEqual(['open', 'leave']);
  expect(time.waits).toEqual([]);
});

test('a connection that takes too little for too long is cut, and nothing more is done for it', async () => {
  const { time, wire, done, ask } = room();
  wire.unsent(LIMITS.unsentBytesToAnswer + 1);
  const all = [ask('large', 'open'), ask('small', 'leave')];
  await time.pass(0);
  await time.pass(LIMITS.unsentMsMax + 1_000);
  await Promise.all(all);
  expect([wire.isOpen, done, time.waits]).toEqual([false, [], []]);
});

test('a connection that answers heartbeats and reads nothing is cut once too much has come together', () => {
  const { wire } = room();
  wire.unsent(LIMITS.unsentBytesMax);
  wire.emit('heartbeat');
  expect(wire.isOpen).toBe(true);
  wire.unsent(LIMITS.unsentBytesMax + 1);
  wire.emit('heartbeat');
  expect(wire.isOpen).toBe(false);
});
