import { tick } from 'svelte';

/**
 * Puts the focus on the first field that says what it wants, once that is drawn: on a small phone it
 * may be far from the button that was pressed. The sentence beside it is then read aloud. Of one form,
 * where there may be others on the page.
 */
export function toFirstMistake(form?: EventTarget | null): void {
  const within = form instanceof Element ? form : document;
  void tick().then(() => within.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
