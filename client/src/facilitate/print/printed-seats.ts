import type { FacilitatorView } from '@tablecloth/shared/cafe';

type Person = FacilitatorView['people'][number];
export type Seated = Pick<Person, 'id' | 'name' | 'team' | 'withoutPhone' | 'tables' | 'hosting'>;

/** Who is told seats on paper: those who are here, or until there are seats all who have planned ones. */
export function printedSeats(people: readonly Person[], isSeated: boolean): Seated[] {
  if (isSeated) return people.filter(({ here }) => here);
  return people.flatMap(({ planned, ...person }) =>
    planned === undefined ? [] : [{ ...person, ...planned }],
  );
}

/** Who hosts a table in a round. */
export function hostsAt(people: readonly Seated[], table: string | null, round: number): Seated[] {
  return people.filter(
    ({ tables, hosting }) => tables[round - 1] === table && hosting[round - 1] === true,
  );
}
