/**
 * Diff and caret arithmetic for a textarea bound to a shared text. All positions and lengths are in
 * UTF-16 units, as in textareas and Y.Text, and never fall inside a surrogate pair: Yjs turns both
 * halves of a pair that is split into U+FFFD.
 */
export interface TextEdit {
  at: number;
  /** Units removed behind `at`. */
  remove: number;
  insert: string;
}

/**
 * The smallest single edit from `before` to `after`, or null when they are equal. `caret`, where it
 * stands in `after` once the edit is made, decides between equally small ones: in "aa" → "aaa" it
 * says which a is new, which matters when others write beside it.
 */
export function diff(before: string, after: string, caret?: number): TextEdit | null {
  if (before === after) return null;
  const smallest = diffUpTo(before, after, after.length);
  if (caret === undefined) return smallest;
  const atCaret = diffUpTo(before, after, after.length - caret);
  return size(atCaret) <= size(smallest) ? atCaret : smallest;
}

/** With at most `suffixMax` units of common end, and then all of the common beginning. */
function diffUpTo(before: string, after: string, suffixMax: number): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  let suffix = 0;
  if (suffixMax >= after.length) {
    prefix = commonPrefix(before, after, shorter);
    suffix = commonSuffix(before, after, shorter - prefix);
  } else {
    suffix = commonSuffix(before, after, Math.min(shorter, Math.max(0, suffixMax)));
    prefix = commonPrefix(before, after, shorter - suffix);
  }
  return {
    at: prefix,
    remove: before.length - suffix - prefix,
    insert: after.slice(prefix, after.length - suffix),
  };
}

function commonPrefix(a: string, b: string, max: number): number {
  let n = 0;
  while (n < max && a.charCodeAt(n) === b.charCodeAt(n)) n++;
  return splitsPair(a, n) || splitsPair(b, n) ? n - 1 : n;
}

function commonSuffix(a: string, b: string, max: number): number {
  let n = 0;
  while (n < max && a.charCodeAt(a.length - 1 - n) === b.charCodeAt(b.length - 1 - n)) n++;
  return splitsPair(a, a.length - n) || splitsPair(b, b.length - n) ? n - 1 : n;
}

function splitsPair(text: string, at: number): boolean {
  return isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function size({ remove, insert }: TextEdit): number {
  return remove + insert.length;
}

export function applyEdit(text: string, { at, remove, insert }: TextEdit): string {
  return text.slice(0, at) + insert + text.slice(at + remove);
}

/**
 * Where a caret (or either end of a selection) stands after an edit. Another's words written
 * exactly at the caret come behind it; one's `own` before it.
 */
export function moveCaret(caret: number, edit: TextEdit, own = false): number {
  const { at, remove, insert } = edit;
  if (caret < at || (caret === at && !own)) return caret;
  if (caret < at + remove) return own ? at + insert.length : at;
  return caret - remove + insert.length;
}

/** What may be put into a text: line ends as \n, no NUL, no half of a surrogate pair. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
