import {
  homeRound,
  teamAt,
  type CafeView,
  type FacilitatorView,
  type RoundNumber,
  type TableId,
} from '@tablecloth/shared/cafe';
import { matches } from './find-name.ts';
import { mayHost } from './own-seat.ts';

type Person = FacilitatorView['people'][number];

/** Somebody who could host, with their team's name and where they would sit otherwise. */
export interface HostChoice {
  person: Person;
  team: string | null;
  number: number | null;
}

/**
 * Who may be named host of a table in a round, and in `later` ones too: those here who do not host in
 * it, nor have to sit elsewhere in any. Whoever hosts elsewhere in fewest of the later ones comes first;
 * then the table's own team, whoever sits there anyway, and people without a team such as coaches.
 */
export function hostChoices(
  cafe: CafeView,
  people: readonly Person[],
  table: TableId,
  round: RoundNumber,
  sought: string,
  later: readonly RoundNumber[] = [],
): HostChoice[] {
  const hostsIn = ({ hosting }: Person, one: RoundNumber) => hosting[one - 1] === true;
  const own = teamAt(cafe, table)?.id ?? null;
  const busy = (person: Person) => later.filter((one) => hostsIn(person, one)).length;
  const rank = ({ team, tables }: Person): number => {
    if (team !== null && team === own) return 0;
    if (tables[round - 1] === table) return 1;
    return team === null ? 2 : 3;
  };
  return people
    .filter((person) => person.here && !hostsIn(person, round))
    .filter((person) =>
      [round, ...later].every((one) => hostsIn(person, one) || mayHost(cafe, person, table, one)),
    )
    .filter(({ name }) => matches(name, sought))
    .sort((a, b) => busy(a) - busy(b) || rank(a) - rank(b) || a.name.localeCompare(b.name))
    .map((person) => ({
      person,
      team: cafe.teams.find(({ id }) => id === person.team)?.name ?? null,
      number: cafe.tables.find(({ id }) => id === person.tables[round - 1])?.number ?? null,
    }));
}

/** The visits after a round in which nobody hosts a table yet. */
export function hostlessAfter(
  { programme }: Pick<CafeView, 'programme'>,
  people: readonly Person[],
  table: TableId,
  round: RoundNumber,
): RoundNumber[] {
  const isHosted = (later: RoundNumber) =>
    people.some(
      ({ here, tables, hosting }) =>
        here && tables[later - 1] === table && hosting[later - 1] === true,
    );
  const home = homeRound(programme);
  return programme.flatMap((step) => {
    if (step.kind !== 'round' || step.round <= round || step.round === home) return [];
    return isHosted(step.round) ? [] : [step.round];
  });
}
