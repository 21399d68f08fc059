import { getContext } from 'svelte';
import type { Figures } from './figures.ts';
import type { FacilitateWords } from './facilitate.ts';
import type { PhoneWords } from './phone.ts';
import type { ScreenWords } from './screen.ts';

/**
 * How components come by their words: `mount(App, { target, context: spoken(words, figures) })`
 * in a page's main.ts, `const { t, figures } = phoneSpoken()` in a component. Another language is
 * another mount, not a reload.
 */
interface Spoken<Words> {
  /** The words. */
  t: Words;
  figures: Figures;
}

const KEY = Symbol('spoken');

export function spoken<Words>(t: Words, figures: Figures): Map<symbol, Spoken<Words>> {
  return new Map([[KEY, { t, figures }]]);
}

export const phoneSpoken = (): Spoken<PhoneWords> => getContext(KEY);
export const facilitateSpoken = (): Spoken<FacilitateWords> => getContext(KEY);
export const screenSpoken = (): Spoken<ScreenWords> => getContext(KEY);
