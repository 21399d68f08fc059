import type { Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { nextTitle } from './next-title.ts';

const words = {
  steps: { panel: 'Panel', feedback: 'Thanks' },
  titleUntil: (title: string, time: string) => `${title} until ${time}`,
};
const minutes = (at: number) => String(at / 60_000);
const bell: Step = { kind: 'grace', minutes: 1, round: 1 };
const after = (next: Step[], { pace = 1, endsAt }: { pace?: number; endsAt?: null } = {}) =>
  nextTitle(
    { programme: [bell, ...next], pace },
    { index: 0, endsAt: endsAt === undefined ? 60_000 : null },
    words,
    minutes,
  );

it('says what a bell leads to where nobody goes to a table, a break with its end', () => {
  const coffee: Step = { kind: 'break', minutes: 20, title: 'Coffee' };
  expect(after([coffee])).toBe('Coffee until 21');
  expect(after([coffee], { pace: 10 })).toBe('Coffee until 3');
  expect(after([coffee], { endsAt: null })).toBe('Coffee');
  expect(after([{ kind: 'panel', minutes: 40, title: 'Burning questions' }])).toBe(
    'Burning questions',
  );
  expect(after([{ kind: 'feedback', minutes: 5, title: '' }])).toBe('Thanks');
});

it('says nothing where people go to a table, or where nothing comes', () => {
  expect(after([])).toBe('');
  expect(after([{ kind: 'move', minutes: 2, round: 2 }])).toBe('');
  expect(after([{ kind: 'home', minutes: 9, round: 2 }])).toBe('');
});
