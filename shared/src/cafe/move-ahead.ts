/**
 * One seat of a plan ahead (ahead.ts) given by hand, before anybody sits: somebody visits another table in
 * one round, or hosts at their own. What no plan would do is refused here too; what it comes to is
 * worked out anew, so that the sentence about the plan stays true.
 */
import { judge } from '../rotation/index.ts';
import { plannedSeats, type Held } from './ahead.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { goingAlong, isExpected } from './expected.ts';
import type { FactOf } from './fact.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import { personOf } from './person-of.ts';
import type { RotationQuality } from './person.ts';
import { visitingRounds } from './programme.ts';
import { refuse } from './refusal.ts';
import { instanceOf } from './rotation.ts';
import { seatFirst } from './seat-first.ts';
import { homeTableOf } from './seating.ts';
import { fixedTable, openTables } from './table-mark.ts';

type MoveAhead = CommandOf<'moveAhead'>;
type Moved = FactOf<'seatPlanned'>;

export function moveAhead(cafe: Cafe, command: MoveAhead): Decision {
  const { person: id, round, table } = command;
  const { planned, people, definition, itineraries, stage } = cafe;
  if (stage.at === 'closed') return refuse('cafe closed');
  if (itineraries !== null) return refuse('plan made');
  if (planned === null) return refuse('not planned');
  const person = personOf(cafe, id);
  if (person === undefined) return refuse('no person');
  if (!isExpected(person)) return refuse('not planned');
  if (round < 1 || round > visitingRounds(definition.programme)) return refuse('no round');
  if (!definition.tables.some((one) => one.id === table)) return refuse('no table');
  const chairs = openTables(cafe).find((one) => one.id === table)?.chairs;
  if (chairs === undefined) return refuse('table closed');
  const held = plannedSeats(cafe, planned);
  const isThere = (one: PersonId): boolean => held[one]?.tables[round - 1] === table;
  if (isThere(id)) return { facts: [] };
  const movers = [
    person,
    ...goingAlong(Object.values(people), person).filter(({ id: one }) => !isThere(one)),
  ];
  if (movers.some((one) => fixedTable(cafe, one) !== null)) return refuse('seat fixed');
  const there = Object.keys(held).filter(isThere);
  if (there.length + movers.length > chairs) return refuse('table full');
  let hosts = there.filter((one) => held[one]?.hosting[round - 1] === true).length;
  const moved: Moved['moved'] = {};
  for (const one of movers) {
    const hosting = homeTableOf(cafe, one) === table;
    // At one's own team's table one hosts or is not.
    if (hosting && definition.hostsPerTable === 0) return refuse('own table');
    if (hosting) hosts += 1;
    if (hosting && hosts > definition.hostsPerTable) return refuse('hosted already');
    moved[one.id] = { table, hosting };
  }
  const after = withSeats(held, round, moved, visitingRounds(definition.programme));
  const quality = qualityOfSeats(cafe, after, planned.quality);
  return { facts: [{ kind: 'seatPlanned', person: id, round, table, moved, quality }] };
}

function withSeats(
  itineraries: Held,
  round: RoundNumber,
  seats: Moved['moved'],
  visits: number,
): Held {
  const after = { ...itineraries };
  for (const [id, { table, hosting }] of Object.entries(seats)) {
    const own = after[id];
    const at = <T>(list: readonly T[] | undefined, none: T, is: T): T[] =>
      Array.from({ length: visits }, (_, i) => (i === round - 1 ? is : (list?.[i] ?? none)));
    after[id] = {
      tables: at<TableId | null>(own?.tables, null, table),
      hosting: at(own?.hosting, false, hosting),
    };
  }
  return after;
}

function qualityOfSeats(cafe: Cafe, held: Held, before: RotationQuality): RotationQuality {
  const instance = instanceOf(cafe, seatFirst(cafe), isExpected);
  const seats = Object.fromEntries(
    instance.people.map(({ id }) => [
      id,
      held[id]?.tables ?? Array.from({ length: instance.rounds }, () => null),
    ]),
  );
  const { worth } = judge({ ...instance, objective: {} }, { seats, hosting: {} });
  const { people, tables } = before;
  // What was proven speaks of who was on the list then.
  return { people, tables, tableRepeats: worth.tableRepeats, waste: worth.waste, wasteBound: 0 };
}

export function withSeatPlanned(cafe: Cafe, { round, moved, quality }: Moved): Cafe {
  const { planned, definition } = cafe;
  if (planned === null) return cafe;
  const visits = visitingRounds(definition.programme);
  const itineraries = withSeats(planned.itineraries, round, moved, visits);
  return { ...cafe, planned: { ...planned, itineraries, quality } };
}
