/** A text as people compare it: without regard to case, accents, signs and spaces around. */
export function fold(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/gu, 'l')
    .replace(/ø/gu, 'o')
    .replace(/đ/gu, 'd')
    .replace(/ß/gu, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  // Of signs alone nothing would be left to tell them apart.
  return folded === '' ? text.trim() : folded;
}

/** As `fold`, but accents and signs count: by it two people or two teams are called the same. */
export function sameWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim().replace(/\s+/gu, ' ');
}

/** A field as one line of plain text: composed letters, single spaces, no formula's apostrophe. */
export function oneLine(field: string): string {
  return field
    .replace(/^'(?=\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u, '')
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim();
}
