import type { Step } from '@tablecloth/shared/cafe';
import { expect, it } from 'vitest';
import { breakTitle, leadOf } from './lead.ts';

const words = {
  steps: { panel: 'Panel', feedback: 'Thanks' },
  titleUntil: (title: string, time: string) => `${title} until ${time}`,
};
const minutes = (at: number) => String(at / 60_000);
const bell: Step = { kind: 'grace', minutes: 1, round: 1 };
const move: Step = { kind: 'move', minutes: 2, round: 2 };
const at = (
  programme: [Step, ...Step[]],
  { pace = 1, endsAt = 60_000 }: { pace?: number; endsAt?: number | null } = {},
) => leadOf({ programme, pace }, { step: programme[0], index: 0, endsAt }, words, minutes);
const after = (next: Step, more?: { pace?: number; endsAt?: null }) => at([bell, next], more);

it('says what a bell leads to where nobody goes to a table, a break with its end', () => {
  const coffee: Step = { kind: 'break', minutes: 20, title: 'Coffee' };
  const all = (title: string) => ({ toTable: false, title });
  expect(after(coffee)).toEqual(all('Coffee until 21'));
  expect(after(coffee, { pace: 10 })).toEqual(all('Coffee until 3'));
  expect(after(coffee, { endsAt: null })).toEqual(all('Coffee'));
  expect(after({ kind: 'panel', minutes: 40, title: 'Burning questions' })).toEqual(
    all('Burning questions'),
  );
  expect(after({ kind: 'feedback', minutes: 5, title: '' })).toEqual(all('Thanks'));
  expect(at([bell])).toEqual(all(''));
});

it('says that people go to a table at such a bell and in a move', () => {
  const walk = { toTable: true, title: '' };
  expect(after(move)).toEqual(walk);
  expect(after({ kind: 'home', minutes: 9, round: 2 })).toEqual(walk);
  expect(at([move])).toEqual(walk);
});

it('says nothing in any other step', () => {
  expect(at([{ kind: 'doors', minutes: 9 }, move])).toBe(null);
  expect(at([{ kind: 'round', minutes: 9, round: 1, beats: [] }, bell])).toBe(null);
});

it('a break says until when it lasts, and once that is past that it goes on soon', () => {
  const said = (endsAt: number | null, leftMs: number) =>
    breakTitle(
      'Coffee',
      { endsAt, leftMs },
      { ...words, goesOn: (title) => `${title} Soon.` },
      String,
    );
  expect([said(null, 0), said(660, 1), said(660, 0)]).toEqual([
    ...['Coffee', 'Coffee until 660', 'Coffee. Soon.'],
  ]);
});
