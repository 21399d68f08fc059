import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { Seat } from './deed.ts';
import type { FactBody } from './fact.ts';
import type { RoundNumber, TableId } from './ids.ts';
import { noRound } from './no-seat.ts';
import { personOf } from './person-of.ts';
import type { Person } from './person.ts';
import { picksTables } from './picks-tables.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { refuse, type Refusal } from './refusal.ts';
import { bestTable, hasChairs, homeTableOf } from './seating.ts';
import { fixedTable, isOpenIn } from './table-mark.ts';

/**
 * Hosting belongs to a person and a round; taking it away gives a visitor's seat instead. Given in
 * several rounds it is given in all of them, or in none; nobody is taken from a table they host.
 */
export function host(
  cafe: Cafe,
  { person: id, round, table, alsoIn = [] }: CommandOf<'host'>,
): Decision {
  const person = personOf(cafe, id);
  if (person === undefined) return refuse('no person');
  if (!person.here) return refuse('not here');
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  const { tables = [], hosting = [] } = cafe.itineraries?.[id] ?? {};
  const others = table === null ? [] : alsoIn.filter((one) => hosting[one - 1] !== true);
  const isThere = tables[round - 1] === table && hosting[round - 1] === true;
  const rounds = isThere && others.length > 0 ? others : [round, ...others];
  const facts: FactBody[] = [];
  for (const one of new Set(rounds)) {
    const seat = hostIn(cafe, person, one, table);
    if ('refusal' in seat) return seat;
    const because = facts.length === 0 ? 'host' : 'alsoHost';
    facts.push({ kind: 'personSeated', person: id, round: one, ...seat, because });
  }
  return { facts };
}

function hostIn(
  cafe: Cafe,
  person: Person,
  round: RoundNumber,
  table: TableId | null,
): Seat | { refusal: Refusal } {
  const told = toldRound(cafe.definition.programme, cafe.stage);
  const itinerary = cafe.itineraries?.[person.id];
  if (told === null || round < told || itinerary === undefined) return noRound(cafe);
  if (round > itinerary.tables.length) return refuse('no round');
  if (table !== null && !cafe.definition.tables.some(({ id }) => id === table)) {
    return refuse('no table');
  }
  if (table !== null && !isOpenIn(cafe, table, round)) return refuse('table closed');
  const seat = itinerary.tables[round - 1] ?? null;
  const fixed = fixedTable(cafe, person);
  // They sit elsewhere where they were told so before it was theirs.
  if (fixed !== null && table !== null && table !== fixed && table !== seat) {
    return refuse('seat fixed');
  }
  if (table === null && seat !== homeTableOf(cafe, person)) return { table: seat, hosting: false };
  const isVisit = round !== homeRound(cafe.definition.programme);
  // Where people pick, whoever hosts no longer picks a table like everybody.
  if (table === null && picksTables(cafe.definition)) {
    return { table: isVisit ? null : seat, hosting: false };
  }
  const to = table ?? bestTable(cafe, person, round);
  if (to === null || (to !== seat && !hasChairs(cafe, to, round, 1))) return refuse('table full');
  return { table: to, hosting: table !== null };
}
