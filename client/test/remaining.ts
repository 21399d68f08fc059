import type { Page } from 'playwright-core';

/** How a page shows the time that is left: as m:ss, as a bar that fills, or as a ring that empties. */
export type Shown = 'figures' | 'bar' | 'ring';

/** So many changes are watched; the least late of them counts. */
const CHANGES = 6;

/**
 * When the running step ends by what a page shows, epoch ms. Every change of the display is turned
 * into an end: the moment it was seen plus what it then said is left. A display can only be late,
 * never early, so the earliest of several is the one that tells what the page believes. The moment
 * is taken from `performance`, which a device's wrong clock does not reach. `wholeMs` is how long the
 * whole step lasts.
 */
async function shownEnd(page: Page, shown: Shown, wholeMs: number): Promise<number> {
  return page.evaluate(
    ([how, whole, changes]) =>
      new Promise<number>((resolve) => {
        const left = {
          figures: () => {
            const texts = [...document.querySelectorAll('.figures')].map(({ textContent }) =>
              /^\s*(\d+):(\d\d)\b/u.exec(textContent),
            );
            const [, minutes, seconds] = texts.find((found) => found !== null) ?? [];
            return minutes === undefined ? null : (Number(minutes) * 60 + Number(seconds)) * 1_000;
          },
          bar: () => {
            const bar = document.querySelector('progress');
            return bar === null ? null : (1 - bar.value) * whole;
          },
          ring: () => {
            const dashes = document.querySelector('.ring .left')?.getAttribute('stroke-dasharray');
            return dashes == null ? null : Number.parseFloat(dashes) * whole;
          },
        }[how];
        const ends: number[] = [];
        let before = left();
        const look = () => {
          const now = left();
          if (now !== null && before !== null && now !== before) {
            ends.push(performance.timeOrigin + performance.now() + now);
          }
          before = now;
          if (ends.length < changes) requestAnimationFrame(look);
          else resolve(Math.min(...ends));
        };
        look();
      }),
    [shown, wholeMs, CHANGES] as const,
  );
}

/** The greatest difference between what several pages show, ms. `rest`: what comes after it, shown by others too. */
export async function apart(
  pages: readonly (readonly [page: Page, shown: Shown, rest?: number])[],
  wholeMs: number,
): Promise<number> {
  const ends = await Promise.all(
    pages.map(
      async ([page, shown, rest = 0]) => rest + (await shownEnd(page, shown, wholeMs - rest)),
    ),
  );
  return Math.max(...ends) - Math.min(...ends);
}
