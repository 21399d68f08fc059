import { isExpected, type CafeView, type FacilitatorView } from '@tablecloth/shared/cafe';
import { matches } from './find-name.ts';

type Person = FacilitatorView['people'][number];

/** People of one team, by name; `team` null: those without one. */
export interface Group {
  team: CafeView['teams'][number] | null;
  people: Person[];
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base' });
const byName = (a: Person, b: Person): number =>
  collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);

/**
 * Everybody whose name or team has what is sought, by team in the order of the café, those without
 * a team last; teams with nobody are left out, and so is who has gone or will not come.
 */
export function groupsOf(cafe: CafeView, people: readonly Person[], sought: string): Group[] {
  const teams = [...cafe.teams, null];
  return teams.flatMap((team) => {
    const found = people
      .filter((person) => isExpected(person) && person.team === (team?.id ?? null))
      .filter((person) => matches(`${person.name} ${team?.name ?? ''}`, sought))
      .sort(byName);
    return found.length === 0 ? [] : [{ team, people: found }];
  });
}

/** Who came before they left, or had a seat, comes back by checking in alone. */
export function hasBeenHere({ tables, wasHere }: Pick<Person, 'tables' | 'wasHere'>): boolean {
  return wasHere === true || tables.some((table) => table !== null);
}

/** Whether it may be said that somebody comes after all: of who was not coming, not of who has left. */
export function mayBePutBack(person: Person): boolean {
  return !isExpected(person) && !hasBeenHere(person);
}

/** Of all with that name or team those who have gone or will not come. */
export function offTheList(cafe: CafeView, people: readonly Person[], sought: string): Person[] {
  const teamOf = new Map(cafe.teams.map(({ id, name }) => [id, name]));
  return people
    .filter((person) => !isExpected(person))
    .filter(({ name, team }) => matches(`${name} ${teamOf.get(team ?? '') ?? ''}`, sought))
    .sort(byName);
}
