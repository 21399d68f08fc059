import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { rebase } from './rebase.ts';
import { applyEdit, cleanText, diff, moveCaret, type TextEdit } from './text-edit.ts';

/** Few letters, so that they repeat; pairs that share a half, so that they could be split. */
const text = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', '𐐀'),
  maxLength: 12,
});
const wellFormed = (value: string): boolean => !/\p{Surrogate}/u.test(value);

/** What an edit makes of a Y.Text, which breaks pairs that are split. */
function inYjs(before: string, edits: TextEdit[]): string {
  const shared = new Y.Doc({ gc: false }).getText();
  shared.insert(0, before);
  for (const { at, remove, insert } of edits) {
    shared.delete(at, remove);
    shared.insert(at, insert);
  }
  return shared.toString();
}

describe('the difference of two texts', () => {
  it('turns one into the other, in Yjs too, whatever the caret', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.nat(14), { nil: undefined }), (before, after, caret) => {
        const edit = diff(before, after, caret);
        expect(edit === null).toBe(before === after);
        if (edit === null) return;
        expect(applyEdit(before, edit)).toBe(after);
        expect(inYjs(before, [edit])).toBe(after);
        expect(wellFormed(edit.insert)).toBe(true);
      }),
    );
  });

  it('is as small when the caret is known as when it is not', () => {
    fc.assert(
      fc.property(text, text, fc.nat(14), (before, after, caret) => {
        const size = (edit: TextEdit | null): number =>
          edit ? edit.remove + edit.insert.length : 0;
        expect(size(diff(before, after, caret))).toBe(size(diff(before, after)));
      }),
    );
  });

  it('is what was typed, where it was typed', () => {
    fc.assert(
      fc.property(text, text, text, (left, right, typed) => {
        fc.pre(typed !== '');
        const after = left + typed + right;
        expect(diff(left + right, after, left.length + typed.length)).toEqual({
          at: left.length,
          remove: 0,
          insert: typed,
        });
      }),
    );
  });

  it('finds which of several equal letters is new or gone', () => {
    expect(diff('aaa', 'aaaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' });
    expect(diff('aaa', 'aaaa', 4)).toEqual({ at: 3, remove: 0, insert: 'a' });
    expect(diff('aaa', 'aa', 1)).toEqual({ at: 1, remove: 1, insert: '' });
  });

  it('replaces a whole emoji, not its half', () => {
    expect(diff('😀', '😁')).toEqual({ at: 0, remove: 2, insert: '😁' });
    expect(diff('😀', '𐐀')).toEqual({ at: 0, remove: 2, insert: '𐐀' });
  });
});

describe('a caret', () => {
  it('stays between the same letters when others write', () => {
    const insert = { at: 3, remove: 0, insert: 'xy' };
    expect([2, 3, 4].map((caret) => moveCaret(caret, insert))).toEqual([2, 3, 6]);
    const remove = { at: 2, remove: 3, insert: '' };
    expect([1, 2, 3, 4, 5, 6].map((caret) => moveCaret(caret, remove))).toEqual([1, 2, 2, 2, 2, 3]);
  });

  it("follows one's own words", () => {
    expect(moveCaret(3, { at: 3, remove: 0, insert: 'xy' }, true)).toBe(5);
    expect(moveCaret(3, { at: 2, remove: 3, insert: 'xy' }, true)).toBe(4);
  });

  it('never leaves the text', () => {
    fc.assert(
      fc.property(text, text, fc.nat(30), fc.boolean(), (before, after, caret, own) => {
        const edit = diff(before, after);
        if (edit === null) return;
        const moved = moveCaret(Math.min(caret, before.length), edit, own);
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});

describe('what was typed while the textarea stood still', () => {
  const letters = (alphabet: string, max: number): fc.Arbitrary<string> =>
    fc.string({ unit: fc.constantFrom(...alphabet), maxLength: max });

  it('is only the difference when nobody else wrote', () => {
    fc.assert(
      fc.property(text, text, (shown, typed) => {
        expect(inYjs(shown, rebase(shown, typed, shown))).toBe(typed);
      }),
    );
  });

  it('is nothing when nothing was typed', () => {
    expect(rebase('a', 'a', 'b')).toEqual([]);
  });

  it('comes in whole, and takes away nothing that others wrote', () => {
    const splice = (alphabet: string): fc.Arbitrary<[number, number, string]> =>
      fc.tuple(fc.nat(10), fc.nat(5), letters(alphabet, 4));
    const change = (shown: string, [at, remove, insert]: [number, number, string]): string =>
      applyEdit(shown, { at: Math.min(at, shown.length), remove, insert });
    fc.assert(
      fc.property(letters('ab', 10), splice('MN'), splice('xy'), (shown, mine, theirs) => {
        const now = inYjs(
          change(shown, theirs),
          rebase(shown, change(shown, mine), change(shown, theirs)),
        );
        expect(now.replace(/[^MN]/g, '')).toBe(mine[2]);
        expect(now.replace(/[^xy]/g, '')).toBe(theirs[2]);
        // Only what both left standing still stands.
        expect(now.length).toBeLessThanOrEqual(shown.length + mine[2].length + theirs[2].length);
      }),
    );
  });

  it('keeps words written inside what was selected and replaced', () => {
    const [shown, typed, current] = ['one two three', 'one 3', 'one tx yo three'];
    expect(inYjs(current, rebase(shown, typed, current))).toBe('one 3x y');
  });

  it('never splits a pair', () => {
    fc.assert(
      fc.property(text, text, text, fc.nat(12), (shown, typed, current, caret) => {
        expect(inYjs(current, rebase(shown, typed, current, caret))).not.toContain('\ufffd');
      }),
    );
  });
});

describe('cleaned text', () => {
  it('holds nothing that would be refused', () => {
    expect(cleanText('a\r\nb\rc\0d\ud800e😀')).toBe('a\nb\ncd\ufffde😀');
  });
});
