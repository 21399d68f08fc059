/** How pages are set: as they are, for a language that is read from the right, or in letters twice as large. */
import type { BrowserContext } from 'playwright-core';

export const MANNERS = ['as it is', 'mirrored', 'large'] as const;
export type Manner = (typeof MANNERS)[number];

/** Sets every page of the context so, before anything is drawn. */
export async function setIn(context: BrowserContext, manner: Manner): Promise<void> {
  if (manner === 'as it is') return;
  await context.addInitScript((how) => {
    const set = (): void => {
      const { documentElement } = document;
      if (how === 'mirrored') documentElement.dir = 'rtl';
      else documentElement.style.fontSize = '200%';
    };
    document.addEventListener('DOMContentLoaded', set);
  }, manner);
}
