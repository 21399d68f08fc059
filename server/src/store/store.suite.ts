import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../capabilities/secret.ts';
import type { Append, Batch, NewRow } from './batch.ts';
import type { LinkGrant, SessionGrant, Store } from './store.ts';

/**
 * What every Store must do. `open` gives an empty store; `reopen`, for stores that outlive a
 * process, gives the same one again after the process died without closing it.
 */
export interface StoreUnderTest {
  open(): Promise<Store>;
  reopen?(): Promise<Store>;
  end(): Promise<void>;
}

const createdAt = Date.UTC(2026, 4, 12, 9);

const append = (change: Partial<Append> = {}): Append => ({
  cafe: 'c1',
  expect: 0,
  facts: [{ number: 1, at: createdAt, by: 'p1', body: { type: 'opened' } }],
  due: null,
  openRounds: [1],
  ...change,
});

const row = (change: Partial<NewRow> = {}): NewRow => ({
  ...{ cafe: 'c1', page: 't7r1', round: 1, leaf: null, generation: 1 },
  ...{ person: 'p1', replica: 'r1', first: 1, last: 1, clientIds: [11] },
  ...{ bytes: new Uint8Array([1, 0, 255]), at: createdAt },
  ...change,
});

const session = (change: Partial<SessionGrant> = {}): SessionGrant => ({
  ...{ hash: 's1', cafe: 'c1', role: 'participant', person: 'p1', team: 'team1', link: null },
  createdAt,
  ...change,
});

const opening: Batch = {
  newCafes: [{ id: 'c1', code: 'ABC234', createdAt }],
  appends: [append()],
};

