import { expect, it } from 'vitest';
import type { Step } from '@tablecloth/shared/cafe';
import { alwaysHosting } from './always-hosting.ts';
import { cafe, figures, person, programme, words as t } from './fixture.ts';

const second: Step = { kind: 'round', minutes: 15, round: 2, beats: [] };
const two = {
  ...cafe,
  programme: [...programme.slice(0, 6), second, { kind: 'home' as const, minutes: 15, round: 3 }],
};
const running = { stage: { at: 'step' as const, index: 3, endsAt: 0, pausedAt: null } };
const list = (names: readonly string[]) => figures.list(names);

const ann = person('ann', 'Ann', 'a', ['t1', 't1', 't1'], [true, true, false]);
const bo = person('bo', 'Bo', 'b', ['t2', 't2', 't2'], [true, true, false]);
const say = (people: (typeof ann)[], day: Pick<typeof cafe, 'programme' | 'teams'> = two) =>
  alwaysHosting(day, running as never, people, list, t);

it('says whose one host never visits, and what lets them', () => {
  expect(say([ann])).toBe(
    'Who hosts for Amber does so in every round and visits nobody: name another host, or close the table.',
  );
  expect(say([ann, bo])).toBe(
    'Who hosts for Amber and Blue does so in every round and visits nobody: name other hosts, or close the tables.',
  );
});

it('says nothing where everybody visits, has gone, or would not walk', () => {
  expect(say([{ ...ann, hosting: [true, false, false] }])).toBe('');
  expect(say([{ ...ann, here: false }])).toBe('');
  expect(say([{ ...ann, fixedAt: 't1' }])).toBe('');
  expect(say([{ ...ann, hosting: [] }])).toBe('');
  // In a single round somebody must.
  expect(say([ann], cafe)).toBe('');
  expect(alwaysHosting(two, { stage: { at: 'closed' } } as never, [ann], list, t)).toBe('');
  // Once the last visit is over nothing can be done about it.
  const home = { stage: { ...running.stage, index: two.programme.length - 1 } };
  expect(alwaysHosting(two, home as never, [ann], list, t)).toBe('');
});
