/**
 * The page one has arrived at, after the server's word on one page: a server that began anew, or a round
 * that was begun again, no longer knows of a tap, and then it is to be asked for again.
 */
export function arrivedAfter(
  before: string | null,
  { page, isHere }: { page: string; isHere: boolean },
): string | null {
  if (isHere) return page;
  return before === page ? null : before;
}
