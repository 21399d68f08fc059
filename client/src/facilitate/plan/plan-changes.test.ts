import fc from 'fast-check';
import { expect, it } from 'vitest';
import { programme, words as t } from '../fixture.ts';
import { ADDABLE, blocksOf, newBlock, swapped, type Block } from './draft.ts';
import { planChanges } from './plan-changes.ts';

const plan = () => blocksOf(programme);
const changes = (was: readonly Block[], is: readonly Block[]) => planChanges(was, is, [], t);
const other = (block: Block, changed: Partial<Block>): Block => ({ ...block, ...changed });

it('says what was taken out, put in, put elsewhere, and made longer or otherwise', () => {
  const was = plan();
  const at = (kind: string) => was.findIndex((block) => block.kind === kind);
  expect(changes(was, plan())).toEqual([]);
  expect(changes(was, was.toSpliced(at('break'), 1))).toEqual(['Break taken out']);
  expect(changes(was, was.toSpliced(at('break'), 0, newBlock('break', was, t)))).toEqual([
    'Coffee put in',
  ]);
  expect(changes(was, swapped(was, at('welcome'), -1))).toHaveLength(1);
  const longer = was.map((block) =>
    block.kind === 'home' ? other(block, { minutes: '7' }) : block,
  );
  expect(changes(was, longer)).toEqual([expect.stringMatching(/^Home round: 7\smin instead of /u)]);
  const asked = was.map((block) =>
    block.kind === 'round' ? other(block, { question: 'Why?' }) : block,
  );
  expect(changes(was, asked)).toEqual([`${t.round(1)} changed`]);
});

it('is silent about the same plan only, and every block too many or too few is said', () => {
  const edit = fc.record({ kind: fc.constantFrom(...ADDABLE), at: fc.nat(8), what: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 8 }), (edits) => {
      const was = plan();
      let is = plan();
      for (const { kind, at, what } of edits) {
        if (what === 0) is = is.toSpliced(at, 0, newBlock(kind, is, t));
        if (what === 1) is = swapped(is, at, 1);
        if (what === 2) is = is.filter((_, i) => i !== at);
      }
      const lines = changes(was, is);
      const words = (blocks: readonly Block[]) => JSON.stringify(blocks).replace(/"key":\d+/gu, '');
      expect(lines.length === 0).toBe(words(was) === words(is));
      const ending = (end: string) => lines.filter((line) => line.endsWith(end)).length;
      expect(was.length - ending(' taken out') + ending(' put in')).toBe(is.length);
    }),
  );
});
