import { expect, test } from 'vitest';
import type { Day } from './day.svelte.ts';
import { Reading } from './reading.svelte.ts';

function dayOn(at: 'live' | 'away', answer: Promise<unknown>): Day {
  const line = { state: { at, since: 0 }, ask: () => answer, onLive: () => () => {} };
  return { line, notes: null } as unknown as Day;
}

const never = new Promise<never>(() => {});

test('notes that are asked for are on their way, and wait for a network where there is none', () => {
  expect(new Reading(dayOn('live', never), 't1.1').isComing).toBe(true);
  expect(new Reading(dayOn('away', never), 't1.1').isComing).toBe(false);
});

test('notes that are here are not on their way any more', async () => {
  const answer = { ok: true, cards: [], leaves: [], passedOn: [], asked: ['q'] };
  const reading = new Reading(dayOn('live', Promise.resolve(answer)), 't1.1');
  await reading.load();
  expect([reading.cards, reading.isComing, reading.asked]).toEqual([[], false, ['q']]);
});

test('a page is asked for again when it is told to be, and not for another page', () => {
  const asked: string[] = [];
  let tell = (_: { page: string }): void => {};
  const line = {
    state: { at: 'live', since: 0 },
    ask: (_: string, { page }: { page: string }) => {
      asked.push(page);
      return never;
    },
    onLive: () => () => {},
    on: (_: string, run: typeof tell) => {
      tell = run;
      return () => {
        tell = () => {};
      };
    },
  };
  const stop = new Reading({ line, notes: null } as unknown as Day, 't1.1').follow();
  tell({ page: 't2.1' });
  tell({ page: 't1.1' });
  stop();
  tell({ page: 't1.1' });
  expect(asked).toEqual(['t1.1', 't1.1']);
});
