import type { Cafe, TableId } from '@tablecloth/shared/cafe';

/** Tables at which somebody who is here sits, in the order of the definition. */
export function takenTables({ people, itineraries, definition }: Cafe, round: number): TableId[] {
  const taken = new Set(
    Object.values(people)
      .filter((person) => person.here)
      .map(({ id }) => itineraries?.[id]?.tables[round - 1]),
  );
  return definition.tables.map(({ id }) => id).filter((id) => taken.has(id));
}
