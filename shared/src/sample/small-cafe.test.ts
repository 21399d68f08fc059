import { expect, it } from 'vitest';
import { checkFounding } from '../cafe/index.ts';
import { smallCafe } from './small-cafe.ts';

const small = smallCafe({ title: 'Tea', tables: 3, rounds: 2, minutes: 20, question: 'Why?' });

it('a small café is talk and writing at every table, and waits at its end', () => {
  expect(checkFounding(small)).toEqual([]);
  expect(small.definition.tables.map(({ id }) => id)).toEqual(['t1', 't2', 't3']);
  expect(small.definition.teams).toEqual([]);
  expect(small.definition.notice).not.toContain('team');
  expect(small.definition.programme.filter(({ kind }) => kind === 'round')).toEqual(
    [1, 2].map((round) => ({
      kind: 'round',
      minutes: 20,
      round,
      beats: [
        { kind: 'talk', minutes: 16 },
        { kind: 'write', minutes: 4 },
      ],
    })),
  );
  expect(small.definition.programme.at(-1)?.kind).toBe('feedback');
});

it('a small café can be opened with rounds of any length', () => {
  for (const minutes of [0.5, 1, 2, 3, 7, 12.5, 45]) {
    expect(checkFounding(smallCafe({ title: 'Tea', tables: 2, rounds: 1, minutes }))).toEqual([]);
  }
});

it('a small café asks a question, also where its facilitator has written none', () => {
  const asked = (question: string) =>
    smallCafe({ title: 'Tea', tables: 2, rounds: 1, minutes: 9, question }).definition.question;
  expect([asked('Why?'), asked('')]).toEqual(['Why?', 'What matters most to you here?']);
});
