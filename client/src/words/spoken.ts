import { getContext, setContext } from 'svelte';
import type { DoorWords } from './door.ts';
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

/** For a component under which more is said than was loaded with the page: these words, for all below it. */
export function sayMore<Words>(t: Words): Spoken<Words> {
  const { figures } = getContext<Spoken<unknown>>(KEY);
  return setContext(KEY, { t, figures });
}

export const doorSpoken = (): Spoken<DoorWords> => getContext(KEY);
export const phoneSpoken = (): Spoken<PhoneWords> => getContext(KEY);
export const facilitateSpoken = (): Spoken<FacilitateWords> => getContext(KEY);
export const screenSpoken = (): Spoken<ScreenWords> => getContext(KEY);
