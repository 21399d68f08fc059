import type { WireRefusal } from '@tablecloth/shared/protocol';
import type { Unheard } from './http.ts';

type Now = Extract<WireRefusal, { code: 'written since' }>['now'];

/**
 * Words in a box that others may write too. While nobody types, the box follows what is stored. What
 * somebody else has stored while this box was being changed stands beside it until one of the two is chosen.
 */
export class Draft {
  /** What is in the box. */
  typed = $state('');
  #base = $state('');
  #theirs = $state.raw<string | null>(null);
  #sent: string | null = null;

  constructor(stored: string) {
    this.#base = this.typed = stored;
  }

  /** The stored words from which those in the box were made. */
  get base(): string {
    return this.#base;
  }

  /** The words in the box as they are sent. */
  get text(): string {
    return this.typed.trim();
  }

  get isChanged(): boolean {
    return this.text !== this.#base.trim();
  }

  /** What somebody else has stored meanwhile, until it is chosen or put aside; null for nothing. */
  get theirs(): string | null {
    return this.#theirs;
  }

  /** What is stored now. */
  hear(stored: string): void {
    const now = stored.trim();
    const { isChanged } = this;
    if (!isChanged) this.typed = stored;
    if (!isChanged || now === this.#sent || now === this.text) this.#base = stored;
    this.#theirs = now === this.#base.trim() ? null : stored;
  }

  /** Words of this box are on their way. */
  send(text: string): void {
    this.#sent = text;
  }

  /** They have been stored. */
  saved(text: string): void {
    this.#sent = null;
    this.#base = text;
    this.#theirs = null;
  }

  /** They have not. A no that says what stands there instead, in its field, is told as that. */
  refused(refusal: WireRefusal | Unheard, field: keyof Now): void {
    this.#sent = null;
    const now = refusal.code === 'written since' ? refusal.now[field] : undefined;
    if (now !== undefined) this.hear(now);
  }

  /** The words in the box are to stand instead of theirs. */
  keepMine(): void {
    this.#base = this.#theirs ?? this.#base;
    this.#theirs = null;
  }

  takeTheirs(): void {
    this.typed = this.#base = this.#theirs ?? this.#base;
    this.#theirs = null;
  }
}
