/** What is wrong with a page for hands, eyes and screen readers; nothing, if all is well. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line for each rule of axe that is broken: the rule, what it wants, and where. */
async function brokenRules(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    (values) =>
      (window as unknown as { axe: typeof axe }).axe.run(document, {
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    RULES,
  );
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(({ target }) => target.join(' '));
    return `${id}: ${help} (${places.slice(0, 3).join(', ')})`;
  });
}

/**
 * Everything that can be pressed and is smaller than a thumb, 44 × 44 px. A control within a label is
 * as large as its label; a link within a sentence is as large as its words, as WCAG 2.5.8 has it.
 */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const LEAST_PX = 44;
    const selector =
      'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]';
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((target) => {
      const whole = target.closest('label') ?? target;
      const { width, height } = whole.getBoundingClientRect();
      if (!target.checkVisibility() || width === 0) return [];
      if (target.matches('p a')) return [];
      // A fraction of a pixel is the rounding of a zoomed page.
      if (width >= LEAST_PX - 0.5 && height >= LEAST_PX - 0.5) return [];
      const name = target.getAttribute('aria-label') ?? target.textContent.trim();
      return [`${target.tagName} “${name.slice(0, 40)}” ${String(width)} × ${String(height)}`];
    });
  });
}

/** By how many px the page is wider than its window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

/** All of it, as lines; `where`, if given, begins each. */
export async function faults(page: Page, where = ''): Promise<string[]> {
  const wide = await overflow(page);
  const lines = [
    ...(await brokenRules(page)),
    ...(await smallTargets(page)),
    ...(wide > 0 ? [`${String(wide)} px wider than the window`] : []),
  ];
  return where === '' ? lines : lines.map((line) => `${where}: ${line}`);
}
