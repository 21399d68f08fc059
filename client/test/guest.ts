import type { Locator, Page } from 'playwright-core';
import type { Device } from './room.ts';

/** Somebody with a phone: what they do and read. */
export class Guest {
  readonly device: Device;

  constructor(device: Device) {
    this.device = device;
  }

  get page(): Page {
    return this.device.page;
  }

  /** The box in which one writes a new note. */
  get composer(): Locator {
    return this.page.getByRole('textbox', {
      name: /One thing (?:this team|others) should hear|What do you hear|Our next step/u,
    });
  }

  /** The status under the box: "✓ Saved", "Kept on this phone …", or nothing while on its way. */
  get status(): Locator {
    return this.page.locator('.composer .status');
  }

  async typeCode(code: string): Promise<void> {
    await this.page.getByLabel('Café code').fill(code);
    await this.page.getByRole('button', { name: 'Go in' }).click();
  }

  /** `team` is empty where the café has none. */
  async join(name: string, team = ''): Promise<void> {
    await this.page.getByLabel('Your first name').fill(name);
    if (team !== '') await this.#choose(team);
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
  }

  /** Once one is chosen, the others of a long list are a tap away. */
  async #choose(team: string): Promise<void> {
    const own = this.page.getByRole('radio', { name: team });
    const others = this.page.getByRole('button', { name: 'Another team' });
    await own.or(others).first().waitFor();
    if ((await own.count()) === 0) await others.click();
    await own.check();
  }

  async reads(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  /** The number of the table whose sign is shown. */
  async table(): Promise<number> {
    const sign = this.page.getByRole('img', { name: /^Table \d+, / }).first();
    const [, number] = /^Table (\d+)/u.exec((await sign.getAttribute('aria-label')) ?? '') ?? [];
    return Number(number);
  }

  /** "Not going to 3? Change": sits down at a table. */
  async change(table: number): Promise<void> {
    await this.page.getByRole('button', { name: 'Change' }).click();
    await this.page
      .getByRole('button', { name: new RegExp(`^I sit at table ${String(table)}:`, 'u') })
      .click();
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    await this.page
      .getByRole('img', { name: new RegExp(`^Table ${String(table)}, `, 'u') })
      .first()
      .waitFor();
  }

  async openComposer(): Promise<void> {
    const add = this.page.getByRole('button', { name: 'Add a note' });
    await this.composer.or(add).waitFor();
    if (await add.isVisible()) await add.click();
    await this.composer.waitFor();
  }

  /** Types at the end of what stands in the box, key by key. */
  async type(words: string): Promise<void> {
    await this.composer.focus();
    await this.composer.pressSequentially(words);
  }

  async isSaved(): Promise<void> {
    await this.status.filter({ hasText: 'Saved' }).waitFor();
  }

  /** Removes the note with these words from the list, in which others' notes may come first. */
  async remove(words: string): Promise<void> {
    await sees(this.page, words);
    const label = await this.page
      .locator('li textarea')
      .evaluateAll(
        (boxes, wanted) =>
          (boxes as HTMLTextAreaElement[])
            .find(({ value }) => value === wanted)
            ?.getAttribute('aria-label') ?? '',
        words,
      );
    await this.page.getByRole('button', { name: `Remove: ${label}`, exact: true }).click();
  }
}

/** Waits until words can be read on a page, also inside a box that can be edited. */
export async function sees(page: Page, words: string): Promise<void> {
  await page.waitForFunction(isRead, words, { polling: 'raf' });
}

/** Whether words can be read on a page now, also inside a box that can be edited. */
export function isSeen(page: Page, words: string): Promise<boolean> {
  return page.evaluate(isRead, words);
}

function isRead(words: string): boolean {
  return (
    document.body.innerText.includes(words) ||
    [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(words))
  );
}
