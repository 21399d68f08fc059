import { expect, test } from 'vitest';
import { holdStore } from './held-store.ts';
import { MemoryStore } from './memory-store.ts';

const cafe = (id: string) => ({ newCafes: [{ id, code: id, createdAt: 1 }] });

test('held commits store and resolve nothing until they are released, in order', async () => {
  const store = holdStore(new MemoryStore());
  store.hold();
  const resolved: string[] = [];
  const commits = ['a', 'b'].map((id) => store.commit(cafe(id)).then(() => resolved.push(id)));
  await store.waiting(2);
  expect(store.held).toEqual([cafe('a'), cafe('b')]);
  expect([resolved, await store.dueCafes()]).toEqual([[], []]);

  await store.release();
  await Promise.all(commits);
  expect(resolved).toEqual(['a', 'b']);
  await store.commit(cafe('c'));
  expect((await store.dueCafes()).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a failed gate rejects the waiting commits and stores nothing of them', async () => {
  const store = holdStore(new MemoryStore());
  store.hold();
  const commit = store.commit(cafe('a'));
  store.fail(new Error('disk full'));
  await expect(commit).rejects.toThrow('disk full');
  expect(await store.dueCafes()).toEqual([]);
  expect((await store.commit(cafe('a'))).newCafes).toEqual(['created']);
});
