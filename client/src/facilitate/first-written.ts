import { byNumber, type CafeView, type RoundNumber } from '@tablecloth/shared/cafe';
import type { PageCount } from '@tablecloth/shared/harvest';

/**
 * The page to be shown to whoever has chosen none: the first with notes, by table and then by round.
 * While pages are open it is one of theirs, since it is those that people write on. Null for none.
 */
export function firstWritten(
  { tables }: Pick<CafeView, 'tables'>,
  counts: readonly PageCount[],
  openRound: RoundNumber | null,
): { table: string; round: number } | null {
  for (const { id } of byNumber(tables)) {
    const rounds = counts
      .filter(({ table, round }) => table === id && (openRound ?? round) === round)
      .map(({ round }) => round);
    if (rounds.length > 0) return { table: id, round: Math.min(...rounds) };
  }
  return null;
}

/** How many notes stand on all pages of which something is true. */
export function notesWhere(
  counts: readonly PageCount[],
  isMeant: (page: PageCount) => boolean,
): number {
  return counts.filter(isMeant).reduce((sum, { notes }) => sum + notes, 0);
}
