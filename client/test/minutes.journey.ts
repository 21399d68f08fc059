/** Minutes of steps to come: won back where the day is late, changed one by one, and given back. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room, type Device } from './room.ts';

const SECOND = 1_000;

let room: Room;
let desk: Desk;
let pocket: Device;
let phone: Device;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.openSample(room);
  const links = await desk.links();
  pocket = await room.device('second facilitator', 'phone', room.here(links.facilitate));
  await desk.press(/^Open the doors/u);
  phone = await room.device('visitor', 'phone', `/c/${links.code}`);
  const guest = new Guest(phone);
  await guest.join('Noor', 'Cedar Ward');
  await guest.reads('You are in, Noor.');
  // A speech before everything begins: three times two minutes more.
  for (const time of [1, 2, 3]) {
    await desk.press(/^\+2 min/u);
    await desk.device.page
      .getByText(`added 2 minutes`)
      .nth(time - 1)
      .waitFor();
  }
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

const plan = (page: Page) => page.getByRole('region', { name: 'Plan of the day' });
const coffee = (page: Page, minutes: number) =>
  plan(page)
    .getByRole('button', { name: `${String(minutes)} min for Coffee. Change it` })
    .first();

test('six minutes are won back from the coffee, shown before they are taken', async () => {
  const { page } = desk.device;
  await page.getByRole('button', { name: 'Win back 6 minutes' }).click();
  const question = page.getByRole('dialog');
  await question.getByText(/: 14 instead of 20 minutes$/u).waitFor();
  await question.getByText(/^The café then ends at /u).waitFor();
  expect(await faults(page, 'winning minutes back')).toEqual([]);
  await question.getByRole('button', { name: 'Change it' }).click();
  await page.getByText(/^ends .+, as planned$/u).waitFor();
  await coffee(pocket.page, 14).waitFor({ timeout: SECOND });
  await expect
    .poll(() => phone.frames.some((frame) => frame.includes('"kind":"break","minutes":14')), {
      timeout: SECOND,
    })
    .toBe(true);
});

test('undone from the other facilitator’s phone, everything is as late as before', async () => {
  const { page } = pocket;
  expect(await faults(page, 'plan, narrow')).toEqual([]);
  await page.getByRole('button', { name: 'Undo the change of minutes' }).click();
  await coffee(page, 20).waitFor({ timeout: SECOND });
  await desk.device.page.getByRole('button', { name: 'Win back 6 minutes' }).waitFor();
  await desk.device.page
    .getByText(/undid: changed minutes/u)
    .first()
    .waitFor();
});

test('one step to come is made longer by hand, with the end it leads to', async () => {
  const { page } = pocket;
  await coffee(page, 20).click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: '5 minutes more' }).click();
  await question.getByText('25 min', { exact: true }).waitFor();
  expect(await faults(page, 'how long, narrow')).toEqual([]);
  await question.getByRole('button', { name: 'Change it' }).click();
  await coffee(desk.device.page, 25).waitFor({ timeout: SECOND });
  await desk.device.page.getByRole('button', { name: 'Win back 11 minutes' }).waitFor();
});

test('minutes that were added are said with the step, in its plan and when they are changed', async () => {
  const { page } = desk.device;
  const doors = (minutes: number) =>
    plan(page).getByRole('button', {
      name: `${String(minutes)} min for Doors and coffee. Change it`,
    });
  await page.getByRole('button', { name: 'Change the plan …' }).click();
  await page.getByText('Doors and coffee 36 min').waitFor();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await doors(36).click();
  const question = page.getByRole('dialog');
  await question.getByRole('button', { name: '1 minute less' }).click();
  await question.getByText('35 min', { exact: true }).waitFor();
  await question.getByRole('button', { name: 'Change it' }).click();
  await page.getByText('You changed minutes: Doors and coffee: 35 minutes.').waitFor();
  await doors(35).waitFor();
  await page.getByRole('button', { name: 'Win back 10 minutes' }).waitFor();
  await page.getByRole('button', { name: 'Undo the change of minutes' }).click();
  await doors(36).waitFor();
});
