import { DOT } from '@tablecloth/shared/line';
import { inOneLine } from '../../words/date.ts';

/** So many letters fit into a line of the smallest phone, also where they are set twice as large. */
const LETTERS_MAX = 16;

/** A line that breaks between its parts, "Table 5 · Crisis Line 24 · Round 2", and within long ones alone. */
export function unbroken(line: string): string {
  return line
    .split(' · ')
    .map((part) => (part.length <= LETTERS_MAX ? inOneLine(part) : part))
    .join(DOT);
}
