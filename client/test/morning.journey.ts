/**
 * The sample morning in real browsers: a facilitator, a screen, six phones and simulated people.
 * Once on loopback, once on plain http without a secure context.
 */
import { sampleCafe } from '@tablecloth/shared/sample';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { frameHolds, Room, type Device } from './room.ts';

const sample = sampleCafe(null);
const teamName = (id: string | null) =>
  sample.definition.teams.find((team) => team.id === id)?.name ?? '';

/** The n-th listed person of a team; the first two host its table in round 1. */
function member(team: string, index: number): { name: string; team: string } {
  const person = sample.people.filter((one) => one.team === team)[index];
  if (person === undefined) throw new Error(`No person ${String(index)} in ${team}`);
  return { name: person.name, team: teamName(team) };
}

describe.each(['loopback', 'plain http'] as const)('a whole morning on %s', (kind) => {
  let room: Room;
  let desk: Device;
  let screen: Device;
  const phones: Device[] = [];
  let session = '';

  beforeAll(async () => {
    room = await Room.open(kind);
  });
  afterAll(() => room.close());

  // Presses rest for a moment after each step, so that a double tap does one thing.
  const press = (name: RegExp, within: Page | Locator = desk.page) =>
    within
      .locator('button:enabled:not([aria-disabled="true"])')
      .filter({ hasText: name, visible: true })
      .first()
      .click();
  const everywhere = () => [screen, ...phones];

  async function api<T>(path: string): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${String(room.server.port)}${path}`, {
      headers: { authorization: `Bearer ${session}` },
    });
    expect(response.status).toBe(200);
    return (await response.json()) as T;
  }

  async function join(page: Page, who: { name: string; team: string }): Promise<void> {
    await page.getByLabel('Your first name').fill(who.name);
    await page.getByRole('radio', { name: who.team }).check();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByText(`You are in, ${who.name}.`).waitFor();
  }

  async function change(page: Page, table: number): Promise<void> {
    await page.getByRole('button', { name: 'Change' }).click();
    await page
      .getByRole('button', { name: new RegExp(`^(I sit at )?table ${String(table)}\\b`, 'iu') })
      .click();
    await page.getByText(`Walk to table ${String(table)}`).waitFor();
  }

  const heading = (page: Page, text: string | RegExp): Locator =>
    page.getByText(text).locator('visible=true').first();

  test('the sample is opened, the doors too, and people come', async () => {
    desk = await room.device('facilitator', 'laptop', '/');
    expect(await desk.page.evaluate(() => isSecureContext)).toBe(kind === 'loopback');
    await desk.page.getByRole('link', { name: 'Open the sample' }).click();
    await press(/^Open the doors/u);
    await heading(desk.page, 'Doors and coffee').waitFor();
    const kept = await desk.page.evaluate(() => localStorage.getItem('tablecloth.sessions'));
    session = (JSON.parse(kept ?? '[]') as { session: string }[])[0]?.session ?? '';
    const links = await api<{ join: string; screen: string; code: string }>('/api/cafe/links');

    screen = await room.device('screen', 'screen', room.here(links.screen));
    await screen.page.getByText(links.code).waitFor();
    const arrivals = [
      member('team7', 0),
      member('team7', 1),
      member('team1', 4),
      member('team2', 4),
      member('team3', 4),
      member('team4', 4),
    ];
    for (const [i, who] of arrivals.entries()) {
      const clockOffMs = i === 5 ? 600_000 : 0;
      // Half of them scan, half type the code.
      const path = i % 2 === 0 ? room.here(links.join) : '/';
      const phone = await room.device(`phone ${String(i + 1)}`, 'phone', path, { clockOffMs });
      if (i % 2 === 1) {
        await phone.page.getByLabel('Café code').fill(links.code.toLowerCase());
        await phone.page.getByRole('button', { name: 'Go in' }).click();
      }
      await join(phone.page, who);
      phones.push(phone);
    }
    await desk.page.getByText('People', { exact: true }).first().click();
    await desk.page.locator('summary', { hasText: /simulated/iu }).click();
    await desk.page.getByRole('button', { name: /simulated/iu }).click();
    await screen.page.getByText(/\d\d people are here/u).waitFor();
    await desk.page.getByText('Now', { exact: true }).first().click();
  });

  test('the welcome puts the phones away, and everyone is seated by one press', async () => {
    await press(/^Begin Welcome/u);
    for (const { page } of phones) await page.getByText('Please put your phone down').waitFor();
    await press(/^Seat everyone \(\d+\)/u);
    await heading(screen.page, 'Find your table').waitFor();
    for (const { page } of phones) {
      await page
        .getByText(/Walk to table \d+|Stay: you host/u)
        .first()
        .waitFor();
    }
  });

  test('two choose table 7 by Change, and two stay elsewhere', async () => {
    const [, , third, fourth, fifth, sixth] = phones;
    for (const phone of [third, fourth]) {
      const seat = await phone?.page.getByText(/Walk to table \d+/u).innerText();
      if (phone !== undefined && seat !== 'Walk to table 7') await change(phone.page, 7);
    }
    for (const [phone, table] of [
      [fifth, 12],
      [sixth, 13],
    ] as const) {
      const seat = await phone?.page.getByText(/Walk to table \d+/u).innerText();
      if (phone !== undefined && seat === 'Walk to table 7') await change(phone.page, table);
    }
  });

  test('all displays show the same second within half a second of each other', async () => {
    const shown = await screen.page
      .getByText(/^\d:\d\d$/u)
      .first()
      .innerText();
    const [minutes = 0, seconds = 0] = shown.split(':').map(Number);
    const target = minutes * 60 + seconds - 3;
    const text = `${String(Math.floor(target / 60))}:${String(target % 60).padStart(2, '0')}`;
    const moments = await Promise.all(
      everywhere().map(async ({ page }) => {
        await page.waitForFunction((wanted) => document.body.innerText.includes(wanted), text, {
          polling: 'raf',
        });
        return performance.now();
      }),
    );
    const apart = Math.max(...moments) - Math.min(...moments);
    expect(apart).toBeLessThan(500);
  });

  const words = `Lanterns by the library door, said on ${kind}`;

  test('what one types at table 7 stands at the other three within a second, and nowhere else', async () => {
    await press(/^Start round 1/u);
    const [host, second, third, fourth, ...elsewhere] = phones;
    if (host === undefined) throw new Error('nobody came');
    await host.page.getByText('You’re hosting').waitFor();
    for (const phone of [third, fourth]) {
      await phone?.page.getByRole('button', { name: 'Add a note' }).click();
    }
    const composer = host.page.getByRole('textbox').first();
    await composer.click();
    // Pasted in one piece but for the last letter, which is the one that is timed.
    await host.page.keyboard.insertText(words.slice(0, -1));
    const before = performance.now();
    await composer.press(words.slice(-1));
    const seen = await Promise.all(
      [second, third, fourth].map(async (phone) => {
        await phone?.page.waitForFunction(
          (wanted) =>
            document.body.innerText.includes(wanted) ||
            [...document.querySelectorAll('textarea')].some(({ value }) => value.includes(wanted)),
          words,
          { polling: 'raf' },
        );
        return performance.now() - before;
      }),
    );
    expect(Math.max(...seen)).toBeLessThan(1_000);
    await host.page.getByText('Saved').first().waitFor();
    for (const { frames } of [second, third, fourth].filter((one) => one !== undefined)) {
      expect(frames.some((frame) => frameHolds(frame, 'library door'))).toBe(true);
    }
    for (const { frames } of [...elsewhere, screen]) {
      expect(frames.length).toBeGreaterThan(0);
      expect(frames.some((frame) => frameHolds(frame, 'library door'))).toBe(false);
    }
  });

  test('every other step is reached on screen and phones', async () => {
    const walk = /Walk to table|Stay: you host/u;
    const home = /Back to your own table/u;
    const steps: [press: RegExp, screen: string | RegExp, phone: string | RegExp][] = [
      [/^Ring the bell/u, 'Finish your sentence', /Finish your sentence|Walk to table/u],
      [/^Send everyone/u, 'Find your table', walk],
      [/^Start round 2/u, 'Round 2', /Round 2/u],
      [/^Ring the bell/u, 'Finish your sentence', /Finish your sentence|Walk to table/u],
      [/^Send everyone/u, 'Find your table', walk],
      [/^Start round 3/u, 'Round 3', /Round 3/u],
      [/^Ring the bell/u, 'Finish your sentence', /Finish your sentence|own table/u],
      [/^Begin Coffee/u, /Coffee until/u, /Break until/u],
      [/^Start the home round/u, home, home],
      [/^Ring the bell/u, /one thing you would ask/u, 'Listen to the panel'],
      [/^Begin Feedback/u, /Feedback/u, 'Tell us how it was'],
    ];
    for (const [button, onScreen, onPhone] of steps) {
      await press(button);
      await heading(screen.page, onScreen).waitFor();
      for (const { page } of phones) await heading(page, onPhone).waitFor();
    }
    await press(/^Close the café/u);
    await desk.page.getByRole('dialog').waitFor();
    await press(/^Close the café$/u, desk.page.getByRole('dialog'));
    await heading(screen.page, 'Thank you. Your notes are on your phone now.').waitFor();
    for (const { page } of phones) await heading(page, 'Thank you. Your notes are here.').waitFor();
  });

  test('the notes hold every word under the right team and round', async () => {
    interface Pack {
      pages: { table: string; round: number; cards: { text: string }[] }[];
    }
    const whole = await api<Pack>('/api/cafe/pack.json');
    const holding = whole.pages.filter(({ cards }) => cards.some(({ text }) => text === words));
    expect(holding.map(({ table, round }) => ({ table, round }))).toEqual([
      { table: 't7', round: 1 },
    ]);
    const team = await fetch(
      `http://127.0.0.1:${String(room.server.port)}/api/team/pack.md?team=team7`,
      { headers: { authorization: `Bearer ${session}` } },
    );
    expect(await team.text()).toContain('Lanterns by the library door');
  });

  test('nothing was asked of another origin and nothing complained', () => {
    expect(room.complaints).toEqual([]);
  });
});
