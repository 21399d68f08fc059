import { copyFileSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { faults } from '../../client/test/accessible.ts';
import type { Manner } from './manner.ts';

/** Where all pictures go, and where those go that the docs show. */
const ALL = join('test-results', 'shots');
const DOCS = join('docs', 'screens');
const DOCS_BYTES_MAX = 200_000;

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

/** Beside its own size each page is looked at in another: by the width it has. */
const ALSO: Readonly<Record<number, { name: string; width: number; height: number }>> = {
  1280: { name: 'narrow', width: 360, height: 740 },
  1920: { name: 'old', width: 1024, height: 768 },
};

/** In CSS pixels, without the margins of 1 cm. */
const A4 = { width: 718, height: 1046 };

/** Takes every view in light and in dark, and looks at each for what is wrong with it. */
export class Camera {
  readonly #manner: Manner;
  readonly #folder: string;
  #taken = 0;
  /** What is wrong, as sentences, with the first view in which it was seen. */
  readonly #wrong = new Map<string, string>();

  constructor(manner: Manner) {
    this.#manner = manner;
    this.#folder = manner === 'as it is' ? ALL : `${ALL}-${manner}`;
    mkdirSync(this.#folder, { recursive: true });
    mkdirSync(DOCS, { recursive: true });
  }

  get taken(): number {
    return this.#taken;
  }

  get folder(): string {
    return this.#folder;
  }

  get problems(): string[] {
    return [...this.#wrong].map(([problem, name]) => `${name}: ${problem}`);
  }

  /** `whole`: of a long page everything, not only what fits. */
  async take(page: Page, name: string, { whole = false }: { whole?: boolean } = {}) {
    await atRest(page);
    await this.#inBoth(page, name, whole);
    const size = page.viewportSize();
    const also = ALSO[size?.width ?? 0];
    if (size === null || also === undefined) return;
    await page.setViewportSize(also);
    await this.#inBoth(page, `${name}-${also.name}`, whole);
    await page.setViewportSize(size);
  }

  async #inBoth(page: Page, name: string, whole: boolean) {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const file = join(this.#folder, `${name}-${colorScheme}.png`);
      await page.screenshot({ path: file, fullPage: whole, animations: 'disabled' });
      this.#taken += 1;
      for (const fault of await faults(page)) {
        if (!this.#wrong.has(fault)) this.#wrong.set(fault, `${name}-${colorScheme}`);
      }
      const shown = this.#manner === 'as it is' ? SHOWN[`${name}-${colorScheme}`] : undefined;
      if (shown === undefined) continue;
      copyFileSync(file, join(DOCS, shown));
      this.#weigh(shown);
    }
  }

  /** What comes out of a printer, on the width of an A4 page. */
  async print(page: Page, name: string): Promise<void> {
    const size = page.viewportSize();
    await page.setViewportSize(A4);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    await page.screenshot({ path: join(this.#folder, `${name}.png`), fullPage: true });
    this.#taken += 1;
    await page.emulateMedia({ media: null });
    if (size !== null) await page.setViewportSize(size);
  }

  /** A picture that was taken, as base64. */
  read(name: string): string {
    return readFileSync(join(this.#folder, `${name}.png`), 'base64');
  }

  /** A picture for the docs only. */
  async show(page: Page, file: string): Promise<void> {
    if (this.#manner !== 'as it is') return;
    await atRest(page);
    await page.screenshot({ path: join(DOCS, file) });
    this.#weigh(file);
  }

  #weigh(shown: string): void {
    if (statSync(join(DOCS, shown)).size > DOCS_BYTES_MAX) {
      this.#wrong.set(`more than ${String(DOCS_BYTES_MAX)} bytes`, shown);
    }
  }
}

/** The pointer is away from what it pressed, and what moves the programme can be pressed again. */
async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0);
  await page
    .getByRole('region', { name: 'Run the programme' })
    .locator('[aria-disabled="true"]')
    .first()
    .waitFor({ state: 'detached' });
}
