/** Hosting goes from phone to phone at a table, and a facilitator sees who has it. */
import type { Founding } from '@tablecloth/shared/cafe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk, pagesWith } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { Room, SIZES } from './room.ts';

const SOON = { timeout: 1_000 };

function hosted({ definition, people }: Founding): Founding {
  return {
    people,
    definition: {
      ...definition,
      hostsPerTable: 1,
      teams: definition.tables.map(({ id, number }) => ({
        ...{ id: `team${String(number)}`, name: number === 1 ? 'Anchor' : 'Bridge' },
        ...{ topic: '', question: '', homeTable: id },
      })),
    },
  };
}

let room: Room;
let desk: Desk;
let host: Guest;
let visitor: Guest;
const guests: Guest[] = [];

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(room, { title: 'Tea', tables: 2, rounds: 2, minutes: 10 }, hosted);
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  for (const [name, team] of [
    ['Ada', 'Anchor'],
    ['Amir', 'Anchor'],
    ['Bea', 'Bridge'],
    ['Bo', 'Bridge'],
  ] as const) {
    const guest = new Guest(await room.device(name, 'phone', `/c/${code}`));
    await guest.join(name, team);
    await guest.reads(`You are in, ${name}.`);
    guests.push(guest);
  }
  await desk.next();
  await desk.next();
  await desk.next();
  const isHosting = async ({ page }: Guest) => page.getByText('You’re hosting').isVisible();
  const tables = new Map<number, { host?: Guest; visitor?: Guest }>();
  for (const guest of guests) {
    await guest.page.getByText(/^You’re (?:hosting|visiting)/u).waitFor();
    const table = tables.get(await guest.table()) ?? {};
    tables.set(await guest.table(), table);
    if (await isHosting(guest)) table.host = guest;
    else table.visitor = guest;
  }
  const full = [...tables.values()].find(
    (one) => one.host !== undefined && one.visitor !== undefined,
  );
  if (full?.host === undefined || full.visitor === undefined) throw new Error('no table has both');
  [host, visitor] = [full.host, full.visitor];
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

test('a host hands over by name, and both phones say so at once', async () => {
  expect(await visitor.page.getByRole('button', { name: 'I’ll host now' }).count()).toBe(0);
  await host.page.getByRole('button', { name: 'Hand over …' }).click();
  expect(await faults(host.page, 'hand over')).toEqual([]);
  await host.page.getByRole('button', { name: /^Hand over to /u }).click();
  await visitor.page.getByText('You’re hosting').waitFor(SOON);
  await visitor.page.getByRole('status').getByText('You host now.').waitFor(SOON);
  await host.page.getByText('You’re visiting').waitFor(SOON);
  await desk.device.page
    .getByText(/hosts table \d/u)
    .first()
    .waitFor(SOON);
});

test('at the own team’s table one tap takes it back, and gives it up', async () => {
  await host.page.getByRole('button', { name: 'I’ll host now' }).click();
  await host.page.getByText('You’re hosting').waitFor(SOON);
  await host.page.getByRole('button', { name: 'Hand over …' }).click();
  await host.page.getByRole('button', { name: 'I’m not hosting any more' }).click();
  await host.page.getByText('You’re visiting').waitFor(SOON);
  await visitor.page.getByText('You’re hosting').waitFor(SOON);
});

test('a note that names somebody is removed for good by the host, and the list says where', async () => {
  const { page } = visitor;
  await visitor.openComposer();
  await visitor.type('Mrs Appleyard');
  await visitor.isSaved();
  await page.getByRole('button', { name: 'Another note' }).click();
  await visitor.type('The library is warm');
  await visitor.isSaved();
  await sees(host.page, 'Mrs Appleyard');
  await page.getByRole('button', { name: 'Remove: Note 1' }).click();
  await page.getByRole('button', { name: 'Remove for good …' }).click();
  expect(await faults(page, 'remove for good')).toEqual([]);
  await page.getByRole('button', { name: 'Remove for good', exact: true }).click();
  await page.getByRole('button', { name: 'Remove for good …' }).waitFor({ state: 'hidden' });
  await desk.device.page
    .getByText(/removed a note of table \d for good/u)
    .first()
    .waitFor(SOON);
  // Whoever goes on typing on the page does so on the new one.
  await visitor.type(', and open');
  await sees(host.page, 'The library is warm, and open');
  await visitor.isSaved();
  expect(await host.page.getByRole('button', { name: /^Remove: / }).count()).toBe(1);
  expect(JSON.stringify(await desk.pack())).not.toContain('Appleyard');
});

test('a note that somebody removes leaves its writer’s box, and what is typed then is a new one', async () => {
  const told = visitor.page.getByText('Somebody removed your note. This is a new one.');
  await host.page.getByRole('button', { name: 'Remove: Note 1' }).click();
  await told.waitFor(SOON);
  expect(await visitor.composer.inputValue()).toBe('');
  expect(await faults(visitor.page, 'a note removed by somebody else')).toEqual([]);
  await visitor.type('It has chairs');
  await visitor.isSaved();
  await sees(host.page, 'It has chairs');
  await told.waitFor();
  await host.page.getByRole('button', { name: 'Undo' }).click();
  await sees(visitor.page, 'The library is warm, and open');
  await told.waitFor({ state: 'hidden' });
  expect(await visitor.composer.inputValue()).toBe('It has chairs');
});

