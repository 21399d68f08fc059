/** What is wrong with what was typed of a table, by field. */
import { LIMITS, type CafeView } from '@tablecloth/shared/cafe';
import type { FacilitateWords } from '../words/facilitate.ts';
import { tooLong } from './too-long.ts';

/** As typed. */
export interface TableTyped {
  number: string;
  place: string;
  chairs: string;
}

/** Empty where nothing is wrong. */
export type TableMistakes = Partial<Record<keyof TableTyped, string>>;

/** `own` is the table that is changed; null for a new one. */
export function tableMistakes(
  typed: TableTyped,
  tables: CafeView['tables'],
  own: string | null,
  t: FacilitateWords,
): TableMistakes {
  const words = t.room.table;
  const [number, chairs] = [Number(typed.number), Number(typed.chairs)];
  const mistakes: TableMistakes = {};
  if (!isWhole(number, LIMITS.tableNumberMax)) {
    mistakes.number = words.badNumber(LIMITS.tableNumberMax);
  } else if (tables.some((one) => one.id !== own && one.number === number)) {
    mistakes.number = words.numberTaken;
  }
  if (!isWhole(chairs, LIMITS.chairsMax)) mistakes.chairs = words.badChairs(LIMITS.chairsMax);
  const long = tooLong(typed.place, LIMITS.lineCharsMax, t);
  if (long !== '') mistakes.place = long;
  return mistakes;
}

function isWhole(number: number, max: number): boolean {
  return Number.isInteger(number) && number >= 1 && number <= max;
}
