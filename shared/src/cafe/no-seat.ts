/** Why nothing can be done about seats, for those who see none. */
import { seatIn } from './audience.ts';
import type { Cafe } from './cafe.ts';
import type { PersonId } from './ids.ts';
import { toldRound } from './position.ts';
import { refuse, type Refusal } from './refusal.ts';

/** No such round runs or comes, or nobody is seated yet. */
export function noRound({ itineraries }: Cafe): { refusal: Refusal } {
  return refuse(itineraries === null ? 'not seated' : 'no round');
}

/** Why somebody is at no table now; null where they are at one. */
export function noSeat(cafe: Cafe, person: PersonId): { refusal: Refusal } | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  if (round === null || cafe.itineraries === null) return noRound(cafe);
  if (cafe.people[person]?.here === false) return refuse('noted as gone');
  return seatIn(cafe, person, round) === null ? refuse('no seat') : null;
}