test('a note that somebody removes while it is changed in the list goes on in the box', async () => {
  const { page } = visitor;
  await page.getByRole('button', { name: 'Another note' }).click();
  const note = page.getByRole('textbox', { name: 'Note 2' });
  await note.press('End');
  await note.pressSequentially(' and');
  await sees(host.page, 'It has chairs and');
  await host.page.getByRole('button', { name: 'Remove: Note 2' }).click();
  await page.getByText('Somebody removed your note. This is a new one.').waitFor(SOON);
  // The box has the focus: whoever goes on typing does so in it.
  await page.keyboard.type('It has tables');
  await visitor.isSaved();
  expect(await visitor.composer.inputValue()).toBe('It has tables');
  await sees(host.page, 'It has tables');
});

test('at the desk Notes opens on a page with notes, and counts those that come', async () => {
  const { page } = desk.device;
  await desk.show('Notes');
  const chosen = page.getByLabel('Table', { exact: true }).locator('option:checked');
  await chosen.filter({ hasText: '2 notes' }).waitFor({ state: 'attached' });
  await visitor.page.getByRole('button', { name: 'Another note' }).click();
  await visitor.type('And dry');
  await chosen.filter({ hasText: '3 notes' }).waitFor({ state: 'attached' });
  await visitor.composer.blur();
});

test('who types as a visitor and is handed the table goes on as its host', async () => {
  const { page } = host;
  await host.openComposer();
  await host.type('Open at');
  await host.isSaved();
  await visitor.page.getByRole('button', { name: 'Hand over …' }).click();
  await visitor.page.getByRole('button', { name: /^Hand over to / }).click();
  await page.getByText('You’re hosting').waitFor(SOON);
  await host.type(' eight');
  await host.isSaved();
  expect(await page.getByText('You’re hosting').isVisible()).toBe(true);
  await page.getByRole('button', { name: 'For the next group: Note 1', pressed: false }).click();
  await page.getByRole('button', { name: 'For the next group: Note 1', pressed: true }).waitFor();
});

test('walking with a phone: a dot at the numbers where nothing is written, and a tap leads there', async () => {
  const { page } = desk.device;
  await page.setViewportSize(SIZES.phone);
  await desk.show('Tables');
  const silent = page.getByRole('button', {
    name: /^Show table \d, fewer than three people and nothing written yet$/u,
  });
  await silent.waitFor(SOON);
  await page.getByText('1 table has nothing written yet').waitFor();
  await page.getByText('2 tables have a hint').waitFor();
  const written = page.getByRole('button', { name: /^Show table \d, fewer than three people$/u });
  expect(await written.count()).toBe(1);
  expect(await faults(page, 'tables on a phone')).toEqual([]);
  const { width, height } = (await silent.boundingBox()) ?? { width: 0, height: 0 };
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(44);
  await page.getByRole('checkbox', { name: 'Only tables with a hint' }).check();
  await silent.click();
  const tile = page.locator('li:focus');
  await tile.getByText('nothing written yet').waitFor();
  const isSeen = await tile.evaluate((one) => {
    const { left, top } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + 20, top + 20));
  });
  expect(isSeen).toBe(true);
});

test('on the way “I’m here” is in sight, with what was left for whoever hosts next beneath', async () => {
  await desk.show('Now');
  await host.composer.blur();
  const library = visitor.page.locator('[data-words^="The library"] textarea');
  await library.focus();
  await library.press('End');
  await library.pressSequentially(' until');
  await desk.next();
  const next = await Promise.any(
    guests.map(async ({ page }) => {
      await page.getByRole('region', { name: /^You host now\. / }).waitFor();
      return page;
    }),
  );
  // The sentence that was finished after the bell is read whole.
  await library.pressSequentially(' noon');
  await expect.poll(async () => pagesWith(await desk.pack(), 'until noon')).toHaveLength(1);
  await desk.next();
  await sees(next, 'The library is warm, and open until noon');
  await library.blur();
  await next.getByRole('button', { name: 'Hand over …' }).click();
  await next.getByRole('button', { name: /^Hand over to / }).click();
  const page = await Promise.any(
    guests.map(async ({ page }) => {
      await page.getByRole('status').getByText('You host now.').waitFor();
      return page;
    }),
  );
  const here = page.getByRole('button', { name: 'I’m here' });
  const left = page.getByRole('region', { name: /^You host now\. / });
  await left.waitFor();
  const [button, card] = await Promise.all([here.boundingBox(), left.boundingBox()]);
  const end = (button?.y ?? Infinity) + (button?.height ?? 0);
  expect(end).toBeLessThanOrEqual(SIZES.phone.height);
  expect(end).toBeLessThanOrEqual(card?.y ?? 0);
  expect(await faults(page, 'on the way to host')).toEqual([]);
});
