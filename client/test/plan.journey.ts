/** The plan of the day and what is said about the café, changed at a laptop and on a phone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room, SIZES, type Device } from './room.ts';

const SECOND = 1_000;

let room: Room;
let desk: Desk;
let pocket: Device;
let phone: Device;
let screen: Device;

beforeAll(async () => {
  room = await Room.open('plain http');
  desk = await Desk.ofSmall(room, { title: 'Tea', tables: 4, rounds: 2, minutes: 10 });
  const links = await desk.links();
  pocket = await room.device('second facilitator', 'phone', room.here(links.facilitate));
  screen = await room.device('screen', 'screen', room.here(links.screen));
  await desk.press(/^Open the doors/u);
  phone = await room.device('visitor', 'phone', `/c/${links.code}`);
  const guest = new Guest(phone);
  await guest.join('Noor', '');
  await guest.reads('You are in, Noor.');
  await desk.fill(12);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const plan = (page: Page) => page.getByRole('region', { name: 'Plan of the day' });
const saw = (device: Device, words: string) =>
  expect
    .poll(() => device.frames.some((frame) => frame.includes(words)), { timeout: SECOND })
    .toBe(true);

test('before the rounds a break is put in, moved by keyboard, and shown with its end', async () => {
  const { page } = desk.device;
  await named(page, 'Change the plan …').click();
  await page.getByRole('heading', { name: 'Change the plan of the day' }).waitFor();
  await page.getByLabel('Put something in').selectOption('break');
  await named(page, 'Put in').click();
  expect(await faults(page, 'plan editor, wide')).toEqual([]);
  await named(page, 'Coffee: earlier').focus();
  await page.keyboard.press('Enter');
  await page.getByText('Coffee is now number 4 of 6.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Coffee: earlier',
  );
  await page.getByText(/^Would end .+, planned /u).waitFor();
  await named(page, 'Change the plan').click();
  await plan(page).getByText('Coffee', { exact: true }).waitFor();
  await plan(pocket.page).getByText('Coffee', { exact: true }).waitFor({ timeout: SECOND });
  await saw(phone, '"kind":"break"');
  await saw(screen, '"kind":"break"');
  await page.getByText(/^Facilitator 2 changed the plan of the day \(15 minutes more\)/u).waitFor();
});

test('undone from a phone, everything is as before', async () => {
  await named(pocket.page, 'Undo the change of the plan').click();
  await plan(desk.device.page)
    .getByText('Coffee', { exact: true })
    .waitFor({ state: 'detached', timeout: SECOND });
});

test('a draft is dropped only by who says so, however they leave it', async () => {
  for (const [{ page }, size] of [
    [desk.device, 'wide'],
    [pocket, 'narrow'],
  ] as const) {
    const question = page.getByRole('dialog', { name: 'Drop your changes to the plan?' });
    const open = named(page, 'Change the plan …');
    await open.click();
    await named(page, 'Back').click();
    await open.click();
    await page.goBack();
    await open.click();
    await named(page, 'Take out: Round 2').click();
    await named(page, 'Back').click();
    await question.waitFor();
    expect(await faults(page, `draft to be dropped, ${size}`)).toEqual([]);
    await named(page, 'Keep changing').click();
    await question.waitFor({ state: 'hidden' });
    const browserAsks = page.waitForEvent('dialog');
    // Later, or nobody would be here to answer.
    await page.evaluate(() => {
      setTimeout(() => {
        window.location.reload();
      });
    });
    const asked = await browserAsks;
    expect(asked.type()).toBe('beforeunload');
    await asked.dismiss();
    for (const way of ['keep', 'drop'] as const) {
      await page.evaluate(() => {
        window.history.back();
      });
      await question.waitFor();
      if (way === 'keep') await page.keyboard.press('Escape');
      else await named(page, 'Drop them').click();
      await question.waitFor({ state: 'hidden' });
      if (way === 'keep') await page.getByText('Round 2 is taken out.').waitFor();
    }
    await open.click();
    await named(page, 'No changes yet').waitFor();
    await named(page, 'Take out: Round 2').waitFor();
    await named(page, 'Back').click();
    await open.waitFor();
  }
});

test('in round 1 another round is put in on a phone, with a question and tables for all', async () => {
  const { page } = pocket;
  await desk.press(/^Begin/u);
  await desk.press(/^Seat everyone/u);
  await desk.press(/^Start round\s1/u);
  await named(page, 'Change the plan …').click();
  await page.getByText('runs now').waitFor();
  expect(await named(page, 'Take out: Round 1').getAttribute('aria-disabled')).toBe('true');
  await named(page, 'Put in').click();
  await named(page, 'Details: Round 3').click();
  await page.getByLabel('Question of this round').fill('What will you try on Tuesday?');
  await page.getByLabel('Minutes of part 1').fill('soon');
  await page.getByText('Please type minutes from 1 to 600.').waitFor();
  expect(await faults(page, 'plan editor, narrow')).toEqual([]);
  await page.getByLabel('Minutes of part 1').fill('8');
  await page.getByText(/^Round\s3 is new and gets its tables/u).waitFor();
  await named(page, 'Change the plan').click();
  await plan(page).getByText('Round 3', { exact: true }).waitFor();
  await saw(phone, 'What will you try on Tuesday?');
  await page.getByText(/^Facilitator \d changed .*\(1 round more, \d+ minutes more\)/u).waitFor();
});

test('a draft is laid on a plan that somebody has changed meanwhile, and looked at again', async () => {
  const { page } = desk.device;
  const question = page.getByRole('dialog', { name: 'Go on from the plan as it is now?' });
  const goOn = named(page, 'Go on from the plan as it is now …');
  await named(page, 'Change the plan …').click();
  await page.getByLabel('Put something in').selectOption('break');
  await named(page, 'Put in').click();
  await named(pocket.page, 'Undo the change of the plan').click();
  await page.getByText('Somebody has changed the plan meanwhile.').waitFor({ timeout: SECOND });
  await goOn.click();
  await question.getByText('Round 3 taken out').waitFor();
  await question.getByText('Coffee put in').waitFor();
  expect(await question.getByText('to be made again').count()).toBe(0);
  for (const size of ['laptop', 'phone', 'laptop'] as const) {
    await page.setViewportSize(SIZES[size]);
    expect(await faults(page, `draft laid on another plan, ${size}`)).toEqual([]);
  }
  await named(page, 'Go on').click();
  await named(page, 'Take out: Coffee').waitFor();
  expect(await named(page, 'Take out: Round 3').count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent.trim()))
    .toBe('Change the plan');
  await named(page, 'Change the plan').click();
  await plan(page).getByText('Coffee', { exact: true }).waitFor();

  // What both changed stays as the other has it, and is said.
  for (const [one, title] of [
    [page, 'Tea'],
    [pocket.page, 'Lunch'],
  ] as const) {
    await named(one, 'Change the plan …').click();
    await named(one, 'Details: Coffee').click();
    await one.getByLabel('Title').fill(title);
  }
  await named(pocket.page, 'Change the plan').click();
  await goOn.click();
  await question.getByText('Your changes that meet theirs, to be made again').waitFor();
  expect(await faults(page, 'draft that meets another')).toEqual([]);
  await named(page, 'Go on').click();
  await page.getByText('To be made again: Coffee changed.').waitFor();
  await named(page, 'No changes yet').waitFor();
  await named(page, 'Take out: Lunch').waitFor();
  await named(page, 'Back').click();
});

test('the question and the notice are changed, and a table gets its own', async () => {
  const { page } = desk.device;
  await page.getByRole('region', { name: 'About this café' }).getByRole('button').click();
  await page.getByLabel('Title').fill('');
  await named(page, 'Save').click();
  await page.getByText('Please give the café a title.').waitFor();
  expect(await faults(page, 'about this café, wide')).toEqual([]);
  await page.getByLabel('Title').fill('Tea and cake');
  await page.getByLabel('The café’s question').fill('What made today easier?');
  await named(page, 'Save').click();
  await page.getByText('Saved.').waitFor();
  await screen.page.getByText('What made today easier?').waitFor({ timeout: SECOND });
  await phone.page.getByText('What made today easier?').first().waitFor({ timeout: SECOND });
  for (const number of [1, 2, 3, 4]) {
    await page.getByLabel('Table', { exact: true }).selectOption({ label: `Table ${number}` });
    await page.getByLabel('Its own question').fill(`Why table ${number}?`);
    await page
      .getByRole('region', { name: 'Tables’ own questions' })
      .getByRole('button', { name: 'Save' })
      .click();
    await page.getByRole('region', { name: 'Tables’ own questions' }).getByText('Saved.').waitFor();
  }
  await phone.page
    .getByText(/^Why table \d\?$/u)
    .first()
    .waitFor({ timeout: SECOND });
  await named(page, 'Back').click();
  await page.getByRole('heading', { name: 'Tea and cake' }).waitFor();
});
