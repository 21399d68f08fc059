/** Seats as they are given; whoever leaves one may go on writing on its page. */
import type { Cafe } from './cafe.ts';
import type { NewSeats, FactOf } from './fact.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import type { Itinerary } from './person.ts';
import { toldRound } from './position.ts';
import { roundCount } from './programme.ts';
import { withTableMark } from './table-mark.ts';

export function seated(cafe: Cafe, body: FactOf<'personSeated'>): Cafe {
  const rounds = roundCount(cafe.definition.programme);
  const before: Itinerary = cafe.itineraries?.[body.person] ?? {
    tables: Array.from({ length: rounds }, () => null),
    hosting: Array.from({ length: rounds }, () => false),
  };
  const at = body.round - 1;
  const left = before.tables[at] ?? null;
  const itinerary: Itinerary = {
    tables: before.tables.with(at, body.table),
    hosting: before.hosting.with(at, body.hosting),
  };
  return {
    ...cafe,
    itineraries: { ...cafe.itineraries, [body.person]: itinerary },
    sat: left === body.table ? cafe.sat : withSat(cafe.sat, left, body.round, body.person),
  };
}

/** With these itineraries; who leaves a seat of the told round may have written for it. */
export function withNewSeats(cafe: Cafe, { itineraries: changed, quality }: NewSeats): Cafe {
  const told = toldRound(cafe.definition.programme, cafe.stage);
  const itineraries = { ...cafe.itineraries };
  let { sat } = cafe;
  for (const [id, itinerary] of Object.entries(changed)) {
    const at = (told ?? 0) - 1;
    const left = itineraries[id]?.tables[at] ?? null;
    if (left !== itinerary.tables[at]) sat = withSat(sat, left, told, id);
    itineraries[id] = itinerary;
  }
  return { ...cafe, itineraries, quality, sat };
}

export function seatedAnew(cafe: Cafe, seats: NewSeats | undefined): Cafe {
  return seats === undefined ? cafe : withNewSeats(cafe, seats);
}

export function tableMarked(
  cafe: Cafe,
  { table, seats }: FactOf<'tableClosed' | 'tableOpened'>,
  closed: string | null,
): Cafe {
  return seatedAnew(withTableMark(cafe, table, closed), seats);
}

/** Whoever left a seat stays welcome on its page. */
function withSat(
  sat: Cafe['sat'],
  left: TableId | null,
  round: RoundNumber | null,
  person: PersonId,
): Cafe['sat'] {
  if (left === null || round === null) return sat;
  const page = `${left}.${round}`;
  const already = sat[page] ?? [];
  return already.includes(person) ? sat : { ...sat, [page]: [...already, person] };
}
