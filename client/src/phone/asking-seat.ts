import type { Day, Seat } from './day.svelte.ts';

/**
 * The seat whose notes a question for the panel goes into: the one whose page is open, or else, for who
 * sits at none of its round's tables, the last one they had. Null where they never had any.
 */
export function askingSeat({
  open,
  openRound,
  seats,
}: Pick<Day, 'open' | 'openRound' | 'seats'>): Seat | null {
  return open ?? seats.findLast(({ round }) => round < (openRound ?? 0)) ?? null;
}

/**
 * Who sees the name of whoever asks on a page: who reads the notes, where names stand with them. Without
 * that a note of the open page has none, and one of an earlier page, being late, has one for facilitators.
 */
export function nameSeenBy(
  { open, cafe }: { open: Seat | null; cafe: { namesInPacks?: boolean } | null },
  page: string,
): 'readers' | 'facilitators' | 'nobody' {
  if (cafe?.namesInPacks === true) return 'readers';
  return open?.page === page ? 'nobody' : 'facilitators';
}
