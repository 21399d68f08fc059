import { tidyName } from '../cafe/index.ts';

/**
 * Pasted or saved tables as records. Any of tab, semicolon, bar or comma separates; a field may be
 * quoted as in RFC 4180 and then hold separators and line breaks. A quote that is never closed, or
 * closed in the middle of a word, is a sign like any other: it swallows no lines. Every character of
 * the text belongs to exactly one record, so what cannot be understood can be given back as it was.
 */

export const SEPARATORS = ['\t', ';', '|', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One record; `from` and `to` are its first and last line, counted from 1. */
export interface RawRecord {
  from: number;
  to: number;
  /** As it stood, its line break with it. */
  raw: string;
  /** Trimmed and unquoted; one empty field in a blank line. */
  fields: string[];
}

/** Records and what their columns mean, by their places from 0; `unused`: headings nobody knows. */
export interface Columned<Columns> {
  records: RawRecord[];
  head: RawRecord | undefined;
  columns: Columns;
  unused: string[];
}

/** A mark some programs put before the text; the line a record begins with is counted after it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The text without a byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** The records of a text without a byte order mark; `separator` null: a line is one field. */
export function readRecords(text: string, separator: Separator | null): RawRecord[] {
  const records: RawRecord[] = [];
  let line = 1;
  let at = 0;
  while (at < text.length) {
    const start = at;
    const fields: string[] = [];
    for (;;) {
      const field = readField(text, at, separator);
      fields.push(field.text);
      at = field.end;
      if (separator === null || text[at] !== separator) break;
      at += 1;
    }
    at += breakLength(text, at);
    const raw = text.slice(start, at);
    const breaks = countBreaks(raw);
    const isEnded = /[\n\r]$/u.test(raw);
    records.push({ from: line, to: line + breaks - (isEnded ? 1 : 0), raw, fields });
    line += breaks;
  }
  return records;
}

/** A field from `at` to the separator, line break or end after it. */
function readField(
  text: string,
  at: number,
  separator: Separator | null,
): { text: string; end: number } {
  const quoted = /^[ \u00A0]*"/u.exec(text.slice(at, at + 40));
  if (separator !== null && quoted !== null) {
    const field = readQuoted(text, at + quoted[0].length, separator);
    if (field !== null) return field;
  }
  let end = at;
  while (end < text.length && !endsField(text[end], separator)) end += 1;
  return { text: text.slice(at, end).trim(), end };
}

/** A field whose opening quote is before `at`; null where no quote closes it. */
function readQuoted(
  text: string,
  at: number,
  separator: Separator,
): { text: string; end: number } | null {
  let inside = '';
  let from = at;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    inside += text.slice(from, quote);
    if (text[quote + 1] !== '"') {
      let end = quote + 1;
      while (text[end] === ' ') end += 1;
      const isClosed = end === text.length || endsField(text[end], separator);
      return isClosed ? { text: inside.trim(), end } : null;
    }
    inside += '"';
    from = quote + 2;
  }
}

function endsField(sign: string | undefined, separator: Separator | null): boolean {
  return sign === separator || sign === '\n' || sign === '\r';
}

function breakLength(text: string, at: number): number {
  if (text[at] === '\r') return text[at + 1] === '\n' ? 2 : 1;
  return text[at] === '\n' ? 1 : 0;
}

function countBreaks(raw: string): number {
  return raw.match(/\r\n|\r|\n/gu)?.length ?? 0;
}

/** Whether nothing is seen of it. */
export function isBlank({ fields }: RawRecord): boolean {
  return fields.every((field) => field === '' || tidyName(field) === '');
}
