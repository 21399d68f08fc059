import fc from 'fast-check';
import { numbered, type Step } from '@tablecloth/shared/cafe';
import { hostedCafe, sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import { expect, it } from 'vitest';
import { figures, programme, words as t } from '../fixture.ts';
import { blockNames, lockOf, seatsLine } from './block-lock.ts';
import {
  ADDABLE,
  blocksOf,
  lengthsOf,
  minutesIn,
  newBlock,
  offered,
  placeFor,
  readBlocks,
  swapped,
  type Block,
} from './draft.ts';

const wishes = { title: 'x', rounds: 3, minutes: 20 };
const programmes: Step[][] = [
  programme,
  sampleCafe(null, 1).definition.programme,
  smallCafe({ ...wishes, tables: 4 }).definition.programme,
  hostedCafe({ ...wishes, teams: ['A', 'B'], hosts: 1, chairs: 6 }).definition.programme,
];
const stepsIn = (blocks: readonly Block[], before: readonly Step[] = []) => {
  const read = readBlocks(blocks, before, t);
  if (read.mistakes !== undefined) throw new Error(JSON.stringify(read.mistakes));
  return read.steps;
};

it('a plan as blocks, read again from any step on, is the same plan', () => {
  for (const all of programmes) {
    for (let from = 0; from < all.length; from += 1) {
      // The title of a break may be empty in a file; then it has its usual name.
      const rest = all
        .slice(from)
        .map((step) => (step.kind === 'break' ? { ...step, title: step.title || 'Break' } : step));
      // A move that runs is the beginning of its round.
      expect(stepsIn(blocksOf(all.slice(from)), all.slice(0, from))).toEqual(rest);
    }
  }
});

it('a round is one block, with its way there and its last minute', () => {
  const [, , round] = blocksOf(programme);
  expect(round).toMatchObject({ kind: 'round', move: '3', grace: '1' });
  expect(blockNames(blocksOf(programme), [], t)).toEqual([
    ...['Doors and coffee', 'Welcome', 'Round 1', 'Break'],
    ...['Home round', 'Burning questions'],
  ]);
});

it('minutes are said of each step, of the main one as everywhere else', () => {
  const blocks = blocksOf(programme);
  const said = blocks.map((block, i) => {
    const lengths = lengthsOf(block, 'main', i === 0 ? 5 : 0);
    return t.plan.edit.lengths(t.minutes(lengths.main), lengths);
  });
  const [doors, welcome] = programme;
  expect(said.slice(0, 3)).toEqual([
    `${String((doors?.minutes ?? 0) + 5)} min`,
    `${String(welcome?.minutes)} min`,
    '15 min + 3\u00a0to\u00a0move + 1\u00a0to\u00a0finish',
  ]);
});

it('blocks that are put in, put elsewhere and taken out make a plan with numbered rounds', () => {
  const edit = fc.record({ kind: fc.constantFrom(...ADDABLE), at: fc.nat(8), what: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      let blocks = blocksOf(programme);
      for (const { kind, at, what } of edits) {
        if (what === 0)
          blocks = blocks.toSpliced(placeFor(kind, blocks), 0, newBlock(kind, blocks, t));
        if (what === 1) blocks = swapped(blocks, at, 1);
        if (what === 2 && blocks.length > 1) blocks = blocks.filter((_, i) => i !== at);
      }
      const steps = stepsIn(blocks);
      expect(numbered(steps)).toEqual(steps);
      expect(new Set(blocks.map(({ key }) => key)).size).toBe(blocks.length);
      const { starts } = readBlocks(blocks, [], t);
      for (const [i, block] of blocks.entries()) {
        const kinds = steps.slice(starts[i], starts[i + 1]).map((step) => step.kind);
        expect(kinds).toContain(block.kind);
      }
    }),
  );
});

it('a new round is like the last one and stands behind it, thanks at the end', () => {
  const blocks = blocksOf(programme);
  expect(placeFor('round', blocks)).toBe(3);
  expect(newBlock('round', blocks, t)).toMatchObject({ move: '3', grace: '1', question: '' });
  expect(placeFor('feedback', blocks)).toBe(blocks.length);
  expect(placeFor('break', [...blocks, newBlock('feedback', blocks, t)])).toBe(blocks.length);
});

it('what cannot be read is marked where it stands', () => {
  const [first, , round, pause] = blocksOf(programme);
  if (first === undefined || round === undefined || pause === undefined) throw new Error('short');
  const thanks = { ...newBlock('feedback', [], t), link: 'survey.example' };
  const parts = round.parts.map((part) => ({ ...part, minutes: '0' }));
  const read = readBlocks(
    [{ ...first, minutes: 'long' }, { ...round, parts, move: '-1' }, thanks],
    [],
    t,
  );
  expect(Object.keys(read.mistakes ?? {})).toEqual([
    `${first.key}.minutes`,
    `${round.key}.${parts[0]?.key ?? ''}`,
    `${round.key}.move`,
    `${thanks.key}.link`,
  ]);
  expect(['15', ' 1,5 ', '0.5', '0', '601', 'x', '1.55'].map(minutesIn)).toEqual([
    ...[15, 1.5, 0.5, null, null, null, null],
  ]);
});

it('what has begun stays, and what is to come of a round that people walk to may change', () => {
  const walking = lockOf({ move: '2' }, 5, 5);
  expect(walking).toEqual({ place: true, move: true, main: false, grace: false, words: false });
  expect(lockOf({ move: '2' }, 5, 6)).toMatchObject({ main: true, grace: false, words: false });
  expect(lockOf({ move: '0' }, 5, 6)).toMatchObject({ main: true, grace: true, words: true });
  expect(lockOf({ move: '' }, 5, 4)).toMatchObject({ place: false, main: false });
});

it('other rounds are said with what they mean for tables', () => {
  const more = numbered([...programme.slice(0, 5), ...programme.slice(2)]);
  const list = (all: readonly string[]) => figures.list(all);
  expect(seatsLine(programme, programme, true, list, t)).toBe('');
  expect(seatsLine(programme, more, false, list, t)).toBe(t.plan.edit.seatsLater);
  const none = programme.filter((step) => !('round' in step));
  expect(seatsLine(programme, none, false, list, t)).toBe('');
  expect(seatsLine(programme, more, true, list, t)).toBe(
    'Round\u00a02 is new and gets its tables when you change the plan. Everybody keeps the tables they were told.',
  );
  expect(seatsLine(more, programme, true, list, t)).toContain('those of round\u00a02 are dropped');
});

it('no round is put in behind the home round, and that one once', () => {
  const blocks = blocksOf(programme);
  const home = blocks.findIndex(({ kind }) => kind === 'home');
  const others = ['break', 'welcome', 'panel', 'feedback'];
  expect(offered([], blocks.toSpliced(home, 1), 0)).toEqual(ADDABLE);
  expect(offered([], blocks, home)).toEqual(['round', ...others]);
  expect(offered([], blocks, home + 1)).toEqual(others);
  expect(offered(programme.slice(0, -1), blocks.slice(-1), 1)).toEqual(others);
});
