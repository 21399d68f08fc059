import { seatIn } from './audience.ts';
import type { Cafe } from './cafe.ts';
import { keyOf } from './cells.ts';
import type { PersonId, TableId } from './ids.ts';
import { toldRound } from './position.ts';

/**
 * Where a facilitator has sent somebody from the table they had been told for the told round, and when;
 * null once they have gone elsewhere by themselves, or that was undone.
 */
export function sentTo(cafe: Cafe, id: PersonId): { table: TableId; at: number } | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const table = seatIn(cafe, id, round);
  if (round === null || table === null) return null;
  const key = keyOf({ of: 'seat', id, round, was: null });
  const deed = cafe.deeds.find(({ cells, undone }) => undone === undefined && key in cells);
  const cell = deed?.cells[key];
  // Who changes by themselves needs nobody to tell them.
  const isOwn = deed?.since.some(({ by }) => by.role === 'person' && by.person === id) === true;
  if (cell?.of !== 'seat' || deed?.round !== round || isOwn) return null;
  const from = cell.was?.table ?? null;
  return from === null || from === table ? null : { table, at: deed.at };
}
