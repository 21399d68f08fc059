/** Chairs that are taken in every round: by those who always sit at a table, and by whoever goes with one of them. */
import type { Cafe } from './cafe.ts';
import { companiesOf } from './companies.ts';
import { isExpected } from './expected.ts';
import type { TableId } from './ids.ts';
import type { Person } from './person.ts';

type Room = Pick<Cafe, 'definition' | 'people'>;
type Sitting = Pick<Person, 'id' | 'fixedAt' | 'goesWith' | 'left'>;

/** Where somebody always sits, by person: of those who are expected and do. */
export function alwaysAt(people: readonly Sitting[]): Map<string, TableId> {
  const seats = new Map<string, TableId>();
  // Mostly nobody does, and this is asked for lines of what happened.
  if (people.every(({ fixedAt }) => fixedAt === null)) return seats;
  for (const company of companiesOf(people.filter(isExpected))) {
    const shared = company.find(({ fixedAt }) => fixedAt !== null)?.fixedAt ?? null;
    if (shared === null) continue;
    for (const { id, fixedAt } of company) seats.set(id, fixedAt ?? shared);
  }
  return seats;
}

/** Tables at which more people always sit than there are chairs: no plan can seat them. */
export function overfull(
  tables: readonly { id: TableId; chairs: number }[],
  people: readonly Sitting[],
): TableId[] {
  const taken = new Map<TableId, number>();
  for (const table of alwaysAt(people).values()) taken.set(table, (taken.get(table) ?? 0) + 1);
  return tables.filter(({ id, chairs }) => (taken.get(id) ?? 0) > chairs).map(({ id }) => id);
}

/**
 * Whether a change leaves a table with fewer chairs than people who always sit there. A café that was
 * opened so, from a file, is none the worse for it.
 *
 * @param given tables that are looked at otherwise.
 */
export function overfills(before: Room, after: Room, given = new Set<TableId>()): boolean {
  const full = new Set([...overfullIn(before), ...given]);
  return overfullIn(after).some((table) => !full.has(table));
}

function overfullIn({ definition, people }: Room): TableId[] {
  return overfull(definition.tables, Object.values(people));
}
