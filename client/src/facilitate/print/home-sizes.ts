import {
  isExpected,
  type CafeView,
  type FacilitatorView,
  type TableId,
} from '@tablecloth/shared/cafe';

/**
 * How many begin at each table with their team: those who are here, or, before anybody is, those who
 * are listed. Tables whose team nobody is known of are left out.
 */
export function homeSizes(
  { teams }: Pick<CafeView, 'teams'>,
  people: FacilitatorView['people'],
): Map<TableId, number> {
  const counted = people.some(({ here }) => here)
    ? people.filter(({ here }) => here)
    : people.filter(isExpected);
  const sizes = new Map<TableId, number>();
  for (const { id, homeTable } of teams) {
    const size = counted.filter(({ team }) => team === id).length;
    if (size > 0) sizes.set(homeTable, size);
  }
  return sizes;
}
