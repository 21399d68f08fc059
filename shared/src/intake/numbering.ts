/** Numbers and points before the lines of a list that somebody typed, or pasted from a document. */
import { isBlank, type RawRecord } from './records.ts';

const POINT = String.raw`[•‣◦▪●○·*–—\-]`;
/** In the field itself, "1. Kappa" or "• Kappa"; or alone in the first one, where a tab comes after it. */
const BEFORE = new RegExp(String.raw`^(?:\d{1,4}[.)]\s*|${POINT}\s+)(?=[\p{L}"“])`, 'u');
const ALONE = new RegExp(String.raw`^(?:\d{1,4}[.)]|${POINT})$`, 'u');

/** The records without them where most have one; `head` stays as it is. */
export function unnumbered(
  records: readonly RawRecord[],
  head: RawRecord | undefined,
): RawRecord[] {
  const rows = records.filter((record) => record !== head && !isBlank(record));
  const numbered = new Set(rows.filter(isNumbered));
  if (numbered.size * 2 <= rows.length) return [...records];
  return records.map((record) => (numbered.has(record) ? withoutNumber(record) : record));
}

function isNumbered({ fields: [first = '', ...rest] }: RawRecord): boolean {
  return BEFORE.test(first) || (rest.length > 0 && ALONE.test(first));
}

function withoutNumber(record: RawRecord): RawRecord {
  const [first = '', ...rest] = record.fields;
  const fields = ALONE.test(first) ? rest : [first.replace(BEFORE, ''), ...rest];
  return { ...record, fields };
}
