import { tidyName } from './tidy-name.ts';

/** Needed or not, they do not tell two names apart. */
const JOINERS = /[\u200C\u200D\u180E\p{Variation_Selector}]/gu;

/**
 * A name as people compare it: by it two people or two teams are called the same. Neither case nor
 * white space nor signs that nobody sees count, nor how Unicode puts a letter together; accents do.
 */
export function sameWords(name: string): string {
  return tidyName(name)
    .replace(JOINERS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Those that are called as one before them, in their order. */
export function calledAgain(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = sameWords(name);
    const isAgain = seen.has(key);
    seen.add(key);
    return isAgain;
  });
}
