import { beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../capabilities/secret.ts';
import type { Batch } from '../batch.ts';
import type { Store } from '../store.ts';
import { append, createdAt, row, session } from './made-up.ts';

/** What every store leaves of a café that is deleted. */
export function deletingSuite(opened: () => Store): void {
  describe('deleting a café', () => {
    let store: Store;

    beforeEach(() => {
      store = opened();
    });

    const full: Batch = {
      appends: [
        append({
          ...{ expect: 1, facts: [], command: { id: 'k', answer: 1 } },
          names: [{ person: 'p1', name: 'Ann' }],
        }),
      ],
      rows: [row()],
      sessions: [session()],
      links: [{ hash: 'l', cafe: 'c1', role: 'join', person: null, team: null, createdAt }],
    };

    test('every row of it goes from every table, and no other', async () => {
      const other = { id: 'c2', code: 'TWO222', createdAt };
      await store.commit({ newCafes: [other], appends: [append({ cafe: 'c2' })] });
      const before = await store.counts();
      await store.commit(full);
      const { deletedAt, deleted, left } = await store.deleteCafe('c1', 9);
      expect(deletedAt).toBe(9);
      expect(new Set(Object.values(deleted))).toEqual(new Set([1]));
      expect(new Set(Object.values(left))).toEqual(new Set([0]));
      expect(Object.keys(left).sort()).toEqual(Object.keys(before).sort());
      const after = await store.counts();
      expect(after).toEqual({ ...before, cafes: 1, facts: 1, open_rounds: 1 });
      expect(await store.cafe('c1')).toBeNull();
    });

    test('says so to whoever had its link, with nothing of it, until that is forgotten', async () => {
      const mine = session({ hash: 's2', role: 'facilitate', person: 'Facilitator 1' });
      await store.commit({ ...full, sessions: [...(full.sessions ?? []), mine] });
      const { deleted } = await store.deleteCafe('c1', 9);
      const rows = Object.values(deleted).reduce((sum, count) => sum + count, 0);
      const [link] = full.links ?? [];
      for (const hash of [link?.hash ?? '', 's2', hashSecret('c1')]) {
        expect(await store.receipt(hash)).toEqual({ deletedAt: 9, rows });
      }
      await store.deleteCafe('c9', 9);
      expect(await store.receipt(hashSecret('c9'))).toBeNull();
      // People's devices and links of others have none; people's devices know the café's id.
      for (const hash of ['s1', 'unknown']) expect(await store.receipt(hash)).toBeNull();
      await store.forgetReceipts(9);
      expect(await store.receipt('s2')).not.toBeNull();
      await store.forgetReceipts(10);
      expect(await store.receipt('s2')).toBeNull();
    });

    test('what arrives for it afterwards is not stored', async () => {
      await store.deleteCafe('c1', 9);
      expect(await store.commit(full)).toMatchObject({
        ...{ appends: ['stale'], rows: ['gone'], sessions: ['gone'], links: ['gone'] },
      });
      expect(new Set(Object.values(await store.counts()))).toEqual(new Set([0]));
      expect(new Set(Object.values((await store.deleteCafe('c1', 9)).deleted))).toEqual(
        new Set([0]),
      );
    });
  });
}
