import type { Card } from './card.ts';

/**
 * Cards as Markdown list items, one array entry per line. A note's text stays text whatever it
 * holds: no heading, list, emphasis, code, table, link (bare ones included), HTML, entity or formula
 * comes of it in CommonMark or GitHub's Markdown. Removed cards are left out.
 */
export function cardsToMarkdown(cards: readonly Card[]): string[] {
  return visible(cards).flatMap(({ text }) => {
    const lines = linesOf(text).map(escapeLine);
    return lines.map((line, index) => {
      if (line === '') return '';
      const next = lines[index + 1] ?? '';
      // A line end inside a paragraph is only kept when it is marked.
      return (index === 0 ? '- ' : '  ') + line + (next === '' ? '' : '\\');
    });
  });
}

/** Cards as plain text, one array entry per line. Removed cards are left out. */
export function cardsToText(cards: readonly Card[]): string[] {
  return visible(cards).flatMap(({ text }) =>
    linesOf(text).map((line, index) => (line === '' ? '' : (index === 0 ? '- ' : '  ') + line)),
  );
}

/** One line of anybody's text (a name, a title, a line of a note) as Markdown that reads the same. */
export function escapeLine(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_[\]<>&|~$@^]/g, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/^(?=[-+=#:%{])/, '\\')
    .replace(/^(\d+)(?=[.)])/, '$1\\');
}

function visible(cards: readonly Card[]): Card[] {
  return cards.filter(({ removed, text }) => !removed && linesOf(text)[0] !== '');
}

/** The lines of a text, without control characters and without empty lines around it. */
function linesOf(text: string): string[] {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]/gu, ' ')
    .trim()
    .split('\n')
    .map((line) => line.trim());
}
