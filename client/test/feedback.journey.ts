/** How it was: asked on the phone, counted on the facilitator's page, told to nobody by name. */
import { smallCafe } from '@tablecloth/shared/sample';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

const TEA = { title: 'Tea', tables: 2, rounds: 1, minutes: 10 };

let room: Room;
let desk: Desk;
let guest: Guest;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, TEA);
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  guest = new Guest(await room.device('guest', 'phone', `/c/${code}`));
  await guest.join('Ines');
  await guest.reads('You are in, Ines.');
});
afterAll(() => room.close());

/** What stands at the desk beneath one question. */
const marked = (sum: Locator, question: RegExp, marks: RegExp): Locator =>
  sum.getByRole('rowgroup', { name: question }).getByRole('row', { name: marks });

test('three questions are asked where there is no link, and the marks are counted', async () => {
  const { page } = guest;
  const { programme } = smallCafe(TEA).definition;
  for (let step = 1; step < programme.length; step++) await desk.next();
  await page.getByRole('heading', { name: 'Tell us how it was' }).waitFor();
  const useful = page.getByRole('group', { name: /^How useful/u });
  await useful.getByRole('radio', { name: '4' }).check();
  await page
    .getByRole('group', { name: /^How well/u })
    .getByRole('radio', { name: '5 great' })
    .check();
  expect(await faults(page, 'feedback')).toEqual([]);
  const sum = desk.device.page.getByRole('region', { name: 'How it was' });
  await marked(sum, /^How well/u, /^5 from 1 person/u).waitFor();
  await marked(sum, /^How useful/u, /^4 from 1 person/u).waitFor();
  await marked(sum, /^How easy/u, /from 0 people/u).waitFor();
  await desk.device.page.locator('[aria-disabled="true"]').first().waitFor({ state: 'detached' });
  expect(await faults(desk.device.page, 'how it was')).toEqual([]);
});

test('after the close, and a reload, one’s marks stand there and can be changed', async () => {
  const { page } = guest;
  await desk.close();
  await page.reload();
  await page.getByRole('heading', { name: 'Tell us how it was' }).waitFor();
  const useful = page.getByRole('group', { name: /^How useful/u });
  expect(await useful.getByRole('radio', { name: '4' }).isChecked()).toBe(true);
  await useful.getByRole('radio', { name: '2' }).check();
  await page
    .getByRole('group', { name: /^How easy/u })
    .getByRole('radio', { name: '3' })
    .check();
  await page.getByText('Thank you.', { exact: true }).waitFor();
  const sum = desk.device.page.getByRole('region', { name: 'How it was' });
  await marked(sum, /^How useful/u, /^2 from 1 person/u).waitFor();
});

test('what stands on the paper of a table without a team is keyed in at the desk', async () => {
  const { page } = desk.device;
  expect(await faults(page, 'after the close')).toEqual([]);
  await desk.show('Notes');
  const empty = page.getByText('No notes on this page.');
  await empty.waitFor();
  await page.getByRole('button', { name: 'Correct or complete the notes' }).click();
  await empty.waitFor({ state: 'hidden' });
  await page.getByLabel('Add a note from paper').first().fill('Flip chart: a bench');
  await page.getByRole('button', { name: 'Add it' }).first().click();
  await page.getByLabel('Note 1').waitFor();
  await page.getByText('Added.').waitFor();
  await page.getByText('Each box is saved with the button', { exact: false }).waitFor();
  // All rounds stand there, so none can be chosen.
  expect(await page.getByLabel('Round', { exact: true }).count()).toBe(0);
  expect(await faults(page, 'keying in')).toEqual([]);
  await page.getByRole('button', { name: 'Back to the notes' }).click();
  await page.getByText('Flip chart: a bench').waitFor();
  await page.getByLabel('Round', { exact: true }).waitFor();
});

test('what was keyed in is saved also where another part of the page is opened', async () => {
  const { page } = desk.device;
  await page.getByRole('button', { name: 'Correct or complete the notes' }).click();
  await page.getByLabel('Note 1').fill('Flip chart: two benches');
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/cafe/notes'),
  );
  await desk.show('Tables');
  await saved;
  await desk.show('Notes');
  await page.getByText('Flip chart: two benches').waitFor();
});
