import { expect, it } from 'vitest';
import { at, cafe, programme, words } from '../fixture.ts';
import { dayOnPaper } from './day-on-paper.ts';

const asking = {
  ...cafe,
  programme: [
    ...programme.slice(0, 5),
    { kind: 'round' as const, minutes: 15, round: 2, beats: [] },
    { kind: 'home' as const, minutes: 15, round: 3 },
  ],
  ...{ question: 'What helps?', homeQuestion: 'What did we hear?' },
};

it('is every step with its minutes, its times, and what is asked where it is new', () => {
  const steps = dayOnPaper(asking, { at: 'before' }, at(9, 0), words);
  expect(
    steps.map(({ at: begins, name, minutes, question }) => [begins, name, minutes, question]),
  ).toEqual([
    [at(9, 0), 'Doors and coffee', 30, ''],
    [at(9, 30), 'Welcome', 15, ''],
    [at(9, 45), 'Move to round\u00a01', 3, ''],
    [at(9, 48), 'Round 1', 15, 'What helps?'],
    [at(10, 3), 'Finish your sentence', 1, ''],
    [at(10, 4), 'Round 2', 15, ''],
    [at(10, 19), 'Home round', 15, 'What did we hear?'],
  ]);
});

it('has minutes only as long as nobody has said when the doors open', () => {
  const steps = dayOnPaper(asking, { at: 'before' }, null, words);
  expect(steps.map(({ at: begins }) => begins)).toEqual(Array<null>(7).fill(null));
});
