/**
 * A native textarea on a shared text. The browser edits the textarea; after each input the
 * difference to what was shown last is made in the text. Words of others are put into the textarea
 * with the caret kept at its letter.
 *
 * While an input method composes, on most phones during every word, nothing touches the textarea, but
 * what stands in it goes into the text letter by letter: "Saved" must be true of all one sees. Each
 * difference is taken from what the textarea showed before; others' words are shown at the end.
 * Setting a value makes the browser forget its undo, so undo is
 * the text's own, from the first focus on; its script is loaded then.
 */
import { LIMITS } from '@tablecloth/shared/cafe';
import { cleanText, diff, moveCaret, rebase, type TextEdit } from '@tablecloth/shared/notes';
import type { Attachment } from 'svelte/attachments';
import type * as Y from 'yjs';
import type { UndoManager } from './undo.ts';

/** Half of what a card may hold, because two phones may fill it at the same time. */
export const TYPED_MAX = LIMITS.cardCharsMax / 2;

export interface Sharing {
  text: Y.Text;
  /** An input method composes in the textarea already. */
  composing?: boolean;
  /** What of a long paste does not fit into this card. */
  onOverflow(rest: string): void;
}

/** `<textarea {@attach sharedText({ text, onOverflow })}>` */
export function sharedText(sharing: Sharing): Attachment<HTMLTextAreaElement> {
  return (area) => {
    const binding = new TextBinding(area, sharing);
    return () => {
      binding.stop();
    };
  };
}

class TextBinding {
  readonly #area: HTMLTextAreaElement;
  readonly #text: Y.Text;
  readonly #onOverflow: Sharing['onOverflow'];
  readonly #listening = new AbortController();
  #shown = '';
  #composing: boolean;
  #undo: UndoManager | null = null;

  constructor(area: HTMLTextAreaElement, { text, composing = false, onOverflow }: Sharing) {
    this.#area = area;
    this.#text = text;
    this.#onOverflow = onOverflow;
    this.#composing = composing;
    area.maxLength = TYPED_MAX;
    this.#shown = text.toString();
    // Setting it would move the caret of somebody who has just begun to write.
    if (area.value !== this.#shown) area.value = this.#shown;
    text.observe(this.#changed);
    const { signal } = this.#listening;
    area.addEventListener('focus', this.#focused, { signal });
    area.addEventListener('input', this.#typed, { signal });
    area.addEventListener('beforeinput', this.#before, { signal });
    area.addEventListener('keydown', this.#pressed, { signal });
    area.addEventListener('paste', this.#pasted, { signal });
    area.addEventListener('compositionstart', this.#composes, { signal });
    area.addEventListener('compositionend', this.#composed, { signal });
    if (area.ownerDocument.activeElement === area) this.#focused();
  }

  stop(): void {
    // Words that are still being composed would be lost with the textarea.
    if (this.#composing) this.#composed();
    this.#listening.abort();
    this.#text.unobserve(this.#changed);
    this.#undo?.destroy();
  }

  readonly #focused = (): void => {
    if (this.#undo === null) void this.#remember();
  };

  async #remember(): Promise<void> {
    const script = await import('./undo.ts').catch(() => null);
    if (script === null || this.#undo !== null || this.#listening.signal.aborted) return;
    // Scoped to this text alone: undoing on the whole page could take a card away.
    this.#undo = new script.UndoManager(this.#text, { trackedOrigins: new Set([this]) });
  }

  readonly #composes = (): void => {
    this.#composing = true;
  };

  readonly #composed = (): void => {
    this.#composing = false;
    this.#typed();
  };

  readonly #typed = (): void => {
    const typed = cleanText(this.#area.value);
    const edits = rebase(this.#shown, typed, this.#text.toString(), this.#area.selectionStart);
    if (edits.length > 0) this.#make(edits);
    if (this.#composing) this.#shown = typed;
    else this.#show();
  };

  #make(edits: readonly TextEdit[]): void {
    const make = () => {
      for (const { at, remove, insert } of edits) {
        if (remove > 0) this.#text.delete(at, remove);
        if (insert !== '') this.#text.insert(at, insert);
      }
    };
    if (this.#text.doc === null) make();
    else this.#text.doc.transact(make, this);
  }

  readonly #changed = (_change: Y.YTextEvent, { origin }: Y.Transaction): void => {
    if (origin !== this && !this.#composing) this.#show();
  };

  #show(): void {
    const area = this.#area;
    const now = this.#text.toString();
    this.#shown = now;
    const edit = diff(area.value, now);
    if (edit === null) return;
    const { selectionStart, selectionEnd, selectionDirection } = area;
    area.value = now;
    if (area.ownerDocument.activeElement !== area) return;
    area.setSelectionRange(
      moveCaret(selectionStart, edit),
      moveCaret(selectionEnd, edit),
      selectionDirection,
    );
  }

  /** Undo from a menu or by shaking the phone; the browser's own would undo others' words. */
  readonly #before = (event: InputEvent): void => {
    if (event.inputType === 'historyUndo') this.#step('undo', event);
    if (event.inputType === 'historyRedo') this.#step('redo', event);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z') this.#step(event.shiftKey ? 'redo' : 'undo', event);
    if (key === 'y') this.#step('redo', event);
  };

  #step(way: 'undo' | 'redo', cause: UIEvent): void {
    if (this.#composing) return;
    cause.preventDefault();
    this.#undo?.[way]();
  }

  readonly #pasted = (event: ClipboardEvent): void => {
    const area = this.#area;
    const pasted = cleanText(event.clipboardData?.getData('text/plain') ?? '');
    const kept = area.value.length - (area.selectionEnd - area.selectionStart);
    const [fits, rest] = splitText(pasted, Math.max(0, TYPED_MAX - kept));
    if (rest === '') return;
    event.preventDefault();
    area.setRangeText(fits, area.selectionStart, area.selectionEnd, 'end');
    // As if the browser had put it in: whoever shows these words beside the box hears of it too.
    area.dispatchEvent(new Event('input', { bubbles: true }));
    this.#onOverflow(rest);
  };
}

/** The first `max` units of a text at most, cut between words where one ends near, and the rest. */
export function splitText(text: string, max: number): [string, string] {
  if (text.length <= max) return [text, ''];
  const space = Math.max(text.lastIndexOf(' ', max), text.lastIndexOf('\n', max));
  let cut = space > max / 2 ? space + 1 : max;
  const last = text.charCodeAt(cut - 1);
  // Never through a surrogate pair.
  if (last >= 0xd800 && last <= 0xdbff) cut -= 1;
  return [text.slice(0, cut), text.slice(cut)];
}
