import { sameWords, tidyName } from '../cafe/index.ts';

/** A text as people type it again: as `sameWords`, and without regard to accents and signs. */
export function fold(text: string): string {
  const words = sameWords(text);
  const folded = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Of signs alone nothing would be left to tell them apart.
  return folded === '' ? words : folded;
}

/** A field as names are kept, without a formula's apostrophe. */
export function oneLine(field: string): string {
  return tidyName(field.replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, ''));
}
