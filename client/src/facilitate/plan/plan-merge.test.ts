import fc from 'fast-check';
import { expect, it } from 'vitest';
import { programme, words as t } from '../fixture.ts';
import { ADDABLE, blocksOf, newBlock, swapped, type Block } from './draft.ts';
import { keyedAs, laidOn } from './plan-merge.ts';

const was = blocksOf(programme);
const NOTHING = { blocks: [], isOrder: false };
const laid = (mine: readonly Block[], theirs: readonly Block[], begun = 0) =>
  laidOn({ was, mine, theirs, begun });
const keys = (blocks: readonly Block[]) => blocks.map(({ key }) => key);
const indexOf = (kind: Block['kind']) => was.findIndex((block) => block.kind === kind);
const changed = (blocks: readonly Block[], key: number | undefined, to: Partial<Block>) =>
  blocks.map((block) => (block.key === key ? { ...block, ...to } : block));

/** What is done to one block: its words, its place among others, or something behind it. */
const edit = fc.constantFrom('nothing', 'minutes', 'title', 'remove', 'add', 'swap');
type Edit = typeof edit extends fc.Arbitrary<infer E> ? E : never;

function done(
  blocks: readonly Block[],
  key: number,
  { what, added }: { what: Edit; added: Block },
): Block[] {
  const at = blocks.findIndex((block) => block.key === key);
  switch (what) {
    case 'minutes':
      return changed(blocks, key, { minutes: '77', move: '7' });
    case 'title':
      return changed(blocks, key, { title: 'Lunch', question: 'What now?' });
    case 'remove':
      return blocks.filter((block) => block.key !== key);
    case 'add':
      return blocks.toSpliced(at + 1, 0, added);
    case 'swap':
      return swapped(blocks, at, 1);
    default:
      return [...blocks];
  }
}

/** For each block what is done to it, and by whom. */
const plan = (what: fc.Arbitrary<Edit>) =>
  fc.array(fc.record({ what, isMine: fc.boolean(), kind: fc.constantFrom(...ADDABLE) }), {
    minLength: was.length,
    maxLength: was.length,
  });
type Planned = { what: Edit; isMine: boolean; added: Block; key: number };
const withBlocks = (
  all: readonly { what: Edit; isMine: boolean; kind: (typeof ADDABLE)[number] }[],
) =>
  all.map(({ kind, ...one }, i): Planned => ({
    ...{ ...one, key: was[i]?.key ?? 0, added: newBlock(kind, was, t) },
  }));
const all = (edits: readonly Planned[], blocks: readonly Block[] = was) =>
  edits.reduce<readonly Block[]>((plan, { key, ...one }) => done(plan, key, one), blocks);

it('changes of two who touch different blocks are theirs and then mine', () => {
  const still = edit.filter((what) => what !== 'swap');
  fc.assert(
    fc.property(plan(still), (drawn) => {
      const edits = withBlocks(drawn);
      const mine = edits.filter(({ isMine }) => isMine);
      const theirs = all(edits.filter(({ isMine }) => !isMine));
      expect(laid(all(mine), theirs)).toEqual({ blocks: all(mine, theirs), lost: NOTHING });
    }),
  );
});

it('whatever both do, no block comes out twice, what began stays, and who is alone loses nothing', () => {
  fc.assert(
    fc.property(plan(edit), plan(edit), fc.nat(3), (one, other, some) => {
      const [mine, theirs] = [all(withBlocks(one)), all(withBlocks(other))];
      const begun = Math.min(some, theirs.length);
      expect(laid(mine, was)).toEqual({ blocks: mine, lost: NOTHING });
      expect(laid(was, theirs, begun)).toEqual({ blocks: theirs, lost: NOTHING });
      const { blocks } = laid(mine, theirs, begun);
      expect(new Set(keys(blocks)).size).toBe(blocks.length);
      expect(keys(blocks).slice(0, begun)).toEqual(keys(theirs).slice(0, begun));
      const known = new Set(keys([...mine, ...theirs]));
      expect(keys(blocks).filter((key) => !known.has(key))).toEqual([]);
      const added = [...mine, ...theirs].filter(({ key }) => !keys(was).includes(key));
      expect(keys(blocks)).toEqual(expect.arrayContaining(keys(added)));
    }),
  );
});

it('two changes in one block are both there, unless they are of the same', () => {
  const { key } = was[indexOf('round')] ?? { key: 0 };
  const asked = changed(was, key, { question: 'Why?' });
  const longer = changed(was, key, { move: '9' });
  expect(laid(asked, longer)).toEqual({
    blocks: changed(longer, key, { question: 'Why?' }),
    lost: NOTHING,
  });
  const other = changed(was, key, { question: 'How?', grace: '4' });
  expect(laid(asked, other)).toEqual({
    blocks: other,
    lost: { blocks: [{ key, what: 'other' }], isOrder: false },
  });
  const without = was.filter((block) => block.key !== key);
  expect(laid(without, asked).lost.blocks).toEqual([{ key, what: 'removed' }]);
  expect(laid(asked, without)).toMatchObject({
    blocks: without,
    lost: { blocks: [{ key, what: 'other' }] },
  });
});

it('what both put elsewhere stands once, where they put it', () => {
  const at = indexOf('break');
  const [mine, theirs] = [swapped(was, at, -1), swapped(was, at, 1)];
  expect(laid(mine, theirs)).toEqual({ blocks: theirs, lost: { blocks: [], isOrder: true } });
  expect(laid(mine, mine).lost).toEqual(NOTHING);
  const round = was[indexOf('round')];
  const longer = changed(was, round?.key, { move: '9' });
  expect(laid(mine, longer)).toEqual({
    blocks: changed(mine, round?.key, { move: '9' }),
    lost: NOTHING,
  });
});

it('of a plan that is read anew the blocks are those there were', () => {
  const again = (blocks: readonly Block[]) => blocks.map((block, i) => ({ ...block, key: -1 - i }));
  const pause = indexOf('break');
  expect(keys(keyedAs(was, again(was)))).toEqual(keys(was));
  expect(keys(keyedAs(was, again(swapped(was, pause, 1))))).toEqual(keys(swapped(was, pause, 1)));
  const shorter = changed(was, was[pause]?.key, { minutes: '3' });
  expect(keyedAs(was, again(shorter))).toEqual(shorter);
  const more = was.toSpliced(pause, 0, newBlock('panel', was, t));
  expect(keys(keyedAs(was, again(more))).filter((key) => key > 0)).toEqual(keys(was));
});
