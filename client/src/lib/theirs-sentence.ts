import type { TeamWords } from '../words/team.ts';
import type { Draft } from './draft.svelte.ts';

/** What a box says of words that somebody else has saved meanwhile; empty where nobody has. */
export function theirsSentence({ theirs }: Draft, own: TeamWords, isGone = false): string {
  if (theirs === null) return '';
  if (isGone) return own.theirsGone;
  return theirs.trim() === '' ? own.theirsEmpty : own.theirs;
}
