/** Hosting taken and handed over by those who sit at the table, with one tap. */
import type { Actor } from './actor.ts';
import { seatIn } from './audience.ts';
import type { Cafe } from './cafe.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import type { FactBody } from './fact.ts';
import type { PersonId, RoundNumber, TableId } from './ids.ts';
import { noSeat } from './no-seat.ts';
import { sittingAt } from './own-day.ts';
import type { Person } from './person.ts';
import { toldRound } from './position.ts';
import { homeRound } from './programme.ts';
import { refuse } from './refusal.ts';

/** Somebody at a table, as those who sit there are told of each other. */
export interface AtTable {
  id: PersonId;
  name: string;
  hosting: boolean;
}

/** Who is here and sits at a table in a round, always in the same order. */
export function atTable(cafe: Cafe, table: TableId, round: RoundNumber): AtTable[] {
  return sittingAt(cafe, table, round).map((id) => ({
    id,
    name: cafe.names[id] ?? '',
    hosting: cafe.itineraries?.[id]?.hosting[round - 1] ?? false,
  }));
}

/** "I'll host now", where one sits at one's own team's table or where nobody hosts; and no longer. */
export function hostNow(cafe: Cafe, { isHosting }: CommandOf<'hostNow'>, by: Actor): Decision {
  const seat = seatOf(cafe, by);
  if ('refusal' in seat) return seat;
  const { person, table, round, hosting } = seat;
  if (hosting === isHosting) return { facts: [] };
  const isOwn = cafe.definition.teams.some(
    ({ id, homeTable }) => id === person.team && homeTable === table,
  );
  const isFree = atTable(cafe, table, round).every((one) => !one.hosting);
  if (isHosting && !isOwn && !isFree) return refuse('hosted already');
  return { facts: [hosts(person.id, table, round, isHosting)] };
}

/** Gives one's hosting to somebody at the same table: the n-th of its people, by the name told of them. */
export function handOver(cafe: Cafe, { index, name }: CommandOf<'handOver'>, by: Actor): Decision {
  const seat = seatOf(cafe, by);
  if ('refusal' in seat) return seat;
  const { person, table, round, hosting } = seat;
  if (!hosting) return refuse('not hosting');
  const to = atTable(cafe, table, round)[index];
  // Somebody has come or gone since the list was shown.
  if (to === undefined || to.name !== name || to.id === person.id) return refuse('no person');
  const facts = [hosts(person.id, table, round, false)];
  if (!to.hosting) facts.push(hosts(to.id, table, round, true));
  return { facts };
}

function seatOf(
  cafe: Cafe,
  by: Actor,
):
  | { person: Person; table: TableId; round: RoundNumber; hosting: boolean }
  | ReturnType<typeof refuse> {
  const person = by.role === 'person' ? cafe.people[by.person] : undefined;
  if (person === undefined) return refuse('not allowed');
  if (cafe.stage.at === 'closed') return refuse('cafe closed');
  if (!person.here) return refuse('noted as gone');
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const table = seatIn(cafe, person.id, round);
  // At home a team is among itself: nobody hosts.
  const isHome = round === homeRound(cafe.definition.programme);
  if (isHome) return refuse('no round');
  if (round === null || table === null) return noSeat(cafe, person.id) ?? refuse('no round');
  return {
    ...{ person, table, round },
    hosting: cafe.itineraries?.[person.id]?.hosting[round - 1] ?? false,
  };
}

function hosts(person: PersonId, table: TableId, round: RoundNumber, hosting: boolean): FactBody {
  return { kind: 'personSeated', person, round, table, hosting, because: 'host' };
}
