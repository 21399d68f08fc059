import {
  homeRound,
  teamAt,
  type CafeView,
  type FacilitatorView,
  type RoundNumber,
  type TableId,
} from '@tablecloth/shared/cafe';
import { matches } from './find-name.ts';

type Person = FacilitatorView['people'][number];

/** Somebody who could host, with their team's name and where they would sit otherwise. */
export interface HostChoice {
  person: Person;
  team: string | null;
  number: number | null;
}

/**
 * Who may be named host of a table in a round: those here who neither host nor always stay
 * elsewhere. If it is for `later` ones too, whoever hosts elsewhere in fewest of them comes first. The
 * table's own team first, then whoever sits there anyway, then people without a team such as coaches.
 */
export function hostChoices(
  cafe: CafeView,
  people: readonly Person[],
  table: TableId,
  round: RoundNumber,
  sought: string,
  later: readonly RoundNumber[] = [],
): HostChoice[] {
  const own = teamAt(cafe, table)?.id ?? null;
  const busy = ({ hosting }: Person) => later.filter((one) => hosting[one - 1] === true).length;
  const rank = ({ team, tables }: Person): number => {
    if (team !== null && team === own) return 0;
    if (tables[round - 1] === table) return 1;
    return team === null ? 2 : 3;
  };
  return people
    .filter(({ here, hosting }) => here && hosting[round - 1] !== true)
    .filter(({ fixedAt }) => fixedAt === null || fixedAt === table)
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
