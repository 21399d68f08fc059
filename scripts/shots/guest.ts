/** What somebody with a phone does and reads. */
import type { Page } from 'playwright-core';
import type { Room } from './room.ts';

export class Guest {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the café by its code and fills in name and team; `join` is still to be pressed. */
  static async at(room: Room, code: string, name: string, team: string): Promise<Guest> {
    const page = await room.phone(`/c/${code}`);
    await page.getByLabel('Your first name').fill(name);
    await page.getByRole('radio', { name: team }).check();
    return new Guest(page);
  }

  async join(): Promise<void> {
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
  }

  /** Waits until the heading says this. */
  async reads(heading: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: heading }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  async press(button: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: button }).first().click();
  }

  /** Types at the end of the note that is open for writing. */
  async write(words: string): Promise<void> {
    await this.page.getByRole('textbox').first().pressSequentially(words);
  }
}

/** Those of a team who stay and host, and those who walk, told by what their phones say. */
export async function byRole(guests: readonly Guest[]): Promise<{ host: Guest; visitor: Guest }> {
  const hosting: Guest[] = [];
  const visiting: Guest[] = [];
  for (const guest of guests) {
    await guest.reads(/^Stay: you host$|^Walk to table/u);
    const title = await guest.page.getByRole('heading', { level: 1 }).innerText();
    (title.startsWith('Stay') ? hosting : visiting).push(guest);
  }
  const [host] = hosting;
  const [visitor] = visiting;
  if (host === undefined || visitor === undefined) {
    throw new Error('The team should both host and visit in the first round.');
  }
  return { host, visitor };
}
