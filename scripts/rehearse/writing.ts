/**
 * What one person writes on one page, as strokes at moments: a few letters each, words that are
 * corrected, words that are deleted again.
 */
import { addCard, cardText, readCards } from '@tablecloth/shared/notes';
import type { Random } from '@tablecloth/shared/rotation';
import { v7 as uuid } from 'uuid';
import * as Y from 'yjs';
import type { PageCopy } from './page-copy.ts';

export interface Stroke {
  /** Epoch ms on the phone's own idea of the server's clock. */
  at: number;
  do: () => void;
}

export interface Moments {
  from: number;
  /** Nothing is begun later. */
  until: number;
}

/** Ms between two strokes of somebody who types. */
const STROKE_MS = { least: 60, more: 120 };

/** A pen on a card: it stays behind its own last letter, whatever others write around it. */
export class Pen {
  readonly #copy: PageCopy;
  readonly #kind: string;
  #text: Y.Text | null = null;
  #at: Y.RelativePosition | null = null;

  /** `kind`: of the cards it begins. */
  constructor(copy: PageCopy, kind = 'note') {
    this.#copy = copy;
    this.#kind = kind;
  }

  /**
   * Begins a card of one's own, or writes above what somebody else has: there two pens never meet
   * within a word, as they could behind the last letter.
   */
  begin(aboveOthers: boolean): void {
    const { doc } = this.#copy;
    const others = readCards(doc);
    const id = (aboveOthers ? others.at(-1)?.id : undefined) ?? uuid();
    addCard(doc, { id, kind: this.#kind, order: others.length });
    this.#text = cardText(doc, id);
    this.#place(0);
    this.type('\n');
  }

  type(letters: string): void {
    if (this.#text === null) return;
    const at = this.#index();
    this.#text.insert(at, letters);
    this.#place(at + letters.length);
  }

  /** Takes back what was typed last, unless others wrote in between. */
  takeBack(letters: string): boolean {
    if (this.#text === null) return false;
    const at = this.#index() - letters.length;
    if (at < 0 || this.#text.toString().slice(at, at + letters.length) !== letters) return false;
    this.#text.delete(at, letters.length);
    this.#place(at);
    return true;
  }

  #place(index: number): void {
    if (this.#text === null) return;
    this.#at = Y.createRelativePositionFromTypeIndex(this.#text, index, -1);
  }

  #index(): number {
    const length = this.#text?.length ?? 0;
    if (this.#at === null) return length;
    return Y.createAbsolutePositionFromRelativePosition(this.#at, this.#copy.doc)?.index ?? length;
  }
}

/**
 * Strokes that type these words, each done before the next begins; `typed` is called when a word is
 * complete. Every fourth word has a slip that is corrected; `deleted` words go again a moment later.
 */
export function strokesFor(
  pen: Pen,
  words: readonly { text: string; isDeleted: boolean }[],
  { from, until }: Moments,
  random: Random,
  tell: { typed: (text: string) => void; deleted: (text: string) => void },
): Stroke[] {
  const strokes: Stroke[] = [];
  const pause = () => STROKE_MS.least + random.below(STROKE_MS.more);
  const share = Math.max(0, until - from) / Math.max(1, words.length);
  const aboveOthers = random.below(4) === 0;
  let free = from;
  for (const [i, { text, isDeleted }] of words.entries()) {
    let at = Math.max(free, from + share * i + random.below(Math.max(1, Math.floor(share / 2))));
    const own: Stroke[] = [];
    const then = (act: () => void) => {
      own.push({ at, do: act });
      at += pause();
    };
    if (strokes.length === 0)
      then(() => {
        pen.begin(aboveOthers);
      });
    const letters = chunks(` ${text}`, random);
    const slip = random.below(4) === 0 ? 1 + random.below(letters.length) : -1;
    for (const [k, letter] of letters.entries()) {
      if (k === slip) {
        then(() => {
          pen.type('~');
        });
        then(() => {
          pen.takeBack('~');
        });
      }
      const isLast = k === letters.length - 1;
      then(() => {
        pen.type(isLast ? `${letter} ` : letter);
        if (isLast) tell.typed(text);
      });
    }
    if (isDeleted) {
      then(() => {
        if (pen.takeBack(` ${text} `)) tell.deleted(text);
      });
    }
    if (at > until) break;
    strokes.push(...own);
    free = at;
  }
  return strokes;
}

function chunks(text: string, random: Random): string[] {
  const parts: string[] = [];
  for (let i = 0; i < text.length;) {
    const length = 1 + random.below(3);
    parts.push(text.slice(i, i + length));
    i += length;
  }
  return parts;
}
