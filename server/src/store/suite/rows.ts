import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { append, createdAt, row } from './made-up.ts';

/** What every store does with rows of notes. */
export function rowsSuite(opened: () => Store): void {
  describe('rows', () => {
    let store: Store;

    beforeEach(() => {
      store = opened();
    });

    test('rows come back in order with their bytes, authors and client ids', async () => {
      const big = new Uint8Array(70_000).map((_, index) => index % 251);
      const outOfABuffer = new Uint8Array([9, 8, 7, 6]).subarray(1, 3);
      const report = await store.commit({
        rows: [
          row({ bytes: big, clientIds: [4_294_967_295, 3] }),
          row({ person: 'p2', replica: 'r2', clientIds: [12], bytes: outOfABuffer, last: 4 }),
          row({ first: 2, last: 2, clientIds: [], bytes: new Uint8Array(0) }),
        ],
      });
      expect(report.rows).toEqual(['stored', 'stored', 'stored']);
      const of = { leaf: null, at: createdAt };
      expect(await store.page('c1', 't7r1')).toEqual({
        ...{ generation: 1, seq: 3, leaves: [] },
        rows: [
          { seq: 1, ...of, person: 'p1', replica: 'r1', first: 1, last: 1, bytes: big },
          { seq: 2, ...of, person: 'p2', replica: 'r2', first: 1, last: 4, bytes: outOfABuffer },
          {
            seq: 3,
            ...of,
            person: 'p1',
            replica: 'r1',
            first: 2,
            last: 2,
            bytes: new Uint8Array(0),
          },
        ],
        clients: [
          { clientId: 3, person: 'p1', replica: 'r1' },
          { clientId: 12, person: 'p2', replica: 'r2' },
          { clientId: 4_294_967_295, person: 'p1', replica: 'r1' },
        ],
      });
      expect(await store.pages('c1')).toEqual([{ page: 't7r1', round: 1, generation: 1, seq: 3 }]);
      const asked = ['r2', 'nobody', 'r1'].map((replica) => ({ page: 't7r1', replica }));
      expect(await store.lastSaved('c1', asked)).toEqual([
        { page: 't7r1', replica: 'r2', n: 4 },
        { page: 't7r1', replica: 'nobody', n: 0 },
        { page: 't7r1', replica: 'r1', n: 2 },
      ]);
    });

    test('an entry sent again is a duplicate, one sent too early a gap, an overlap is taken', async () => {
      await store.commit({ rows: [row({ last: 3 })] });
      const report = await store.commit({
        rows: [
          row({ first: 2, last: 3 }),
          row({ first: 5, last: 6 }),
          row({ first: 3, last: 4 }),
          row({ first: 4, last: 4 }),
          row({ first: 5, last: 6 }),
        ],
      });
      expect(report.rows).toEqual(['duplicate', 'gap', 'stored', 'duplicate', 'stored']);
    });

    test('a client id or replica of somebody else stores nothing of its row', async () => {
      const report = await store.commit({
        rows: [
          row(),
          row({ replica: 'r2', clientIds: [99, 11] }),
          row({ person: 'p2', first: 2, last: 2, clientIds: [98] }),
          row({ page: 't8r1', replica: 'r2' }),
        ],
      });
      expect(report.rows).toEqual(['stored', 'foreign client', 'foreign client', 'stored']);
      const { clients, rows } = await store.page('c1', 't7r1');
      expect(clients).toEqual([{ clientId: 11, person: 'p1', replica: 'r1' }]);
      expect(rows).toHaveLength(1);
      // And again when the owner is known from the store only.
      const later = await store.commit({ rows: [row({ replica: 'r2', person: 'p2' })] });
      expect(later.rows).toEqual(['foreign client']);
    });

    test('the fact that closes a round locks its pages for the rows of the same batch', async () => {
      await store.commit({ rows: [row()] });
      const { rows } = await store.commit({
        appends: [append({ expect: 1, facts: [], openRounds: [2] })],
        rows: [
          row({ first: 2, last: 2 }),
          row({ page: 't7r2', round: 2, replica: 'r2' }),
          row({ page: 't9r1', replica: 'r9' }),
          row({ leaf: 'p1', first: 2, last: 2 }),
          row({ first: 1, last: 1 }),
        ],
      });
      expect(rows).toEqual(['locked', 'stored', 'locked', 'stored', 'duplicate']);
      const page = await store.page('c1', 't7r1');
      expect(page.rows.map(({ seq }) => seq)).toEqual([1]);
      expect(page.leaves.map(({ seq, leaf }) => [seq, leaf])).toEqual([[2, 'p1']]);
      expect((await store.pages('c1')).map(({ page: id }) => id)).toEqual(['t7r1', 't7r2']);
    });

    test('a correction goes onto a locked page, in order with what else comes', async () => {
      await store.commit({ rows: [row()] });
      await store.commit({ appends: [append({ expect: 1, facts: [], openRounds: [] })] });
      const { rows } = await store.commit({
        rows: [
          row({ isCorrection: true, replica: 'r2', person: null, clientIds: [77] }),
          row({ first: 2, last: 2 }),
          row({ leaf: 'p1', first: 2, last: 2 }),
        ],
      });
      expect(rows).toEqual(['stored', 'locked', 'stored']);
      const page = await store.page('c1', 't7r1');
      expect(page.rows.map(({ seq, person }) => [seq, person])).toEqual([
        [1, 'p1'],
        [2, null],
      ]);
      expect(page.leaves.map(({ seq }) => seq)).toEqual([3]);
    });

    test('what repeats a row that the same batch refuses is refused as well', async () => {
      await store.commit({ appends: [append({ expect: 1, facts: [], openRounds: [2] })] });
      expect((await store.commit({ rows: [row(), row()] })).rows).toEqual(['locked', 'locked']);
      expect((await store.page('c1', 't7r1')).rows).toEqual([]);
    });

    test('Back opens a page again', async () => {
      const openRounds = (rounds: number[]) =>
        store.commit({ appends: [append({ expect: 1, facts: [], openRounds: rounds })] });
      await openRounds([]);
      expect((await store.commit({ rows: [row()] })).rows).toEqual(['locked']);
      await openRounds([1]);
      expect((await store.commit({ rows: [row()] })).rows).toEqual(['stored']);
    });

    test('a thousand rows of many pages are numbered without a gap', async () => {
      const rows = Array.from({ length: 1_200 }, (_, index) =>
        row({ page: `t${index % 7}r1`, replica: `r${index}`, clientIds: [index, index + 5_000] }),
      );
      const report = await store.commit({ rows });
      expect(new Set(report.rows)).toEqual(new Set(['stored']));
      for (const { page, seq } of await store.pages('c1')) {
        const stored = await store.page('c1', page);
        const expected = Array.from({ length: seq }, (_, index) => index + 1);
        expect(stored.rows.map((it) => it.seq)).toEqual(expected);
      }
    });
  });
}
