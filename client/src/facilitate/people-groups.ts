import type { CafeView, FacilitatorView } from '@tablecloth/shared/cafe';
import { matches } from './find-name.ts';

type Person = FacilitatorView['people'][number];

/** People of one team, by name; `team` null: those without one. */
export interface Group {
  team: CafeView['teams'][number] | null;
  people: Person[];
}

/**
 * Everybody whose name or team has what is sought, by team in the order of the café, those without
 * a team last; teams with nobody are left out.
 */
export function groupsOf(cafe: CafeView, people: readonly Person[], sought: string): Group[] {
  const collator = new Intl.Collator(undefined, { sensitivity: 'base' });
  const teams = [...cafe.teams, null];
  return teams.flatMap((team) => {
    const found = people
      .filter((person) => person.team === (team?.id ?? null))
      .filter((person) => matches(`${person.name} ${team?.name ?? ''}`, sought))
      .sort((a, b) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
    return found.length === 0 ? [] : [{ team, people: found }];
  });
}
