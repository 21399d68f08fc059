/**
 * Canaries: words that stand in exactly one field of one café, so that whoever reads one in a raw
 * frame knows which field it came from. Note bytes travel as base64, so what looks like base64 is
 * read as well.
 */

/** What a canary stands for. `cafe` is the café's id; a page is `${table}.${round}`. */
export type Canary =
  | { of: 'café words'; cafe: string }
  | { of: 'subject'; cafe: string; table: string }
  | { of: 'story'; cafe: string; table: string }
  | { of: 'first name'; cafe: string; person: string }
  | { of: 'surname'; cafe: string; person: string }
  | { of: 'person id'; cafe: string; person: string }
  | { of: 'note'; cafe: string; page: string; by: string | null; card?: string }
  | { of: 'late note'; cafe: string; page: string; by: string | null; card?: string }
  | { of: 'card in hand'; cafe: string; page: string }
  | { of: 'answer'; cafe: string; page: string; card: string }
  | { of: 'reason'; cafe: string }
  | { of: 'secret'; cafe: string };

const SHAPE = /Qz[0-9a-z]{6}zQ/gu;
const TOKEN = /[\w-]+/gu;
const BASE64 = /[A-Za-z0-9+/]{16,}={0,2}/gu;

export class Words {
  readonly #planted = new Map<string, Canary>();
  #count = 0;

  /** A new word; what it stands for is said by `plant`, when its café has an id. */
  make(): string {
    this.#count += 1;
    return `Qz${this.#count.toString(36).padStart(6, '0')}zQ`;
  }

  /** Watches for a word of `make`, or for an id or a secret that the server made. */
  plant(word: string, canary: Canary): void {
    this.#planted.set(word, canary);
  }

  /** Every canary in a raw frame. */
  in(frame: string): Canary[] {
    const words = new Set(frame.match(TOKEN) ?? []);
    for (const word of frame.match(SHAPE) ?? []) words.add(word);
    for (const base64 of frame.match(BASE64) ?? []) {
      const bytes = Buffer.from(base64, 'base64').toString('latin1');
      for (const word of bytes.match(SHAPE) ?? []) words.add(word);
    }
    return [...words].flatMap((word) => this.#planted.get(word) ?? []);
  }
}
