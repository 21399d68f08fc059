// Letters that do not come apart into an ASCII letter and a mark.
const plain: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const PART_CHARS_MAX = 60;

/**
 * A file name every system takes: lower-case ASCII letters, digits and dashes. `first` says what it is
 * ("team-7"), so that a name in another script still leaves a name that can be told apart.
 */
export function fileName(first: string, title: string, ending: string): string {
  const words = title
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[łđøßæœðþı]/gu, (letter) => plain[letter] ?? '')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, PART_CHARS_MAX)
    .replace(/^-|-$/gu, '');
  return `${words === '' ? first : `${first}-${words}`}.${ending}`;
}
