/** Whether seats are to bring people to other tables first, or to new people first. */
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { SeatFirst } from './definition.ts';
import { picksTables } from './picks-tables.ts';
import { refuse } from './refusal.ts';

/** What comes first where one cannot have both; tables, unless somebody has chosen. */
export function seatFirst({ definition }: Pick<Cafe, 'definition'>): SeatFirst {
  return definition.seatFirst ?? 'tables';
}

/** Until there are seats: afterwards they are a promise, and kept whatever comes first. */
export function chooseSeating(cafe: Cafe, { first }: CommandOf<'chooseSeating'>): Decision {
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (picksTables(cafe.definition)) return refuse('people pick');
  if (cafe.itineraries !== null) return refuse('plan made');
  if (seatFirst(cafe) === first) return { facts: [] };
  return { facts: [{ kind: 'seatingChosen', first }] };
}

export function withSeatFirst(cafe: Cafe, first: SeatFirst): Cafe {
  return { ...cafe, definition: { ...cafe.definition, seatFirst: first } };
}
