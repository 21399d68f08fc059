/**
 * A pack as CSV for spreadsheets (RFC 4180): a byte order mark, because Excel takes a file without one
 * for another encoding, CRLF, and one row per note. Nothing anybody wrote becomes a formula: a cell
 * that could begin one begins with an apostrophe instead, as OWASP advises.
 */
import { labelOf, type Group, type Outline, type Section } from './outline.ts';
import type { PackCard, Signed } from './pack-page.ts';

const BYTE_ORDER_MARK = '\uFEFF';

/** What spreadsheets take for the beginning of a formula, also behind white space and in wide forms. */
const FORMULA = /^[\s\p{Cc}\uFEFF]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u;

export function writeCsv(outline: Outline): string {
  const { words } = outline;
  const { part, where, what, note, by } = words.columns;
  const rows = [
    [...[part, where, what, note], ...(outline.isNamed ? [by] : [])],
    ...outline.sections.flatMap((section) =>
      section.groups.flatMap((group) => rowsOf(section, group)),
    ),
  ];
  return BYTE_ORDER_MARK + rows.map(csvLine).join('');

  function rowsOf({ heading }: Section, group: Group): string[][] {
    const row = (what: string, { text, by = '' }: Signed) => [
      ...[heading, group.heading, what, text.trim()],
      ...(outline.isNamed ? [by] : []),
    ];
    // In a column of its own a label needs no colon behind it.
    const plain = (card: PackCard) => labelOf(card, words);
    const late = (card: PackCard) =>
      [words.addedLater, plain(card)].filter((label) => label !== '').join(', ');
    const rowsWith = (what: string, card: PackCard) => [
      row(what, card),
      ...(card.answer === undefined ? [] : [row(words.answer, { text: card.answer })]),
      ...card.addedLater.map((piece) => row(words.addedLater, piece)),
    ];
    return [
      ...group.cards.flatMap((card) => rowsWith(plain(card), card)),
      ...group.addedLater.flatMap((card) => rowsWith(late(card), card)),
    ];
  }
}

/** One row, its line break with it. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(cell).join(',')}\r\n`;
}

/** One field. Control characters that a spreadsheet cannot hold become spaces; lines stay lines. */
function cell(text: string): string {
  const clean = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ');
  const safe = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
