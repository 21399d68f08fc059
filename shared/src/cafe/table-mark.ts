/** The mark on a table that is closed for the day, and what it means for seats. */
import type { Cafe } from './cafe.ts';
import type { Table } from './definition.ts';
import type { RoundNumber, TableId } from './ids.ts';
import type { Person } from './person.ts';
import { homeRound } from './programme.ts';

export function openTables({ definition }: Cafe): Table[] {
  return definition.tables.filter(({ closed }) => closed === undefined);
}

/** Whether people may sit at a table in a round; in the home round every team has its own. */
export function isOpenIn({ definition }: Cafe, table: TableId, round: RoundNumber): boolean {
  return (
    round === homeRound(definition.programme) ||
    definition.tables.some(({ id, closed }) => id === table && closed === undefined)
  );
}

/** The table somebody stays at in every round, unless it is closed. */
export function fixedTable(cafe: Cafe, { fixedAt }: Person): TableId | null {
  return openTables(cafe).some(({ id }) => id === fixedAt) ? fixedAt : null;
}

/** The café with a table closed, for what reason, or with null open. */
export function withTableMark(cafe: Cafe, table: TableId, closed: string | null): Cafe {
  const tables = cafe.definition.tables.map((one): Table => {
    if (one.id !== table) return one;
    const { closed: _before, ...rest } = one;
    return closed === null ? rest : { ...rest, closed };
  });
  return { ...cafe, definition: { ...cafe.definition, tables } };
}
