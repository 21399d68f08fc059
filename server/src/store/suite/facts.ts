import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../store.ts';
import { append, createdAt, session } from './made-up.ts';

/** What every store does with facts, and with what comes with them. */
export function factsSuite(opened: () => Store): void {
  describe('facts', () => {
    let store: Store;

    beforeEach(() => {
      store = opened();
    });

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
      expect(await store.dueCafes()).toEqual([{ id: 'c1', due: createdAt + 1, number: 4 }]);
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
}
