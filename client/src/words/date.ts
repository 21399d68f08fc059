/** A day of the calendar as this browser's people write it, from epoch ms: "30 December 2026", in one line. */
export function dateOf(epochMs: number): string {
  const date = new Intl.DateTimeFormat(navigator.language, { dateStyle: 'long' });
  return inOneLine(date.format(epochMs));
}

/** Words that belong into one line. */
export function inOneLine(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
