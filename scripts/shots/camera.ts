import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { brokenRules } from './accessible.ts';

/** Where all pictures go, and where those go that the docs show. */
const ALL = join('test-results', 'shots');
const DOCS = join('docs', 'screens');
const DOCS_BYTES_MAX = 150_000;

/** Pictures of the docs: the shot's name, without its scheme, and the file in `docs/screens`. */
const SHOWN: Readonly<Record<string, string>> = {
  'desk-02-before-links-light': 'links.png',
  'phone-04-same-name-light': 'same-name.png',
  'desk-04-welcome-light': 'seat-everyone.png',
  'phone-07-move-light': 'next-table.png',
  'phone-11-host-story-light': 'hosting.png',
  'desk-06-round-tables-narrow-light': 'tables.png',
  'desk-08-move-person-narrow-light': 'move-a-person.png',
  'phone-15-no-network-light': 'no-network.png',
  'phone-17-bell-typing-light': 'bell-while-typing.png',
  'desk-19-held-narrow-light': 'held-bell.png',
  'phone-38-team-page-light': 'team-page.png',
};

export interface View {
  /** Of a long page everything, not only what fits. */
  whole?: boolean;
  /** Also with the width of a phone. */
  narrow?: boolean;
}

const NARROW = { width: 360, height: 740 };

/** Takes every view in light and in dark, and has axe look at it. */
export class Camera {
  #taken = 0;
  /** What is wrong, as sentences, with the first view in which it was seen. */
  readonly #wrong = new Map<string, string>();

  constructor() {
    mkdirSync(ALL, { recursive: true });
    mkdirSync(DOCS, { recursive: true });
  }

  get taken(): number {
    return this.#taken;
  }

  get problems(): string[] {
    return [...this.#wrong].map(([problem, name]) => `${name}: ${problem}`);
  }

  async take(page: Page, name: string, { whole = false, narrow = false }: View = {}) {
    await this.#inBoth(page, name, whole);
    const wide = page.viewportSize();
    if (!narrow || wide === null) return;
    await page.setViewportSize(NARROW);
    await this.#inBoth(page, `${name}-narrow`, whole);
    await page.setViewportSize(wide);
  }

  async #inBoth(page: Page, name: string, whole: boolean) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const file = join(ALL, `${name}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: whole, animations: 'disabled' });
      this.#taken += 1;
      for (const broken of await brokenRules(page)) {
        if (!this.#wrong.has(broken)) this.#wrong.set(broken, `${name}-${colorScheme}`);
      }
      const shown = SHOWN[`${name}-${colorScheme}`];
      if (shown === undefined) continue;
      copyFileSync(file, join(DOCS, shown));
      this.#weigh(shown);
    }
  }

  /** A picture that was taken, as base64. */
  read(name: string): string {
    return readFileSync(join(ALL, `${name}.png`), 'base64');
  }

  /** A picture for the docs only. */
  async show(page: Page, file: string): Promise<void> {
    await page.screenshot({ path: join(DOCS, file) });
    this.#weigh(file);
  }

  #weigh(shown: string): void {
    if (statSync(join(DOCS, shown)).size > DOCS_BYTES_MAX) {
      this.#wrong.set(`more than ${String(DOCS_BYTES_MAX)} bytes`, shown);
    }
  }
}
