import { expect, it } from 'vitest';
import { at, cafe, words as t } from '../fixture.ts';
import { planLines } from './plan-lines.ts';

const BREAK = 5;
const longer = { at: 'step', index: BREAK, startedAt: at(10, 0), endsAt: at(11, 4) } as const;

it('the plan says how long the running step lasts in all, after a shorter plan of it too', () => {
  const shorter = { ...cafe, programme: [...cafe.programme] };
  shorter.programme[BREAK] = { kind: 'break', minutes: 10, title: '' };
  const now = at(10, 30);
  const minutes = (view: typeof cafe, endsAt: number) =>
    planLines(view, { ...longer, endsAt }, now, t)
      .slice(BREAK)
      .map((line) => line.minutes);
  expect(minutes(cafe, longer.endsAt)).toEqual([64, 15, 40]);
  expect(minutes(shorter, at(10, 54))).toEqual([54, 15, 40]);
});
