import type { CafeView, ClockView, FacilitatorView } from '@tablecloth/shared/cafe';
import { roomTiles } from './room-tiles.ts';

/**
 * Numbers of the tables that nobody could host if people were seated now, as nobody of their team is
 * here. Early at the door that says nothing: as long as it waits for half of the people, or of the
 * teams, there are none. `expected`: how many are here or may still come.
 */
export function awaitedHosts(
  cafe: CafeView,
  { stage, seated }: Pick<ClockView, 'stage' | 'seated'>,
  people: FacilitatorView['people'],
  expected: number,
  closed: FacilitatorView['closed'] = [],
): number[] {
  if (seated || !('index' in stage)) return [];
  const tiles = roomTiles(cafe, people, null, false, closed);
  const awaited = tiles.filter(({ hints }) => hints.includes('noHostYet'));
  if (cafe.programme[stage.index]?.kind === 'doors') {
    const hosted = tiles.filter((tile) => tile.team !== null && tile.closed === null);
    const here = people.filter((person) => person.here).length;
    if (2 * here < expected || 2 * awaited.length > hosted.length) return [];
  }
  return awaited.map(({ table }) => table.number);
}
