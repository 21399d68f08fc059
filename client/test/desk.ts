import type { SmallCafe } from '@tablecloth/shared/sample';
import { smallCafe } from '@tablecloth/shared/sample';
import type { Founding } from '@tablecloth/shared/cafe';
import type { Links, MadeCafe } from '@tablecloth/shared/protocol';
import { expect } from 'vitest';
import type { Device, Room } from './room.ts';

/** What the whole café's pack says of notes; docs/protocol.md has the rest. */
export interface Pack {
  definition: { teams: { topic: string; story?: string; question: string }[] };
  people: {
    id: string;
    name: string;
    team: string | null;
    here: boolean;
    tables: (string | null)[];
    hosting: boolean[];
  }[];
  pages: {
    table: string;
    round: number;
    cards: { text: string; removed: boolean }[];
    late: { person: string; cards: { text: string }[]; additions: { text: string }[] }[];
  }[];
}

/** Where words stand: a page's id, with "later" behind it where they were added later. */
export function pagesWith({ pages }: Pack, words: string): string[] {
  return pages.flatMap(({ table, round, cards, late }) => {
    const id = `${table}.${String(round)}`;
    const later = late.flatMap((one) => [...one.cards, ...one.additions]);
    const hits = (list: { text: string }[], name: string) =>
      list.filter(({ text }) => text.includes(words)).map(() => name);
    return [...hits(cards, id), ...hits(later, `${id} later`)];
  });
}

/** A facilitator at a laptop, and what one presses there. */
export class Desk {
  readonly device: Device;
  readonly #room: Room;
  readonly #session: string;

  private constructor(room: Room, device: Device, session: string) {
    this.device = device;
    this.#room = room;
    this.#session = session;
  }

  /** Opens the sample in the page; `instead` is made in its place, for a quicker one. */
  static async openSample(room: Room, instead: Founding | null = null): Promise<Desk> {
    const device = await room.device('facilitator', 'laptop', '/');
    const { page } = device;
    if (instead !== null) {
      const made = { url: `${room.origin}/api/cafes`, postData: JSON.stringify(instead) };
      await page.route('**/api/cafes/sample', (route) => route.continue(made));
    }
    await page.getByRole('link', { name: 'Open the sample' }).click();
    await page.getByRole('region', { name: 'Run the programme' }).waitFor();
    const kept = await page.evaluate(() => localStorage.getItem('tablecloth.sessions'));
    const [own] = JSON.parse(kept ?? '[]') as { session: string }[];
    return new Desk(room, device, own?.session ?? '');
  }

  /** Makes a small café over the API, changed as wished, and opens its link in the page. */
  static async ofSmall(
    room: Room,
    wishes: SmallCafe,
    change: (founding: Founding) => Founding = (same) => same,
  ): Promise<Desk> {
    const response = await fetch(`${loopback(room)}/api/cafes`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change(smallCafe(wishes))),
    });
    expect(response.status).toBe(201);
    const { session, links } = (await response.json()) as MadeCafe;
    const device = await room.device('facilitator', 'laptop', room.here(links.facilitate));
    await device.page.getByRole('region', { name: 'Run the programme' }).waitFor();
    return new Desk(room, device, session);
  }

  links(): Promise<Links> {
    return this.#get('/api/cafe/links');
  }

  pack(): Promise<Pack> {
    return this.#get('/api/cafe/pack.json');
  }

  async teamNotes(team: string): Promise<string> {
    return (await this.#ask(`/api/team/pack.md?team=${team}`)).text();
  }

  /** Presses of the programme rest for a moment after each step, so that a double tap does one thing. */
  async press(label: RegExp): Promise<void> {
    await this.device.page
      .getByRole('region', { name: 'Run the programme' })
      .locator('button:not([aria-disabled="true"])')
      .filter({ hasText: label })
      .click();
  }

  /** The one press that leads to the next step, whatever it is called now. */
  async next(): Promise<void> {
    await this.press(/^(?:Open the doors|Begin|Seat everyone|Start|Send everyone|Ring)/u);
  }

  async close(): Promise<void> {
    await this.press(/^Close the café/u);
    const question = this.device.page.getByRole('dialog');
    await question
      .locator('button:not([aria-disabled="true"])')
      .filter({ hasText: 'Close the café' })
      .click();
    await this.device.page.getByText('The café is closed').first().waitFor();
  }

  async show(section: 'Now' | 'People' | 'Tables' | 'Notes' | 'Panel' | 'Links'): Promise<void> {
    await this.device.page
      .getByRole('navigation', { name: 'Parts of this page' })
      .getByRole('button', { name: section })
      .click();
  }

  async fill(count: number): Promise<void> {
    const { page } = this.device;
    await this.show('People');
    await page.locator('summary', { hasText: 'Fill with simulated people' }).click();
    await page.getByLabel('How many').selectOption(String(count));
    await page.getByRole('button', { name: 'Fill with simulated people' }).click();
    await page.getByText(/simulated people joined/u).waitFor();
    await this.show('Now');
  }

  /** Unfolds a person's row among the people and presses one of its buttons. */
  async forPerson(name: string, team: string, button: string): Promise<void> {
    const { page } = this.device;
    await this.show('People');
    await page.getByLabel('Find a name').fill(name);
    const row = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: team }) })
      .getByRole('listitem')
      .filter({ hasText: name });
    const who = row.locator('[aria-expanded]');
    if ((await who.getAttribute('aria-expanded')) === 'false') await who.click();
    await row.getByRole('button', { name: button, exact: true }).click();
    await this.show('Now');
  }

  async #get<T>(path: string): Promise<T> {
    return (await (await this.#ask(path)).json()) as T;
  }

  async #ask(path: string): Promise<Response> {
    const response = await fetch(loopback(this.#room) + path, {
      headers: { authorization: `Bearer ${this.#session}` },
    });
    expect(response.status).toBe(200);
    return response;
  }
}

function loopback(room: Room): string {
  return room.server.url;
}
