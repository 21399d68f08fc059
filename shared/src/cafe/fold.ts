import { sameWords } from './same-words.ts';

/** Letters that no normal form takes apart. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: 'l', đ: 'd', ø: 'o', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th' },
};
/**
 * Marks that people leave out. Elsewhere a mark is a letter: the vowels of Hindi and Thai, the voicing
 * of Japanese.
 */
const LEFT_OUT = /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hebrew}\p{sc=Arabic}])\p{M}+/gu;
const APOSTROPHES = /['’‘ʼʻʹ′`´＇]/gu;

/**
 * A text as people type it again on another keyboard: as `sameWords`, and neither accents nor what
 * stands between words count. Whoever and whatever is found, searched or listed is compared by it.
 */
export function fold(text: string): string {
  const words = sameWords(text);
  const folded = words
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(LEFT_OUT, '$1')
    .normalize('NFC')
    .replace(/[łđøħŧıßæœðþ]/gu, (letter) => PLAIN[letter] ?? letter)
    .replace(/[\p{P}\p{Z}]+/gu, ' ')
    .trim();
  // Of signs alone nothing would be left to tell them apart.
  return folded === '' ? words : folded;
}
