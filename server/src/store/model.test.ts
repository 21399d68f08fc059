import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryStore } from '../../test/memory-store.ts';
import { openScratchStore } from '../../test/scratch-store.ts';
import type { Append, Batch, NewRow } from './batch.ts';
import type { Store } from './store.ts';

/**
 * Random batches, crashes and deletions against the plain model. The ranges are tiny on purpose:
 * stale appends, foreign clients, gaps, locks and rebuilt pages must be frequent, not lucky.
 */

const cafes = ['c1', 'c2'];
const pages = ['t1r1', 't1r2', 't2r1'];
const people = ['p1', 'p2', null];
const replicas = ['r1', 'r2', 'r3'];

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);

const append = (): fc.Arbitrary<Append> =>
  fc
    .record({
      cafe: oneOf(cafes),
      expect: fc.nat(4),
      bodies: fc.array(fc.jsonValue(), { maxLength: 2 }),
      command: fc.option(fc.record({ id: oneOf(['k1', 'k2', 'k3']), answer: fc.jsonValue() })),
      due: fc.option(fc.nat()),
      openRounds: fc.uniqueArray(oneOf([1, 2]), { maxLength: 2 }),
      names: fc.array(
        fc.record({
          person: oneOf(['p1', 'p2']),
          // Whole characters without NUL: the rest is refused, see bindable.test.ts.
          name: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 })),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ bodies, command, ...rest }) => ({
      ...rest,
      facts: bodies.map((body, index) => ({
        ...{ number: rest.expect + 1 + index, at: index, by: null, body },
      })),
      ...(command && { command }),
    }));

const row = (): fc.Arbitrary<NewRow> =>
  fc
    .record({
      cafe: oneOf(cafes),
      page: oneOf(pages),
      leaf: fc.option(oneOf(['p1', 'p2'])),
      generation: fc.integer({ min: 1, max: 2 }),
      person: oneOf(people),
      replica: oneOf(replicas),
      first: fc.integer({ min: 1, max: 4 }),
      length: fc.nat(1),
      clientIds: fc.uniqueArray(fc.nat(4), { maxLength: 2 }),
      bytes: fc.uint8Array({ maxLength: 8 }),
      at: fc.nat(),
    })
    .map(({ length, ...rest }) => ({
      ...rest,
      round: rest.page.endsWith('r1') ? 1 : 2,
      last: rest.first + length,
    }));

const batch = (): fc.Arbitrary<Batch> =>
  fc.record(
    {
      newCafes: fc.array(
        fc.record({ id: oneOf(cafes), code: oneOf(['A', 'B']), createdAt: fc.nat() }),
        {
          maxLength: 2,
        },
      ),
      appends: fc.array(append(), { maxLength: 3 }),
      revocations: fc.array(
        fc.record({
          cafe: oneOf(cafes),
          sessions: fc.array(oneOf(['h1', 'h2', 'h3']), { maxLength: 2 }),
          links: fc.array(oneOf(['l1', 'l2']), { maxLength: 1 }),
        }),
        { maxLength: 1 },
      ),
      newGenerations: fc.array(
        fc.record({
          cafe: oneOf(cafes),
          page: oneOf(pages),
          expect: fc.record({
            generation: fc.integer({ min: 1, max: 2 }),
            seq: fc.integer({ min: 1, max: 4 }),
          }),
          rows: fc.array(
            fc.record({
              person: oneOf(['p1', null]),
              leaf: oneOf(['p1', null]),
              bytes: fc.uint8Array({ maxLength: 4 }),
            }),
            { maxLength: 2 },
          ),
          at: fc.nat(),
        }),
        { maxLength: 1 },
      ),
      rows: fc.array(row(), { maxLength: 8 }),
    },
    { requiredKeys: [] },
  );

type Step =
  | { batch: Batch }
  | { grant: string; cafe: string; link: string | null }
  | 'crash'
  | { remove: string };

const step = (): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 12, arbitrary: batch().map((it) => ({ batch: it })) },
    {
      weight: 2,
      arbitrary: fc.record({
        grant: oneOf(['h1', 'h2', 'h3']),
        cafe: oneOf(cafes),
        link: fc.option(oneOf(['l1', 'l2'])),
      }),
    },
    { weight: 2, arbitrary: fc.constant('crash' as const) },
    { weight: 1, arbitrary: oneOf(cafes).map((id) => ({ remove: id })) },
  );

/** Everything a store can be asked about the small world above. */
async function everything(store: Store) {
  const of = await Promise.all(
    cafes.map(async (cafe) => ({
      cafe: await store.cafe(cafe),
      later: await store.factsAfter(cafe, 1),
      answers: await Promise.all(['k1', 'k2', 'k3'].map((id) => store.answer(cafe, id))),
      pages: await store.pages(cafe),
      contents: await Promise.all(pages.map((page) => store.page(cafe, page))),
      saved: await store.lastSaved(
        cafe,
        pages.flatMap((page) => replicas.map((replica) => ({ page, replica }))),
      ),
      sessions: await store.sessionsOf(cafe),
    })),
  );
  const codes = await Promise.all(['A', 'B'].map((code) => store.cafeIdByCode(code)));
  return { of, codes, due: await store.dueCafes(), counts: await store.counts() };
}

test('any run of batches, crashes and deletions leaves what the plain model holds', async () => {
  const opening: Batch = {
    newCafes: [{ id: 'c1', code: 'A', createdAt: 1 }],
    appends: [{ cafe: 'c1', expect: 0, facts: [], due: 5, openRounds: [1, 2] }],
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step(), { minLength: 4, maxLength: 14 }), async (steps) => {
      const scratch = openScratchStore();
      try {
        const model = new MemoryStore();
        let store = await scratch.open();
        expect(await store.commit(opening)).toEqual(await model.commit(opening));
        for (const it of steps) {
          if (it === 'crash') {
            store = await scratch.reopen();
          } else if ('remove' in it) {
            expect(await store.deleteCafe(it.remove, 9)).toEqual(
              await model.deleteCafe(it.remove, 9),
            );
          } else if ('batch' in it) {
            expect(await store.commit(it.batch)).toEqual(await model.commit(it.batch));
          } else if ((await model.session(it.grant)) === null) {
            const { grant: hash, cafe, link } = it;
            const session = { hash, cafe, link, person: null, team: null, createdAt: 1 };
            const grant: Batch = { sessions: [{ ...session, role: 'screen' }] };
            expect(await store.commit(grant)).toEqual(await model.commit(grant));
          }
        }
        expect(await everything(store)).toEqual(await everything(model));
      } finally {
        await scratch.end();
      }
    }),
    { numRuns: 60 },
  );
});
