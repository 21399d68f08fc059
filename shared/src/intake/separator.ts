import { headingsOf } from './headings.ts';
import { SEPARATORS, isBlank, readRecords, type Separator } from './records.ts';

/**
 * What separates the fields of a text: what makes the most words of its first line headings, else
 * what most lines hold. A comma is part of many names, so where `commasBind` it separates only under
 * headings or where every line has equally many.
 */
export function findSeparator(
  text: string,
  headings: Readonly<Record<string, readonly string[]>>,
  commasBind: boolean,
): Separator | null {
  let best: { separator: Separator; known: number; lines: number } | null = null;
  for (const separator of SEPARATORS) {
    const records = readRecords(text, separator).filter((record) => !isBlank(record));
    const first = records[0];
    if (first === undefined) return null;
    const known = Object.keys(headingsOf(first.fields, headings).columns).length;
    const split = records.filter(({ fields }) => fields.length > 1);
    const isEven = records.every(({ fields }) => fields.length === first.fields.length);
    if (split.length === 0) continue;
    if (separator === ',' && commasBind && known < 2 && !isEven) continue;
    const isBetter =
      best === null || known > best.known || (known === best.known && split.length > best.lines);
    if (isBetter) best = { separator, known, lines: split.length };
  }
  return best?.separator ?? null;
}
