/** The room's devices: each a browser profile of its own, so that each is somebody else. */
import type { Browser, Page } from 'playwright-core';
import { setIn, type Manner } from './manner.ts';

export class Room {
  readonly #browser: Browser;
  readonly #url: string;
  readonly #patienceMs: number;
  readonly #manner: Manner;

  /** `patienceMs` is how long anything may take to be seen. */
  constructor(browser: Browser, url: string, patienceMs: number, manner: Manner) {
    this.#browser = browser;
    this.#url = url;
    this.#patienceMs = patienceMs;
    this.#manner = manner;
  }

  get url(): string {
    return this.#url;
  }

  async phone(path = '/'): Promise<Page> {
    return this.#open(path, { width: 360, height: 740 }, 1.5);
  }

  async laptop(path: string): Promise<Page> {
    return this.#open(path, { width: 1280, height: 800 }, 1);
  }

  async screen(path: string): Promise<Page> {
    return this.#open(path, { width: 1920, height: 1080 }, 1);
  }

  async #open(
    path: string,
    viewport: { width: number; height: number },
    deviceScaleFactor: number,
  ) {
    const context = await this.#browser.newContext({
      viewport,
      deviceScaleFactor,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    context.setDefaultTimeout(this.#patienceMs);
    await setIn(context, this.#manner);
    const page = await context.newPage();
    await page.goto(new URL(path, this.#url).href);
    return page;
  }
}
