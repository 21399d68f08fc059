/**
 * Every word that was typed, where and by whom, so that each can be looked for afterwards. Words
 * look like `zq00a1b`: person, round, count; no word is part of another.
 */
export interface Word {
  readonly text: string;
  /** The person's name, for sentences. */
  readonly by: string;
  readonly page: string;
  /** Typed while the phone had no network. */
  readonly offline: boolean;
  /** `surely` only when the deletion was saved while the page was certainly open. */
  deleted: 'no' | 'perhaps' | 'surely';
}

const PATTERN = /zq[0-9a-z]{5}/gu;

export class Words {
  readonly #all = new Map<string, Word>();

  /** A word nobody else types; `person`, `round` and `count` are small whole numbers. */
  static make(person: number, round: number, count: number): string {
    const digits = (number: number, length: number) => number.toString(36).padStart(length, '0');
    return `zq${digits(person, 3)}${digits(round, 1)}${digits(count, 1)}`;
  }

  add(word: Word): Word {
    this.#all.set(word.text, word);
    return word;
  }

  get(text: string): Word | null {
    return this.#all.get(text) ?? null;
  }

  get all(): Iterable<Word> {
    return this.#all.values();
  }
}

/** All words in a text, as often as they stand there. */
export function wordsIn(text: string): string[] {
  return text.match(PATTERN) ?? [];
}

/**
 * A word whose last letters came after the page was locked: its beginning stands there cut off, its
 * end by itself in the addition. Whole words that begin or end alike do not count.
 */
export function isSplit(word: string, page: string, addition: string): boolean {
  for (let cut = 1; cut < word.length; cut += 1) {
    const head = new RegExp(`(?<![0-9a-z])${word.slice(0, cut)}(?![0-9a-z])`, 'u');
    const tail = new RegExp(`(?<![0-9a-z])${word.slice(cut)}(?![0-9a-z])`, 'u');
    if (head.test(page) && tail.test(addition)) return true;
  }
  return false;
}
