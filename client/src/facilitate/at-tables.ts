import type { Definition } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import type { Figures } from '../words/figures.ts';

/** How many sit together: "5 to 6 at a table", where people pick their tables "5.5 at a table on average". */
export function atTables(
  people: number,
  tables: number,
  seating: Definition['seating'],
  figures: Figures,
  t: FacilitateWords,
): string {
  return seating === 'pick'
    ? t.picking.average(figures.number(Math.round((people / tables) * 10) / 10))
    : t.make.seats(Math.floor(people / tables), Math.ceil(people / tables));
}
