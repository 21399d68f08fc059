import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DAY_WORDS, wordFor, type Moment, type Role } from '../day-words.ts';

/** Longer than the longest part of a round, seven minutes at the pace of the day. */
const PATIENCE_MS = 40_000;

/** Every role reads what it is promised for the moment, word for word. */
export async function said(
  moment: Moment,
  who: Partial<Record<Role, { page: Page }>>,
): Promise<void> {
  const promised: Partial<Record<Role, readonly string[]>> = DAY_WORDS[moment];
  const missing: string[] = [];
  await Promise.all(
    Object.entries(who).flatMap(([role, device]) =>
      (promised[role as Role] ?? []).map(async (sentence) => {
        try {
          const words = device.page.getByText(wordFor(sentence)).locator('visible=true').first();
          await words.waitFor({ timeout: PATIENCE_MS });
        } catch {
          const shown = (await device.page.locator('body').innerText()).replace(/\s+/gu, ' ');
          missing.push(`${moment}, ${role}: “${sentence}” in: ${shown.slice(0, 600)}`);
        }
      }),
    ),
  );
  expect(missing).toEqual([]);
}
