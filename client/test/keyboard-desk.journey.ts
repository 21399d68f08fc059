/** A facilitator who uses keys alone makes a café, lists people, changes the plan and somebody, and undoes it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { press, tabTo } from './keys.ts';
import { Room } from './room.ts';

let room: Room;
let lead: Page;

beforeAll(async () => {
  room = await Room.open('plain http');
  ({ page: lead } = await room.device('facilitator', 'laptop', '/'));
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

/** What has the focus; it is never lost. */
const focus = (): Promise<string> =>
  lead.evaluate(() => {
    const { activeElement: at } = document;
    if (at === null || at === document.body) return 'nothing';
    return at.getAttribute('aria-label') ?? at.textContent.trim();
  });

async function show(section: RegExp): Promise<void> {
  await tabTo(lead, section);
  await lead.keyboard.press('Enter');
}

test('a café is made from a recipe, with its teams', async () => {
  await press(lead, /^Make your own$/u);
  await lead.getByRole('radio', { name: 'Everybody moves' }).waitFor();
  await tabTo(lead, /^Everybody moves/u);
  await lead.keyboard.press('ArrowDown');
  await tabTo(lead, /^Title/u);
  await lead.keyboard.press('Control+A');
  await lead.keyboard.type('By keys');
  await tabTo(lead, /^Teams, one on each line/u);
  await lead.keyboard.insertText('Anchor\nBridge\nCedar');
  await press(lead, /^Make the café$/u);
  await lead.getByRole('region', { name: 'Run the programme' }).waitFor();
});

test('people come from a list, are changed, and it is undone', async () => {
  await show(/^People$/u);
  await press(lead, /^Add from a list$/u);
  await tabTo(lead, /^Paste the list of people/u);
  await lead.keyboard.insertText('Ada;Anchor\nBen;Bridge\nCleo;Cedar');
  await press(lead, /^Add 3 people$/u);
  await lead.getByText('3 people were added.').waitFor();
  expect(await focus()).not.toBe('nothing');
  await press(lead, /^Back to who is here$/u);
  await tabTo(lead, /^Ada/u);
  await lead.keyboard.press('Enter');
  await tabTo(lead, /^Change Ada$/u);
  await lead.keyboard.press('Enter');
  await lead.getByRole('dialog').waitFor();
  await tabTo(lead, /^Name$/u);
  await lead.keyboard.press('Control+A');
  await lead.keyboard.type('Adaeze');
  await lead.keyboard.press('Enter');
  await lead.getByRole('dialog').waitFor({ state: 'hidden' });
  await lead.getByText('Adaeze').first().waitFor();
  expect(await focus()).toMatch(/^Change Ada/u);

  await lead.keyboard.press('Enter');
  await tabTo(lead, /^Goes with/u);
  await lead.keyboard.type('Ben');
  await press(lead, /^Save$/u);
  await lead.getByText('goes with Ben').waitFor();
  await press(lead, /^Undo/u);
  await lead.getByText('goes with Ben').waitFor({ state: 'hidden' });
  expect(await focus()).not.toBe('nothing');
});

test('the plan is changed on its page, and the focus comes back to where it was', async () => {
  await show(/^Now$/u);
  await press(lead, /^Change the plan …$/u);
  await lead.getByRole('heading', { name: 'Change the plan of the day' }).waitFor();
  await tabTo(lead, /^Put in$/u);
  await lead.keyboard.press('Enter');
  await press(lead, /^Change the plan$/u);
  await lead.getByRole('button', { name: 'Undo the change of the plan' }).waitFor();
  expect(await focus()).toMatch(/^Change the plan/u);
  await press(lead, /^Undo the change of the plan$/u);
  await lead
    .getByRole('button', { name: 'Undo the change of the plan' })
    .waitFor({ state: 'hidden' });
  expect(await focus()).not.toBe('nothing');
});

test('cards and slips are looked at for print, and the doors open', async () => {
  await tabTo(lead, /^Table cards are printed/u);
  await lead.keyboard.press('Space');
  await press(lead, /^Plan tables now, for printing$/u);
  await press(lead, /^Print slips$/u);
  await press(lead, /^Back to the café$/u);
  await lead.getByRole('region', { name: 'Tables planned ahead' }).waitFor();
  expect(await focus()).toMatch(/^Print slips/u);
  await show(/^Links$/u);
  await tabTo(lead, /^Table cards$/u);
  await lead.keyboard.press('Enter');
  await press(lead, /^Back to the café$/u);
  await lead.getByRole('heading', { name: 'Links and codes' }).waitFor();
  expect(await focus()).toMatch(/^Table cards/u);
  await show(/^Now$/u);
  await press(lead, /^Open the doors/u);
  await lead.getByRole('region', { name: 'Where the café stands' }).getByText('min left').waitFor();
  expect(await focus()).not.toBe('nothing');
});

test('after the close everything is downloaded, and the links are copied', async () => {
  await press(lead, /^Close the café …$/u);
  await lead.getByRole('dialog').waitFor();
  await press(lead, /^Close the café$/u);
  await lead.getByRole('heading', { name: 'The café is closed' }).first().waitFor();
  expect(await focus()).not.toBe('nothing');
  const download = lead.waitForEvent('download');
  await press(lead, /^Download everything$/u);
  expect((await download).suggestedFilename()).toBe('By keys.zip');
  await press(lead, /^Copy 3 team links into one mail$/u);
  await lead.getByLabel('Select and copy this by hand').waitFor();
});

test('after the close it is said who was here, and no way in is offered', async () => {
  await show(/^People$/u);
  await lead.getByRole('heading', { name: 'Who was here' }).waitFor();
  await lead.getByText(/^\d+ of \d+ were here/u).waitFor();
  expect(await lead.getByText('not here yet').count()).toBe(0);
  await show(/^Links$/u);
  await lead.getByRole('heading', { name: 'Team links' }).waitFor();
  expect(await lead.getByText('Everybody joins here').count()).toBe(0);
});
