/**
 * How long after a press something is seen elsewhere, by the pages' own clock: all of them run on one
 * machine, so moments can be compared, and neither the test's process nor its waiting is in between.
 */
import type { Page } from 'playwright-core';

/** What stands on a page, or no longer does. */
export type Sight = readonly [page: Page, words: RegExp, isThere?: boolean];

/** Waited for so long, so that a late one is told as late. */
const PATIENCE_MS = 5_000;
const BEAT_MS = 20;

/** Resolves with the moment (epoch ms) at which a sight is true, Infinity if it never is. Names, and what is ticked, count as words. */
async function seenAt([page, words, isThere = true]: Sight): Promise<number> {
  const seen = page.waitForFunction(
    ([source, wanted]) => {
      const named = [...document.querySelectorAll<HTMLElement>('[aria-label]')].flatMap((one) =>
        one.checkVisibility() ? [one.getAttribute('aria-label') ?? ''] : [],
      );
      const ticked = [...document.querySelectorAll<HTMLInputElement>('input:checked')].map(
        ({ labels }) => `ticked ${labels?.[0]?.textContent.trim() ?? ''}`,
      );
      const all = [document.body.innerText, ...named, ...ticked].join('\n');
      const isSeen = new RegExp(source, 'mu').test(all) === wanted;
      return isSeen ? performance.timeOrigin + performance.now() : null;
    },
    [words.source, isThere] as const,
    { polling: 'raf', timeout: PATIENCE_MS },
  );
  return seen.then(
    async (at) => (await at.jsonValue()) ?? Infinity,
    () => Infinity,
  );
}

/** Measures in a room; while the machine keeps an idle page waiting, no page can be blamed. */
export class Stopwatch {
  readonly #idle: Page;

  private constructor(idle: Page) {
    this.#idle = idle;
  }

  /** `idle`: a page on which nothing happens. */
  static async with(idle: Page): Promise<Stopwatch> {
    await idle.evaluate((beat) => {
      const gaps: [at: number, ms: number][] = [];
      let last = performance.now();
      setInterval(() => {
        const now = performance.now();
        if (now - last > 2 * beat) gaps.push([performance.timeOrigin + now, now - last - beat]);
        last = now;
      }, beat);
      Object.assign(window, { gaps });
    }, BEAT_MS);
    return new Stopwatch(idle);
  }

  /** From now on it is known when something was last pressed on the page. */
  async hold(page: Page): Promise<void> {
    await page.evaluate(() => {
      const pressed = { at: 0 };
      addEventListener('click', () => (pressed.at = performance.timeOrigin + performance.now()), {
        capture: true,
      });
      Object.assign(window, { pressed });
    });
  }

  /** Which sights came later than `limitMs` after the last press on the page, or before it; one line each. */
  async late(
    page: Page,
    press: () => Promise<void>,
    sights: readonly Sight[],
    limitMs: number,
  ): Promise<string[]> {
    const [, ...moments] = await Promise.all([press(), ...sights.map(seenAt)]);
    const pressed = await page.evaluate(
      () => (window as unknown as { pressed: { at: number } }).pressed.at,
    );
    const gaps = await this.#idle.evaluate(
      () => (window as unknown as { gaps: [number, number][] }).gaps,
    );
    return moments.flatMap((at, i) => {
      const held = gaps.filter(([end]) => end > pressed && end < at + BEAT_MS);
      const ms = at - pressed;
      const isInTime = ms >= 0 && ms <= limitMs + held.reduce((sum, [, gap]) => sum + gap, 0);
      return isInTime ? [] : [`${String(sights[i]?.[1])}: ${ms.toFixed()} ms`];
    });
  }
}
