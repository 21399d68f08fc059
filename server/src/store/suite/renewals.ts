import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { createdAt, row } from './made-up.ts';

/** What every store does with a page that is written anew. */
export function renewalsSuite(opened: () => Store): void {
  describe('removing for good', () => {
    let store: Store;

    beforeEach(() => {
      store = opened();
    });

    const renewal = {
      ...{ cafe: 'c1', page: 't7r1', at: createdAt, expect: { generation: 1, seq: 2 } },
      rows: [
        { person: 'p2', leaf: null, bytes: new Uint8Array([7]) },
        { person: 'p1', leaf: 'p1', bytes: new Uint8Array([8]) },
      ],
    };

    beforeEach(async () => {
      await store.commit({ rows: [row(), row({ leaf: 'p1', first: 2, last: 2 })] });
    });

    test('a new generation replaces all rows, numbers on and remembers what was saved', async () => {
      const report = await store.commit({ newGenerations: [renewal] });
      expect(report.newGenerations).toEqual(['renewed']);
      const anew = { replica: null, first: 0, last: 0, at: createdAt };
      expect(await store.page('c1', 't7r1')).toEqual({
        ...{ generation: 2, seq: 4, clients: [] },
        rows: [{ ...anew, seq: 3, person: 'p2', leaf: null, bytes: new Uint8Array([7]) }],
        leaves: [{ ...anew, seq: 4, person: 'p1', leaf: 'p1', bytes: new Uint8Array([8]) }],
      });
      const { rows } = await store.commit({
        rows: [
          row(),
          row({ first: 3, last: 3 }),
          row({ generation: 2, replica: 'fresh', clientIds: [21] }),
        ],
      });
      expect(rows).toEqual(['duplicate', 'old generation', 'stored']);
    });

    test('a rebuild from an older state than the stored one is stale and loses nothing', async () => {
      await store.commit({ rows: [row({ first: 3, last: 3 })] });
      const before = await store.page('c1', 't7r1');
      const report = await store.commit({
        newGenerations: [
          renewal,
          { ...renewal, expect: { generation: 2, seq: 3 } },
          { ...renewal, page: 'never written' },
        ],
      });
      expect(report.newGenerations).toEqual(['stale', 'stale', 'stale']);
      expect(await store.page('c1', 't7r1')).toEqual(before);
    });
  });
}
