import { expect, it } from 'vitest';
import { at, figures, words as t } from './fixture.ts';
import { readWishes, sumsOf, type Typed } from './small-wishes.ts';

const typed: Typed = {
  title: ' A small morning ',
  question: '',
  people: '22',
  tables: '4',
  rounds: '3',
  minutes: '20',
};

it('what was typed becomes a café that seats everybody', () => {
  expect(readWishes(typed, t)).toEqual({
    ok: true,
    people: 22,
    wishes: {
      title: 'A small morning',
      question: '',
      tables: 4,
      rounds: 3,
      minutes: 20,
      chairs: 9,
    },
  });
});

it('every mistake has a sentence at its field', () => {
  expect(
    readWishes(
      {
        title: ' ',
        question: 'q'.repeat(401),
        people: 'many',
        tables: '0',
        rounds: '',
        minutes: '1.5',
      },
      t,
    ),
  ).toEqual({
    ok: false,
    mistakes: {
      title: 'Please give the café a title.',
      question: 'Please shorten the question to 400 letters.',
      people: 'Please type a whole number from 3 to 2000.',
      tables: 'Please type a whole number from 1 to 400.',
      rounds: 'Please type a whole number from 1 to 19.',
      minutes: 'Please type a whole number from 1 to 600.',
    },
  });
});

it('the sums say when it ends and how many sit together, before there is a title', () => {
  // Doors 15, welcome 10, three times 2 + 20 + 1, thanks 5: 99 minutes.
  expect(sumsOf({ ...typed, title: '' }, at(9, 0), figures, t)).toEqual({
    sentence: 'Begun now it ends 10:39; 5 to 6 at a table.',
    advice: '',
  });
  expect(sumsOf({ ...typed, people: '20' }, at(9, 0), figures, t)?.sentence).toBe(
    'Begun now it ends 10:39; 5 at a table.',
  );
});

it('the sums advise against tables that are too small, too large, or too few', () => {
  const advice = (more: Partial<Typed>) => sumsOf({ ...typed, ...more }, 0, figures, t)?.advice;
  expect([advice({ tables: '11' }), advice({ tables: '2' }), advice({ rounds: '5' })]).toEqual([
    'That leaves fewer than three at a table. Fewer tables make better talks.',
    'More than eight at a table is hard to hear. Add tables.',
    'With more rounds than tables people come back to a table.',
  ]);
  expect(sumsOf({ ...typed, tables: 'x' }, 0, figures, t)).toBeNull();
});
