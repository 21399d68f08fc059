/** Two facilitators at the same café: who comes second reads what the other has done, and loses nothing. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Room, SIZES, type Device } from './room.ts';

let room: Room;
let desk: Desk;
let page: Page;
let pocket: Device;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(room, { title: 'Two desks', tables: 4, rounds: 2, minutes: 10 });
  ({ page } = desk.device);
  const { facilitate } = await desk.links();
  pocket = await room.device('second desk', 'laptop', room.here(facilitate), { wired: true });
  await pocket.page.getByRole('region', { name: 'Run the programme' }).waitFor();
  await desk.press(/^Open the doors/u);
  await pocket.page
    .getByRole('button', { name: 'Pause' })
    .or(named(pocket.page, '+2 min'))
    .first()
    .waitFor();
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

const named = (on: Page, name: string | RegExp) => on.getByRole('button', { name, exact: true });
const happened = (on: Page) => on.getByRole('list', { name: 'What happened' });
const section = (on: Page, name: string) =>
  on.getByRole('navigation', { name: 'Parts of this page' }).getByRole('button', { name });

test('minutes that both add are added once, and the second reads who was first', async () => {
  pocket.cable?.pull();
  await named(pocket.page, '+2 min').click();
  await desk.press(/^\+2 min$/u);
  await page.getByText('You added 2 minutes.').waitFor();
  pocket.cable?.plug();
  await pocket.page.getByText(/^Facilitator 2 did that already, at/u).waitFor();
  expect(
    await happened(page)
      .getByText(/added 2 minutes/u)
      .count(),
  ).toBe(1);
});

test('of two who close one table the second reads who did, and the first who opens it again', async () => {
  for (const one of [page, pocket.page]) {
    await section(one, 'Tables').click();
    await named(one, 'Close table 4').click();
  }
  for (const one of [page, pocket.page]) {
    await one.getByRole('dialog').getByRole('button', { name: 'Close table 4' }).click();
  }
  await page.getByText('You closed table 4.').waitFor();
  await pocket.page.getByText(/^Facilitator 2 did that already, at/u).waitFor();
  expect(await pocket.page.getByText('You closed table 4.').count()).toBe(0);

  await section(pocket.page, 'Now').click();
  await happened(pocket.page).getByRole('button', { name: 'Undo: closed table 4' }).click();
  await page.getByText('Facilitator 3 undid: closed table 4').first().waitFor();
  await pocket.page.getByText('Undone: closed table 4.').waitFor();
});

test('a question about a round keeps its round when the bell rings, and moves nobody in the next', async () => {
  await desk.fill(12);
  await desk.press(/^Begin/u);
  await desk.press(/^Seat everyone/u);
  await desk.press(/^Start/u);
  const [gus] = (await desk.pack()).people.filter(({ here }) => here);
  await pocket.page.setViewportSize(SIZES.phone);
  await section(pocket.page, 'People').click();
  await pocket.page.getByLabel('Find a name').fill(gus?.name ?? '');
  await named(pocket.page, new RegExp(`Move ${gus?.name ?? ''} to another table$`, 'u')).click();
  const dialog = pocket.page.getByRole('dialog');
  await dialog.getByRole('heading', { name: /sit in round\s1\?$/u }).waitFor();
  expect(await dialog.getByRole('button', { name: /^Table/u }).count()).toBe(4);
  await desk.press(/^Ring/u);
  await dialog.getByText(/^This was about round\s1\./u).waitFor();
  expect(await dialog.getByRole('heading').textContent()).toMatch(/round\s1\?$/u);
  expect(await dialog.getByRole('button', { name: /^Table/u }).count()).toBe(0);
  expect(await faults(pocket.page, 'a question of the round before, narrow')).toEqual([]);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
});

test('without network every page says so, and that its press waits, and hides nothing', async () => {
  const { page, context } = pocket;
  const away = page.getByText('No network. The café goes on; what you press is sent later.');
  const waits = page.getByText('Waiting for the network: Change the plan');
  await page.setViewportSize(SIZES.laptop);
  await section(page, 'Now').click();
  pocket.cable?.pull();
  await context.setOffline(true);
  await away.waitFor();
  const strip = await away.boundingBox();
  const title = await page.getByRole('heading', { name: 'Two desks' }).boundingBox();
  expect(strip?.y).toBeGreaterThan((title?.y ?? Infinity) + (title?.height ?? 0));
  await named(page, 'Change the plan …').click();
  await away.waitFor();
  await named(page, 'Put in').click();
  await named(page, 'Change the plan').click();
  await waits.waitFor();
  for (const size of ['phone', 'laptop'] as const) {
    await page.setViewportSize(SIZES[size]);
    expect(await faults(page, `the plan waits for the network, ${size}`)).toEqual([]);
  }
  await context.setOffline(false);
  pocket.cable?.plug();
  await named(page, 'Undo the change of the plan').waitFor();
  expect(await away.count()).toBe(0);
});

test('what waits to be said stands in its form when that is opened again, and is said', async () => {
  const { page, context } = pocket;
  const dialog = page.getByRole('dialog', { name: 'Change table 1' });
  pocket.cable?.pull();
  await context.setOffline(true);
  await named(page, 'Change …').click();
  await page.getByLabel('Title').fill('Two desks, one café');
  await named(page, 'Save').first().click();
  await page.getByLabel('Table', { exact: true }).selectOption('Table 1');
  await page.getByLabel('Its own question').fill('What for?');
  await named(page, 'Save').last().click();
  await page.getByText('Waiting for the network: About this café').waitFor();
  await page.getByText('Waiting for the network: Table 1').waitFor();
  await named(page, 'Back').click();

  await named(page, 'Change …').click();
  expect(await page.getByLabel('Title').inputValue()).toBe('Two desks, one café');
  await page.getByLabel('Table', { exact: true }).selectOption('Table 1');
  expect(await page.getByLabel('Its own question').inputValue()).toBe('What for?');
  for (const size of ['phone', 'laptop'] as const) {
    await page.setViewportSize(SIZES[size]);
    expect(await faults(page, `what is said waits for the network, ${size}`)).toEqual([]);
  }
  await named(page, 'Back').click();

  await section(page, 'Tables').click();
  await named(page, 'Change table 1').click();
  await dialog.getByLabel('Where it stands').fill('by the windows');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await named(page, 'Change table 1').click();
  expect(await dialog.getByLabel('Where it stands').inputValue()).toBe('by the windows');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await context.setOffline(false);
  pocket.cable?.plug();
  await desk.device.page.getByRole('heading', { name: 'Two desks, one café' }).waitFor();
  await happened(desk.device.page)
    .getByText(/changed table 1\b/u)
    .first()
    .waitFor();
});
