import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PLENTY = 120;

/** What has the focus: what it is called, and whether eyes can see that it has it. */
async function focused(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const { activeElement: at } = document;
    if (at === null) return { name: '', isSeen: false };
    const isField =
      at instanceof HTMLInputElement ||
      at instanceof HTMLTextAreaElement ||
      at instanceof HTMLSelectElement;
    const label = isField ? at.labels?.[0]?.textContent : null;
    const name = at.getAttribute('aria-label') ?? label ?? at.textContent;
    const marks = [at, ...(label == null ? [] : [at.closest('label') ?? at])];
    const isSeen = marks.some((one) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    });
    return { name: name.replace(/\s+/gu, ' ').trim(), isSeen };
  });
}

/** Tab until something with this name has the focus, as somebody without a mouse does, and sees it. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < PLENTY; i++) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (!name.test(at.name)) continue;
    expect([at.name, at.isSeen]).toEqual([at.name, true]);
    return;
  }
  throw new Error(`The keyboard does not reach ${String(name)}.`);
}

/** Tabs to a button that can be pressed now, and presses it. */
export async function press(page: Page, name: RegExp, key = 'Enter'): Promise<void> {
  await page
    .locator('button:not([aria-disabled="true"]), summary, input, a')
    .filter({ hasText: name })
    .first()
    .waitFor();
  await tabTo(page, name);
  await page.keyboard.press(key);
}

/** Whether Tab goes all the way round: what had the focus first has it again. */
export async function goesRound(page: Page): Promise<boolean> {
  await page.keyboard.press('Tab');
  await page.evaluate(() => {
    document.activeElement?.setAttribute('data-first', '');
  });
  for (let i = 0; i < PLENTY; i++) {
    await page.keyboard.press('Tab');
    const isFirst = await page.evaluate(() => document.activeElement?.hasAttribute('data-first'));
    if (isFirst !== true) continue;
    await page.evaluate(() => {
      document.activeElement?.removeAttribute('data-first');
    });
    return true;
  }
  return false;
}
