import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { RoundNumber, TableId } from './ids.ts';
import { noRound } from './no-seat.ts';
import { personOf } from './person-of.ts';
import type { Person } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { refuse } from './refusal.ts';
import { bestTable, hasChairs, homeTableOf } from './seating.ts';
import { fixedTable, isOpenIn } from './table-mark.ts';

/** Hosting belongs to a person and a round; taking it away gives a visitor's seat instead. */
export function host(cafe: Cafe, { person: personId, round, table }: CommandOf<'host'>): Decision {
  const person = personOf(cafe, personId);
  if (person === undefined) return refuse('no person');
  if (!person.here) return refuse('not here');
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const told = toldRound(cafe.definition.programme, cafe.stage);
  const itinerary = cafe.itineraries?.[personId];
  if (told === null || round < told || itinerary === undefined) return noRound(cafe);
  if (round > itinerary.tables.length) return refuse('no round');
  if (table !== null && !cafe.definition.tables.some(({ id }) => id === table)) {
    return refuse('no table');
  }
  if (table !== null && !isOpenIn(cafe, table, round)) return refuse('table closed');
  const fixed = fixedTable(cafe, person);
  if (fixed !== null && table !== null && table !== fixed) return refuse('seat fixed');
  const seat = itinerary.tables[round - 1] ?? null;
  if (table === null && seat !== homeTableOf(cafe, person)) {
    return hostFact(person, round, seat, false);
  }
  const isVisit = round !== homeRound(cafe.definition.programme);
  // Where people pick, whoever hosts no longer picks a table like everybody.
  if (table === null && picksTables(cafe.definition)) {
    return hostFact(person, round, isVisit ? null : seat, false);
  }
  const to = table ?? bestTable(cafe, person, round);
  if (to === null || (to !== seat && !hasChairs(cafe, to, round, 1))) return refuse('table full');
  return hostFact(person, round, to, table !== null);
}

function hostFact(
  person: Person,
  round: RoundNumber,
  table: TableId | null,
  hosting: boolean,
): Decision {
  return {
    facts: [{ kind: 'personSeated', person: person.id, round, table, hosting, because: 'host' }],
  };
}
