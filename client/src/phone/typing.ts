/**
 * Who still types past the bell: whoever has touched a key a moment ago keeps the box, and the seat
 * whose page it writes on, until they leave it. Pure: what happens at the box goes in, with the time.
 */
import type { Seat } from './day.svelte.ts';

/** Somebody who has not touched a key for this long is not typing any more. */
const TYPING_MS = 30_000;

interface Typed {
  /** Where words were typed last. */
  seat: Seat | null;
  /** Nobody types from then on. */
  until: number;
  /** What stands beneath the box was pressed since: the box has lost the focus by it, not its writer. */
  beneath: boolean;
}

export const NOTHING_TYPED: Typed = { seat: null, until: 0, beneath: false };

/**
 * What happens at the box. `words`: a key, or a box with words has the focus; `empty`: one without;
 * `pressed`: a button beneath is being pressed; `beneath`: one has the focus; `left`: the focus goes
 * elsewhere; `done`: its writer says so.
 */
export type Deed = 'words' | 'empty' | 'pressed' | 'beneath' | 'left' | 'done';

interface Around {
  now: number;
  /** Whose page is shown, and may be written on. */
  shown: Seat | null;
  /** It is shown only to whoever types there still: another is open now, or none. */
  past: boolean;
  /** Boxes of a next step belong together: the next one is empty, and is gone on to. */
  atHome: boolean;
}

export function isTyping({ until }: Typed, now: number): boolean {
  return now < until;
}

/** Whose page is shown: the one that is open, or for whoever types still the one they type on. */
export function shownAt(typed: Typed, now: number, open: Seat | null): Seat | null {
  return isTyping(typed, now) && typed.seat?.page !== open?.page ? typed.seat : open;
}

export function after(typed: Typed, deed: Deed, { now, shown, past, atHome }: Around): Typed {
  const stopped = { ...typed, until: 0 };
  switch (deed) {
    case 'words':
      return { seat: shown, until: now + TYPING_MS, beneath: false };
    case 'empty':
      return past || atHome ? { ...typed, beneath: false } : stopped;
    case 'pressed':
      return { ...typed, beneath: true };
    case 'beneath':
      return past ? { ...typed, beneath: true } : stopped;
    case 'left':
      return past && typed.beneath ? typed : stopped;
    case 'done':
      return stopped;
  }
}
