import { beforeEach, expect, test } from 'vitest';
import { Way } from './way.svelte.ts';
import type { Where } from './where.ts';

/** The browser's history, which goes back a moment after it was asked to. */
class Browser {
  readonly entries: unknown[] = [null];
  backs = 0;

  get state(): unknown {
    return this.entries.at(-1);
  }

  pushState(state: Where): void {
    this.entries.push(state);
  }

  back(): void {
    this.backs += 1;
  }
}

let browser: Browser;
let way: Way;
beforeEach(() => {
  browser = new Browser();
  way = new Way(browser);
});

function browserBack(): string | null {
  browser.entries.pop();
  return way.went();
}

test('every place one goes to is one entry of the history, and the one where one is none', () => {
  way.go({ section: 'now', fill: null });
  way.go({ section: 'people', fill: null });
  way.go({ section: 'people', fill: null });
  expect(browser.entries).toEqual([null, { section: 'people', fill: null }]);
  browserBack();
  expect(way.where).toEqual({ section: 'now', fill: null });
});

test('a reload stays where one is', () => {
  way.go({ section: 'links', fill: 'cards' });
  expect(new Way(browser).where).toEqual({ section: 'links', fill: 'cards' });
});

test('whoever comes back from what filled the page comes to what was pressed for it', () => {
  way.go({ section: 'links', fill: null });
  way.fill('cards', 'Print cards');
  expect(way.where).toEqual({ section: 'links', fill: 'cards' });
  expect(browserBack()).toBe('Print cards');
  expect(way.where).toEqual({ section: 'links', fill: null });
  expect(browserBack()).toBeNull();
});

test('back is asked for once, however often it is pressed, and not where nothing fills the page', () => {
  way.comeBack();
  expect(browser.backs).toBe(0);
  way.fill('plan', 'Plan of the day');
  way.comeBack();
  way.comeBack();
  expect(browser.backs).toBe(1);
  browserBack();
  way.fill('plan', 'Plan of the day');
  way.comeBack();
  expect(browser.backs).toBe(2);
});
