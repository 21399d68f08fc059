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
