/** A text as it is searched: case, accents and signs like ł or ø do not count. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/gu, (letter) => PLAIN[letter] ?? letter);
}

// Letters that no normal form takes apart.
const PLAIN: Record<string, string> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Whether every word that is sought begins a word of the text, or stands within it from 3 letters on. */
export function matches(text: string, sought: string): boolean {
  const words = folded(text).split(/[\s,.()'-]+/u);
  return folded(sought)
    .split(/\s+/u)
    .filter((part) => part !== '')
    .every((part) =>
      words.some((word) => word.startsWith(part) || (part.length >= 3 && word.includes(part))),
    );
}
