import { refusalSentence } from '@tablecloth/shared/cafe';
import type { EntryMessage } from '@tablecloth/shared/protocol';
import { describe, expect, it } from 'vitest';
import { MemoryDrawers } from './drawers.ts';
import { Outbox } from './outbox.ts';
import { Shelf } from './shelf.ts';
import { FakeDevice, settle } from './test/fake-device.ts';

function setUp(drawers = new MemoryDrawers()) {
  const device = new FakeDevice();
  const shelf = new Shelf('cafe/ana', drawers);
  const sent: string[] = [];
  const line = { up: true };
  const outbox = new Outbox(device, shelf, ({ replica, n }: EntryMessage) => {
    if (line.up) sent.push(`${replica}.${String(n)}`);
    return line.up;
  });
  const add = (n: number, replica = 'r', page = 't7.1', card = 'a') =>
    outbox.add({ page, generation: 1, replica, bytes: Uint8Array.of(n), cards: [card] }, n);
  const heard = (n: number, replica = 'r', page = 't7.1') => ({ page, replica, n });
  return { device, shelf, sent, line, outbox, add, heard, drawers };
}

const refusal = (code: 'page full' | 'too fast') => ({
  code,
  sentence: refusalSentence({ code }),
});

describe('an outbox', () => {
  it('sends each entry once and in order, and keeps it until it is saved', async () => {
    const { outbox, add, sent, heard, shelf } = setUp();
    for (const n of [1, 2, 3]) await add(n);
    expect(sent).toEqual(['r.1', 'r.2', 'r.3']);
    expect(await shelf.entries()).toHaveLength(3);
    outbox.saved(heard(2));
    expect(outbox.unsaved()).toEqual([{ ...heard(3), notes: 1 }]);
    expect((await shelf.entries()).map(({ n }) => n)).toEqual([3]);
    outbox.saved(heard(3));
    expect(outbox.isEmpty).toBe(true);
    expect(sent).toHaveLength(3);
  });

  it('sends everything unsaved again on a new line', async () => {
    const { outbox, add, sent, line, heard } = setUp();
    await add(1);
    line.up = false;
    await add(2);
    line.up = true;
    outbox.resume();
    expect(sent).toEqual(['r.1', 'r.1', 'r.2']);
    outbox.saved(heard(2));
    expect(outbox.isEmpty).toBe(true);
  });

  it('begins again where the server asks it to', async () => {
    const { outbox, add, sent, heard } = setUp();
    for (const n of [1, 2, 3]) await add(n);
    outbox.sendFrom(heard(2));
    expect(sent).toEqual(['r.1', 'r.2', 'r.3', 'r.2', 'r.3']);
  });

  it('takes over what a closed tab left, under its replica', async () => {
    const first = setUp();
    first.line.up = false;
    await first.add(1, 'old');
    await first.add(2, 'old');
    const next = setUp(first.drawers);
    await next.outbox.load();
    expect(next.outbox.unsaved()).toEqual([{ ...next.heard(2, 'old'), notes: 1 }]);
    next.outbox.resume();
    await next.add(1, 'new');
    expect(next.sent).toEqual(['old.1', 'old.2', 'new.1']);
    expect(next.outbox.of('t7.1').map(({ replica }) => replica)).toEqual(['old', 'old', 'new']);
  });

  it('holds words back for a round that has not begun on the server', async () => {
    const { outbox, add, sent } = setUp();
    let begun = false;
    outbox.mayGo = (page) => page === 't7.1' || begun;
    await add(1, 'r2', 't12.2');
    await add(1, 'r1', 't7.1');
    expect(sent).toEqual(['r1.1']);
    begun = true;
    outbox.pump();
    expect(sent).toEqual(['r1.1', 'r2.1']);
  });

  it('never sends faster than the server takes', async () => {
    const { outbox, add, sent, line, device } = setUp();
    line.up = false;
    for (let n = 1; n <= 300; n += 1) await add(n);
    line.up = true;
    outbox.resume();
    expect(sent.length).toBeLessThanOrEqual(120);
    await device.pass(1_000);
    expect(sent.length).toBeLessThanOrEqual(155);
    await device.pass(6_000);
    expect(sent).toEqual(Array.from({ length: 300 }, (_, i) => `r.${String(i + 1)}`));
  });

  it('sends again after a while what was only too fast', async () => {
    const { outbox, add, sent, heard, device } = setUp();
    await add(1);
    outbox.refused({ ...heard(1), refusal: refusal('too fast') });
    await device.pass(2_000);
    expect(sent).toEqual(['r.1', 'r.1']);
  });

  it('drops what is refused for good with all that builds on it, and tells the page', async () => {
    const { outbox, add, heard, shelf } = setUp();
    const told: unknown[] = [];
    outbox.onRefused = (page, entries, said) => told.push([page, entries.map(({ n }) => n), said]);
    await add(1);
    await add(2, 'r', 't7.1', 'b');
    await add(3, 'r', 't7.1', 'c');
    outbox.refused({ ...heard(2), refusal: refusal('page full') });
    expect(told).toEqual([['t7.1', [2, 3], refusal('page full')]]);
    await settle();
    expect((await shelf.entries()).map(({ n }) => n)).toEqual([1]);
    expect([...outbox.waiting('t7.1').keys()]).toEqual(['a']);
    outbox.saved(heard(1));
    expect(outbox.isEmpty).toBe(true);
  });

  it('gives up a replica when the server asks for what is here no more', async () => {
    const { outbox, add, heard } = setUp();
    await add(1);
    await add(2);
    outbox.saved(heard(1));
    outbox.sendFrom(heard(1));
    expect(outbox.isEmpty).toBe(true);
  });

  it('knows since when each card waits', async () => {
    const { outbox, add, device, heard } = setUp();
    const start = device.steady();
    await add(1);
    await device.pass(500);
    await add(2);
    await add(3, 'r', 't7.1', 'b');
    expect(outbox.waiting('t7.1')).toEqual(
      new Map([
        ['a', start],
        ['b', start + 500],
      ]),
    );
    outbox.saved(heard(2));
    expect([...outbox.waiting('t7.1').keys()]).toEqual(['b']);
  });
});
