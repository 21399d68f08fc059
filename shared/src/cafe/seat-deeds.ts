import type { Cafe } from './cafe.ts';
import type { Deed, Seat } from './deed.ts';
import type { PersonId, RoundNumber } from './ids.ts';

/** A deed that gave somebody another seat of a round, and the seat they had. */
export interface SeatDeed {
  deed: Deed;
  was: Seat | null;
}
type ByPerson = ReadonlyMap<PersonId, readonly SeatDeed[]>;

const known = new WeakMap<Cafe['deeds'], { round: RoundNumber; byPerson: ByPerson }>();

/**
 * What deeds have done to somebody's seat of a round, the newest first. In a large room it is asked for
 * thousands of views of one café, so the deeds are looked through once for all of them.
 */
export function seatDeeds(
  { deeds }: Pick<Cafe, 'deeds'>,
  round: RoundNumber,
  id: PersonId,
): readonly SeatDeed[] {
  const found = known.get(deeds);
  const byPerson = found?.round === round ? found.byPerson : byPersonIn(deeds, round);
  known.set(deeds, { round, byPerson });
  return byPerson.get(id) ?? [];
}

function byPersonIn(deeds: Cafe['deeds'], round: RoundNumber): ByPerson {
  const byPerson = new Map<PersonId, SeatDeed[]>();
  for (const deed of deeds) {
    for (const cell of Object.values(deed.cells)) {
      if (cell.of !== 'seat' || cell.round !== round) continue;
      const own = byPerson.get(cell.id) ?? [];
      own.push({ deed, was: cell.was });
      byPerson.set(cell.id, own);
    }
  }
  return byPerson;
}
