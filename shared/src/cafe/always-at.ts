/** Chairs that are taken in every round: by those who always sit at a table, and by whoever goes with one of them. */
import { isExpected } from './expected.ts';
import type { TableId } from './ids.ts';
import type { Person } from './person.ts';

type Sitting = Pick<Person, 'id' | 'fixedAt' | 'goesWith' | 'left'>;

/** Where somebody always sits, by person: of those who are expected and do. */
export function alwaysAt(people: readonly Sitting[]): Map<string, TableId> {
  const expected = people.filter(isExpected);
  const own = new Map<string, TableId>();
  for (const { id, fixedAt } of expected) if (fixedAt !== null) own.set(id, fixedAt);
  const along = new Map<string, TableId>();
  const known = new Set(expected.map(({ id }) => id));
  for (const { id, goesWith } of expected) {
    if (goesWith === null || !known.has(goesWith)) continue;
    for (const [one, other] of [
      [id, goesWith],
      [goesWith, id],
    ] as const) {
      const table = own.get(other);
      if (table !== undefined && !own.has(one)) along.set(one, table);
    }
  }
  return new Map([...own, ...along]);
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
