import { LIMITS } from '@tablecloth/shared/cafe';
import { expect, test } from 'vitest';
import { makeLog } from '../src/log.ts';
import type { Pending } from '../src/notes/page-memory.ts';
import { Pages } from '../src/notes/pages.ts';
import { Tick } from '../src/notes/tick.ts';
import type { Store } from '../src/store/store.ts';
import { FakeTime } from './fake-time.ts';

/** A store that takes words, or as long as it is broken fails to. */
function storeOfWords() {
  const disk = { isBroken: false, commits: 0 };
  const store = {
    page: () => Promise.resolve({ generation: 1, seq: 0, rows: [], leaves: [], clients: [] }),
    commit: ({ rows }: { rows: readonly object[] }) => {
      disk.commits += 1;
      if (disk.isBroken) return Promise.reject(new Error('disk full'));
      return Promise.resolve({ rows: rows.map(() => 'stored') });
    },
  } as unknown as Store;
  return { disk, store };
}

const ada: Pending['author'] = { id: 's', cafe: 'cafe', holder: { role: 'person', person: 'ada' } };
const words = (n: number): Pending => ({
  ...{ author: ada, replica: 'a', n, leaf: null, isCorrection: false, clientIds: [] },
  bytes: new Uint8Array([0, 0]),
});

test('a store that fails is asked ever later, after 5 seconds at most, and soon again once it has stored', async () => {
  const time = new FakeTime(0);
  const { disk, store } = storeOfWords();
  const log = makeLog('silent');
  const pages = new Pages(store, log);
  const saved: number[] = [];
  const outbound = {
    saved: (_cafe: string, _session: string, { n }: { n: number }) => saved.push(n),
    sendFrom: () => undefined,
    refused: () => undefined,
    entries: () => undefined,
  };
  const tick = new Tick(
    { store, time, log, pages, outbound, shown: () => undefined },
    () => undefined,
  );
  const page = await pages.get('cafe', 't1.1');
  const write = (n: number): void => {
    page.pending.push(words(n));
    tick.wake();
  };
  disk.isBroken = true;
  write(1);
  write(2);
  const waits: number[] = [];
  for (let tried = 0; tried < 10; tried += 1) {
    expect(time.waits).toHaveLength(1);
    const [ms = 0] = time.waits;
    waits.push(ms);
    await time.pass(ms);
  }
  const soon = LIMITS.noteTickMs;
  const doubled = [1, 2, 4, 8, 16, 32, 64, 128].map((times) => times * soon);
  expect(waits).toEqual([...doubled, 5_000, 5_000]);
  expect(saved).toEqual([]);
  disk.isBroken = false;
  await time.pass(5_000);
  expect([saved, time.waits, disk.commits]).toEqual([[2], [], 11]);
  write(3);
  expect(time.waits).toEqual([soon]);
  await tick.flush();
  expect([saved, time.waits, disk.commits]).toEqual([[2, 3], [], 12]);
});