export function storeSuite(name: string, prepare: () => StoreUnderTest): void {
  describe(name, () => {
    let under: StoreUnderTest;
    let store: Store;

    beforeEach(async () => {
      under = prepare();
      store = await under.open();
      await store.commit(opening);
    });
    afterEach(() => under.end());

    describe('facts', () => {
      test('a café comes back as it was committed, facts in order and names apart', async () => {
        const facts = [2, 3, 4].map((number) => ({
          ...{ number, at: createdAt + number, by: null },
          body: { number, text: 'é \u{1F375} "quoted"', nested: [null, true, 1.5, { a: '\0' }] },
        }));
        const names = [
          { person: 'p1', name: 'Zoë' },
          { person: 'p2', name: 'Ann' },
        ];
        await store.commit({
          appends: [append({ expect: 1, facts, names, due: createdAt + 1, openRounds: [2, 1] })],
        });
        expect(await store.cafe('c1')).toEqual({
          ...{ id: 'c1', code: 'ABC234', createdAt, number: 4, due: createdAt + 1 },
          openRounds: [1, 2],
          facts: [{ number: 1, at: createdAt, by: 'p1', body: { type: 'opened' } }, ...facts],
          names: { p1: 'Zoë', p2: 'Ann' },
        });
        expect(await store.factsAfter('c1', 2)).toEqual(facts.slice(1));
        expect(await store.cafeIdByCode('ABC234')).toBe('c1');
        expect(await store.dueCafes()).toEqual([{ id: 'c1', due: createdAt + 1 }]);
      });

      test('a café is quiet from its last fact on', async () => {
        const at = createdAt + 1_000;
        await store.commit({
          newCafes: [{ id: 'c2', code: 'ABC235', createdAt }],
          appends: [append({ cafe: 'c2', facts: [{ number: 1, at, by: null, body: {} }] })],
        });
        expect(await store.quietCafes(createdAt)).toEqual([]);
        expect(await store.quietCafes(at)).toEqual(['c1']);
        expect(await store.quietCafes(at + 1)).toEqual(['c1', 'c2']);
      });

      test('what does not exist is null or empty, not an error', async () => {
        expect(await store.cafe('nowhere')).toBeNull();
        expect(await store.cafeIdByCode('NOWHER')).toBeNull();
        expect(await store.answer('c1', 'never sent')).toBeNull();
        expect(await store.session('unknown')).toBeNull();
        expect(await store.link('unknown')).toBeNull();
        expect(await store.pages('c1')).toEqual([]);
        expect(await store.lastSaved('c1', [])).toEqual([]);
      });

      test('a second café with the same id or code is refused and the first unharmed', async () => {
        const before = await store.cafe('c1');
        const report = await store.commit({
          newCafes: [
            { id: 'c1', code: 'OTHER2', createdAt },
            { id: 'c2', code: 'ABC234', createdAt },
            { id: 'c3', code: 'THREE3', createdAt },
          ],
        });
        expect(report.newCafes).toEqual(['taken', 'taken', 'created']);
        expect(await store.cafe('c1')).toEqual(before);
      });

      test('of two appends that saw the same fact number one is stored, whole', async () => {
        const report = await store.commit({
          appends: ['first', 'second'].map((who) =>
            append({
              expect: 1,
              facts: [{ number: 2, at: createdAt, by: who, body: { who } }],
              command: { id: `command of ${who}`, answer: { who } },
              names: [{ person: who, name: who }],
              sessions: [session({ hash: who })],
              openRounds: who === 'first' ? [2] : [3],
            }),
          ),
        });
        expect(report.appends).toEqual(['appended', 'stale']);
        expect(await store.cafe('c1')).toMatchObject({
          ...{ number: 2, openRounds: [2], names: { first: 'first' } },
          facts: [{ number: 1 }, { number: 2, by: 'first' }],
        });
        expect(await store.answer('c1', 'command of second')).toBeNull();
        expect(await store.session('second')).toBeNull();
      });

      test('a command keeps its first answer, also when it was a refusal without facts', async () => {
        const refused = append({
          expect: 1,
          facts: [],
          command: { id: 'k', answer: { refused: 'already' } },
        });
        expect((await store.commit({ appends: [refused] })).appends).toEqual(['appended']);
        expect((await store.commit({ appends: [refused] })).appends).toEqual(['answered']);
        expect(await store.answer('c1', 'k')).toEqual({
          ...{ commandId: 'k', answer: { refused: 'already' }, number: 1 },
        });
      });

      test('the same command id belongs to each café by itself', async () => {
        const command = { id: 'k', answer: 1 };
        const report = await store.commit({
          newCafes: [{ id: 'c2', code: 'TWO222', createdAt }],
          appends: [append({ expect: 1, facts: [], command }), append({ cafe: 'c2', command })],
        });
        expect(report.appends).toEqual(['appended', 'appended']);
      });

      test('a forgotten name is gone while the facts go on', async () => {
        const names = [{ person: 'p1', name: 'Ann' }];
        await store.commit({ appends: [append({ expect: 1, facts: [], names })] });
        const forgotten = [{ person: 'p1', name: null }];
        await store.commit({ appends: [append({ expect: 1, facts: [], names: forgotten })] });
        expect(await store.cafe('c1')).toMatchObject({ number: 1, names: {} });
      });
    });

    describe('rows', () => {
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
        expect(await store.pages('c1')).toEqual([
          { page: 't7r1', round: 1, generation: 1, seq: 3 },
        ]);
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

    describe('removing for good', () => {
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

    describe('capabilities', () => {
      const link: LinkGrant = {
        ...{ hash: 'l1', cafe: 'c1', role: 'team', person: null, team: 'team1', createdAt },
      };

      test('links and sessions come back by hash and in order of creation', async () => {
        const later = session({ hash: 'a', createdAt: createdAt + 1, link: 'l1', person: null });
        const report = await store.commit({ links: [link], sessions: [later, session()] });
        expect(report).toMatchObject({ links: ['stored'], sessions: ['stored', 'stored'] });
        expect(await store.link('l1')).toEqual(link);
        expect(await store.session('a')).toEqual(later);
        expect(await store.sessionsOf('c1')).toEqual([session(), later]);
        expect(await store.linksOf('c1')).toEqual([link]);
      });

      test('a revoked link takes the sessions opened with it along, and only those', async () => {
        const byLink = session({ hash: 'by link', link: 'l1' });
        await store.commit({
          links: [link],
          sessions: [byLink, session(), session({ hash: 's2' })],
        });
        await store.commit({ revocations: [{ cafe: 'c1', links: ['l1'], sessions: ['s2'] }] });
        expect(await store.linksOf('c1')).toEqual([]);
        expect(await store.sessionsOf('c1')).toEqual([session()]);
      });

      test('nobody revokes in another café', async () => {
        await store.commit({ links: [link], sessions: [session({ link: 'l1' })] });
        await store.commit({ revocations: [{ cafe: 'c2', links: ['l1'], sessions: ['s1'] }] });
        expect(await store.session('s1')).not.toBeNull();
        expect(await store.link('l1')).not.toBeNull();
      });
    });

    describe('deleting a café', () => {
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
        const { deleted, left } = await store.deleteCafe('c1', 9);
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

    test('commits that overlap are each whole and in order', async () => {
      const commits = Array.from({ length: 20 }, (_, index) =>
        store.commit({ rows: [row({ first: index + 1, last: index + 1 })] }),
      );
      const reports = await Promise.all(commits);
      expect(reports.flatMap(({ rows }) => rows)).toEqual(Array(20).fill('stored'));
    });

    test('what a commit promised is there after the process died', async () => {
      await store.commit({ rows: [row()], sessions: [session()] });
      if (!under.reopen) return;
      const [cafe, page] = [await store.cafe('c1'), await store.page('c1', 't7r1')];
      const again = await under.reopen();
      expect(await again.cafe('c1')).toEqual(cafe);
      expect(await again.page('c1', 't7r1')).toEqual(page);
      expect(await again.session('s1')).toEqual(session());
    });
  });
}
