/**
 * Signs that nobody sees: zero-width spaces and joiners, soft hyphens, marks of direction, variation
 * selectors, fillers, control characters. They come along with what is copied from other programs,
 * and two names that differ by them alone look the same. Some are needed where they stand: what joins
 * or parts letters in scripts such as Persian or Malayalam, and what makes one picture of several.
 */

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\uFFF9-\uFFFB]/u;
/** Control characters that are white space, and so seen. */
const SPACES = /[\t-\r]/u;
const SELECTOR = /\p{Variation_Selector}/u;
const LETTER = /[\p{L}\p{M}]/u;
/** Letters that nothing joins or parts, and accents on them. */
const NEVER_JOINED = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\u0300-\u036F]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
/** What may stand between a picture and what it is joined to. */
const OF_PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;
const SELECTABLE = /[\p{Emoji}\p{L}\p{M}\p{S}]/u;
/** They follow a black flag and tell whose it is. */
const TAG = /[\u{E0020}-\u{E007F}]/u;
const FLAG = '\u{1F3F4}';

/** The text without signs that nobody sees, but for those that are needed where they stand. */
export function withoutUnseen(text: string): string {
  if (!UNSEEN.test(text)) return text;
  const signs = [...text];
  const kept: string[] = [];
  for (const [i, sign] of signs.entries()) {
    const isSeen = !UNSEEN.test(sign) || SPACES.test(sign);
    if (isSeen || isNeeded(sign, kept.at(-1) ?? '', signs[i + 1] ?? '')) kept.push(sign);
  }
  return kept.join('');
}

function isNeeded(sign: string, before: string, after: string): boolean {
  const isOfScript = LETTER.test(before) && !NEVER_JOINED.test(before);
  switch (sign) {
    case '\u200C':
      return isOfScript && LETTER.test(after);
    case '\u200D':
      return isOfScript || (OF_PICTURE.test(before) && PICTURE.test(after));
    // Parts the last vowel of a Mongolian word.
    case '\u180E':
      return isOfScript;
    default:
      if (TAG.test(sign)) return before === FLAG || TAG.test(before);
      return SELECTOR.test(sign) && SELECTABLE.test(before) && !NEVER_JOINED.test(before);
  }
}
