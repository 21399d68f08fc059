import type { CafeView, FacilitatorView, RoundNumber, TableId } from '@tablecloth/shared/cafe';

type Person = FacilitatorView['people'][number];
type Room = Pick<CafeView, 'tables'>;

/** The table somebody always sits at, unless it is closed; null where they go about. */
export function staysAt({ tables }: Room, { fixedAt }: Pick<Person, 'fixedAt'>): TableId | null {
  return tables.find(({ id, closed }) => id === fixedAt && closed !== true)?.id ?? null;
}

/** Whether somebody may be moved in a round: who always sits at a table, only to that one. */
export function mayMove(
  cafe: Room,
  person: Pick<Person, 'fixedAt' | 'tables'>,
  round: RoundNumber,
): boolean {
  const own = staysAt(cafe, person);
  return own === null || person.tables[round - 1] !== own;
}

/** Whether somebody may be made a host of a table: who always sits at one, only of that one. */
export function mayHost(cafe: Room, person: Pick<Person, 'fixedAt'>, table: TableId): boolean {
  return (staysAt(cafe, person) ?? table) === table;
}
