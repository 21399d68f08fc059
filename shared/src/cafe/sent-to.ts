import { seatIn } from './audience.ts';
import type { Cafe } from './cafe.ts';
import type { PersonId, TableId } from './ids.ts';
import { toldRound } from './position.ts';
import { seatDeeds } from './seat-deeds.ts';

/**
 * Where a facilitator has sent somebody from the table they had been told for the told round, and when;
 * null once they have gone elsewhere by themselves, or that was undone.
 */
export function sentTo(cafe: Cafe, id: PersonId): { table: TableId; at: number } | null {
  const round = toldRound(cafe.definition.programme, cafe.stage);
  const table = seatIn(cafe, id, round);
  if (round === null || table === null) return null;
  const newest = seatDeeds(cafe, round, id).find(({ deed }) => deed.undone === undefined);
  if (newest === undefined) return null;
  const { deed, was } = newest;
  // Who changes by themselves needs nobody to tell them.
  const isOwn = deed.since.some(({ by }) => by.role === 'person' && by.person === id);
  if (deed.round !== round || isOwn) return null;
  const from = was?.table ?? null;
  return from === null || from === table ? null : { table, at: deed.at };
}
