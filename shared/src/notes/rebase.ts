import { diff, type TextEdit } from './text-edit.ts';

/**
 * What a person typed while their textarea stood still, as edits of the text as it is now.
 *
 * While an input method composes, nothing may touch the textarea, and others go on writing. At the
 * end the difference is taken from `lastShown`, the text the person saw, never from `current`: that
 * would take others' new words for deleted. The edits are to be made in the order given, each on
 * the result of the one before. Everything typed is inserted, nothing that others wrote meanwhile
 * is removed.
 */
export function rebase(
  lastShown: string,
  nowTyped: string,
  current: string,
  caret?: number,
): TextEdit[] {
  const typed = diff(lastShown, nowTyped, caret);
  if (typed === null) return [];
  const theirs = diff(lastShown, current);
  if (theirs === null) return [typed];

  const shift = theirs.insert.length - theirs.remove;
  const theirEnd = theirs.at + theirs.remove;
  const typedEnd = typed.at + typed.remove;
  if (typedEnd <= theirs.at) return [typed];
  if (typed.at >= theirEnd) return [{ ...typed, at: typed.at + shift }];

  // They overlap. What is left for us to remove stands before and behind what they wrote.
  const before = Math.max(0, theirs.at - typed.at);
  const behind = Math.max(0, typedEnd - theirEnd);
  const edits: TextEdit[] = [];
  if (behind > 0) edits.push({ at: theirs.at + theirs.insert.length, remove: behind, insert: '' });
  const at = before > 0 ? typed.at : theirs.at + theirs.insert.length;
  if (before > 0 || typed.insert !== '') edits.push({ at, remove: before, insert: typed.insert });
  return edits;
}
