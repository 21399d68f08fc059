/**
 * Every sentence people read, as typed objects: strings, and functions where something is filled
 * in, with positional numbers and strings only. English sets the shape; another language is an
 * object of the same shape, checked by the compiler and loaded when somebody reads that language.
 * To add one: name it in LANGUAGES; the compiler then asks for it in door.ts, phone.ts,
 * later.ts, facilitate.ts, screen.ts and team.ts, the vocabularies of the pages.
 */

/** `name` is the language's own name for itself. */
export const LANGUAGES = {
  en: { name: 'English', dir: 'ltr' },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl' }>;

export type LanguageCode = keyof typeof LANGUAGES;

/** One page's words in every language; all but English load on demand. */
export type Vocabulary<Words> = Record<LanguageCode, () => Promise<Words>>;

/** The first language we speak of those a person prefers (`navigator.languages`), else English. */
export function pickLanguage(preferred: readonly string[]): LanguageCode {
  for (const tag of preferred) {
    const base = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return base;
  }
  return 'en';
}

function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(LANGUAGES, code);
}

/** Loads a page's words and tells the document which language and direction it is in. */
export async function speak<Words>(
  vocabulary: Vocabulary<Words>,
  code: LanguageCode,
  root: { lang: string; dir: string },
): Promise<Words> {
  const words = await vocabulary[code]();
  root.lang = code;
  root.dir = LANGUAGES[code].dir;
  return words;
}
