import type { TableId } from './ids.ts';

/** The team whose work a table is about; null for a table that is no team’s. */
export function teamAt<Team extends { homeTable: TableId }>(
  { teams }: { teams: readonly Team[] },
  table: TableId | null,
): Team | null {
  return teams.find(({ homeTable }) => homeTable === table) ?? null;
}

/** Tables in the order of their numbers. */
export function byNumber<Table extends { number: number }>(tables: readonly Table[]): Table[] {
  return [...tables].sort((a, b) => a.number - b.number);
}
