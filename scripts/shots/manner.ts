/** How pages are set: as they are, for a language that is read from the right, or in letters twice as large. */
import type { BrowserContext } from 'playwright-core';

export const MANNERS = ['as it is', 'mirrored', 'large'] as const;
export type Manner = (typeof MANNERS)[number];

/** What the browser is started with: the size of letters is a setting of its own, which layouts follow. */
export function argsFor(manner: Manner): string[] {
  return manner === 'large' ? ['--blink-settings=defaultFontSize=32'] : [];
}

/** Sets every page of the context so, before anything is drawn. */
export async function setIn(context: BrowserContext, manner: Manner): Promise<void> {
  if (manner !== 'mirrored') return;
  await context.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      document.documentElement.dir = 'rtl';
    });
  });
}
