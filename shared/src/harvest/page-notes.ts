import type { PersonId, RoundNumber, TableId } from '../cafe/index.ts';
import type { Card } from '../notes/index.ts';

/** What a card was picked for at its table; missing where it was not. */
export interface Picked {
  passedOn?: true;
  panel?: 'asked' | 'answered';
}

/** A card and who made it; null where that is not known, as for a facilitator's. */
export interface NoteCard extends Card, Picked {
  author: PersonId | null;
}

/** What one person, or a device that lay on the table, added to a page after it was locked. */
export interface LateNotes {
  /** Null for a device. */
  person: PersonId | null;
  cards: (Card & Picked)[];
  /** Words added to cards of the page. */
  additions: { card: string; text: string }[];
}

/** The notes of one table in one round as plain JSON, removed cards too. */
export interface PageNotes {
  table: TableId;
  round: RoundNumber;
  cards: NoteCard[];
  late: LateNotes[];
}

/** Pages by table number, then round: the order of every export. */
export function byTable(tables: readonly { id: TableId; number: number }[]) {
  const numbers = new Map(tables.map(({ id, number }) => [id, number]));
  const numberOf = ({ table }: PageNotes): number => numbers.get(table) ?? Infinity;
  return (a: PageNotes, b: PageNotes): number => {
    const [first, second] = [numberOf(a), numberOf(b)];
    return first === second ? a.round - b.round : first - second;
  };
}
