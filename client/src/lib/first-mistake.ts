import { tick } from 'svelte';

/**
 * Puts the focus on the first field that says what it wants, once that is drawn: on a small phone it
 * may be far from the button that was pressed. The sentence beside it is then read aloud.
 */
export function toFirstMistake(form: ParentNode = document): void {
  void tick().then(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus());
}
