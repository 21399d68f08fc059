import type { Position, Step } from '@tablecloth/shared/cafe';
import { describe, expect, it } from 'vitest';
import { UndoneBell } from './undone-bell.ts';

const at = (index: number, step: Step): Position => ({
  ...{ index, step, passedMs: 0, leftMs: 0, endsAt: null, beat: null, runsByItself: true },
});
const round = at(3, { kind: 'round', minutes: 15, round: 1, beats: [] });
const grace = at(4, { kind: 'grace', minutes: 1, round: 1 });
const move = at(5, { kind: 'move', minutes: 2, round: 2 });
const coffee = at(6, { kind: 'break', minutes: 20, title: 'Coffee' });

describe('a bell that was undone', () => {
  it('is said for half a minute to those who were sent on', () => {
    const bell = new UndoneBell();
    expect([round, grace, move].map((one) => bell.sees(one, 0))).toEqual([false, false, false]);
    expect(bell.sees(round, 1_000)).toBe(true);
    expect(bell.sees(round, 30_999)).toBe(true);
    expect(bell.sees(round, 31_000)).toBe(false);
  });

  it('is not said where nobody was sent on, nor once the bell has rung again', () => {
    const bell = new UndoneBell();
    expect(bell.sees(round, 0)).toBe(false);
    bell.sees(coffee, 0);
    expect(bell.sees(move, 0)).toBe(false);
    expect(bell.sees(round, 0)).toBe(true);
    expect(bell.sees(grace, 1)).toBe(false);
    expect(bell.sees(null, 2)).toBe(false);
  });
});
