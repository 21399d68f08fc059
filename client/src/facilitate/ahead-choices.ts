import {
  byNumber,
  goingAlong,
  visitingRounds,
  type CafeView,
  type FacilitatorView,
} from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';

type Person = FacilitatorView['people'][number];

/** A table as it can be chosen for somebody in a round of the plan ahead. */
export interface AheadChoice {
  id: string;
  number: number;
  note: string;
  isFree: boolean;
  /** Who of them would host: whose team's table it is. */
  hosts: string[];
}

/** The rounds for which tables are planned. */
export function roundsAhead({ programme }: Pick<CafeView, 'programme'>): number[] {
  return Array.from({ length: visitingRounds(programme) }, (_, i) => i + 1);
}

/** Every open table with who is planned there in a round; what the rules refuse cannot be chosen. */
export function aheadChoices(
  cafe: CafeView,
  people: readonly Person[],
  person: Person,
  round: number,
  t: FacilitateWords,
): AheadChoice[] {
  const along = goingAlong(people, person);
  const movers = [person, ...along];
  const homeOf = ({ team }: Person) => cafe.teams.find(({ id }) => id === team)?.homeTable;
  const own = person.planned?.tables[round - 1] ?? null;
  return byNumber(cafe.tables)
    .filter(({ closed }) => closed !== true)
    .map(({ id, number, chairs }) => {
      const there = people.filter(({ planned }) => planned?.tables[round - 1] === id);
      const coming = movers.filter((one) => !there.includes(one));
      const hosts = there.filter(({ planned }) => planned?.hosting[round - 1] === true).length;
      const hosting = coming.filter((one) => homeOf(one) === id).map(({ name }) => name);
      const refused =
        id === own
          ? t.people.here
          : there.length + coming.length > chairs
            ? t.people.full
            : hosting.length > 0 && cafe.hostsPerTable === 0
              ? t.ahead.move.ownTable
              : hosting.length > 0 && hosts + hosting.length > cafe.hostsPerTable
                ? t.ahead.move.hosted
                : null;
      const note =
        hosting.length > 0 ? t.ahead.move.wouldHost : t.people.chairs(there.length, chairs);
      return { id, number, note: refused ?? note, isFree: refused === null, hosts: hosting };
    });
}
