/**
 * A whole small morning without a mouse or a finger: a facilitator leads it and a visitor goes through
 * it by keys alone, and a screen reader on the visitor's phone says no more than it must.
 */
import { hostedCafe } from '@tablecloth/shared/sample';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { goesRound, press, tabTo } from './keys.ts';
import { Room } from './room.ts';

const TEAMS = ['Anchor', 'Bridge', 'Cedar', 'Dove'];

let room: Room;
let desk: Desk;
let lead: Page;
let visitor: Guest;
let page: Page;

beforeAll(async () => {
  room = await Room.open('plain http');
  const sizes = { hosts: 1, rounds: 2, minutes: 12, chairs: 8, pace: 30 };
  const founding = hostedCafe({ title: 'By keys', teams: TEAMS, ...sizes });
  const { definition } = founding;
  const bell = definition.programme.findIndex(
    (s) => s.kind === 'grace' && s.round === sizes.rounds,
  );
  // Nothing after the last visit's bell goes on by itself while somebody still tabs to its button.
  const programme = definition.programme.map((s, i) => (i < bell ? s : { ...s, minutes: 60 }));
  desk = await Desk.ofSmall(room, { title: 'x', tables: 1, rounds: 1, minutes: 1 }, () => ({
    ...founding,
    definition: { ...definition, programme },
  }));
  lead = desk.device.page;
  visitor = new Guest(await room.device('visitor', 'phone', '/'));
  ({ page } = visitor);
});
afterAll(() => room.close());

/** Keeps what the page's live regions say, one line for each time one of them says something else. */
async function listen(to: Page): Promise<void> {
  await to.evaluate(() => {
    const live = '[role="status"], [role="alert"], [aria-live="polite"], [aria-live="assertive"]';
    const said: string[] = [];
    const last = new WeakMap<Element, string>();
    const textOf = (region: Element) => region.textContent.replace(/\s+/gu, ' ').trim();
    for (const region of document.querySelectorAll(live)) last.set(region, textOf(region));
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region == null) continue;
        const words = textOf(region);
        if (words === (last.get(region) ?? '')) continue;
        last.set(region, words);
        if (words !== '') said.push(words);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { said });
  });
}

const focusedTag = (at: Page): Promise<string> =>
  at.evaluate(() => document.activeElement?.tagName ?? '');

const heard = (at: Page): Promise<string[]> =>
  at.evaluate(() => (window as unknown as { said: string[] }).said);

test('the doors open, and a visitor comes in', async () => {
  await press(lead, /^Open the doors/u);
  const { code } = await desk.links();
  await tabTo(page, /^Café code/u);
  await page.keyboard.type(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await tabTo(page, /^Your first name/u);
  await page.keyboard.type('Priya');
  await tabTo(page, /^Anchor/u);
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await visitor.reads('You are in, Priya.');
  await desk.fill(12);
});

test('nothing holds the keyboard, and dialogs give the focus back', async () => {
  expect(await goesRound(lead)).toBe(true);
  await tabTo(lead, /for Welcome\. Change it$/u);
  await lead.keyboard.press('Enter');
  await lead.getByRole('dialog').waitFor();
  await lead.keyboard.press('Escape');
  await lead.getByRole('dialog').waitFor({ state: 'hidden' });
  const back = await lead.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  expect(back).toMatch(/for Welcome\. Change it$/u);
});

test('everybody is seated, and the visitor says where they sit', async () => {
  await press(lead, /^Begin Welcome/u);
  await visitor.reads('Welcome. Nothing to do here. Please put your phone down.');
  await press(lead, /^Seat everyone/u);
  await press(lead, /^Pause/u);
  await visitor.reads(/^Paused/u);
  const table = (await visitor.table()) === 2 ? 3 : 2;
  await press(page, /^I’m here$/u);
  await page.getByText(/^You’re here\./u).waitFor();
  await press(page, /^Change$/u);
  await tabTo(page, new RegExp(`^I sit at table ${String(table)}:`, 'u'));
  await page.keyboard.press('Enter');
  // With the new table the focus goes to the heading; a key before that would go to another place.
  await page.getByText(`Next: table ${String(table)}`, { exact: true }).waitFor();
  // Who says where they sit is there, and is not asked again.
  await page.getByText(/^You’re here\./u).waitFor();
  expect(await page.getByRole('button', { name: 'I’m here' }).count()).toBe(0);
  expect(await goesRound(page)).toBe(true);
});

test('who is saying where they sit when the round begins goes on, and is then in the round', async () => {
  await press(page, /^Change$/u);
  await press(lead, /^Resume/u);
  await page.getByText(/Round 1$/u).waitFor();
  const question = page.getByRole('dialog', { name: 'Which table are you at?' });
  expect(await question.isVisible()).toBe(true);
  await tabTo(page, /^I sit at table \d+:/u);
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  await expect.poll(() => focusedTag(page)).toBe('H1');
});

test('in a round a phone says by itself four to six times what has changed', async () => {
  await listen(page);
  await page.getByRole('button', { name: 'Add a note' }).waitFor();
  // The writing box opens by itself, takes no focus and says nothing.
  await visitor.composer.waitFor();
  await page.getByText('1 minute', { exact: true }).waitFor();
  await visitor.reads(/^Walk to table|^Stay/u);
  await page.getByText(/Round 2$/u).waitFor();
  const said = await heard(page);
  expect(said.length, said.join(' | ')).toBeGreaterThanOrEqual(4);
  // The last is the beginning of the next round.
  expect(said.length - 1, said.join(' | ')).toBeLessThanOrEqual(6);
});

test('the visitor writes, and the facilitator rings the bell and undoes it', async () => {
  await press(lead, /^Pause/u);
  // A key pressed while the pause arrives would go to what is no more.
  await page
    .getByText(/^Paused/u)
    .first()
    .waitFor();
  await tabTo(page, /^Add a note$|^One thing this team|^What do you hear/u);
  if (await page.getByRole('button', { name: 'Add a note' }).isVisible()) {
    await page.keyboard.press('Enter');
  }
  await visitor.composer.waitFor();
  await page.keyboard.type('By hand only');
  await visitor.isSaved();
  await press(lead, /^Resume/u);
  await press(lead, /^\+2 min/u);
  await press(lead, /^Ring the bell/u);
  await page
    .getByText(/^Finish your sentence/u)
    .first()
    .waitFor();
  await press(lead, /^Undo the bell/u);
  await page.getByText('Sorry, stay where you are. The round goes on.').waitFor();
  await press(lead, /^Ring the bell/u);
  // Leaving the box is being done with it.
  await page.keyboard.press('Tab');
  // A bell before coffee sends nobody to a table.
  await visitor.reads('Finish your sentence.');
  await expect.poll(() => focusedTag(page)).toBe('H1');
  await page.getByText(/^Next: Coffee until/u).waitFor();
});

test('break, home round and panel go by keys', async () => {
  await press(lead, /^Begin Coffee/u);
  await visitor.reads(/^Coffee until/u);
  await press(page, /^Ask the panel$/u);
  await page.getByRole('textbox', { name: 'Your question for the panel' }).waitFor();
  await page.keyboard.type('Who pays?');
  await visitor.isSaved();
  await press(lead, /^Start the home round/u);
  await visitor.reads('Back to your own table');
  await tabTo(page, /^Our next step/u);
  await page.keyboard.type('Begin');
  await press(lead, /^Ring the bell/u);
  await page.keyboard.press('Tab');
  await page.getByText('Listen to the panel').waitFor();
  await tabTo(lead, /^Panel$/u);
  await lead.keyboard.press('Enter');
  await press(lead, /^Put on the screen/u);
  await page.getByText('Who pays?').first().waitFor();
});

test('the café is closed, after a question that Escape takes back', async () => {
  await press(lead, /^Begin Feedback/u);
  await visitor.reads(/^Feedback/u);
  await tabTo(page, /^1/u);
  await page.keyboard.press('ArrowRight');
  expect(await page.getByRole('radio', { checked: true }).count()).toBe(1);
  await press(lead, /^Close the café/u);
  const question = lead.getByRole('dialog');
  await question.waitFor();
  await lead.keyboard.press('Escape');
  await question.waitFor({ state: 'hidden' });
  expect(await lead.evaluate(() => document.activeElement?.textContent.trim())).toMatch(
    /^Close the café/u,
  );
  await lead.keyboard.press('Enter');
  await question.waitFor();
  await tabTo(lead, /^Close the café/u);
  await lead.keyboard.press('Enter');
  await visitor.reads('Thank you. Your notes are here.');
  await press(page, /^Copy as text$/u);
  await page.getByText('Select all of it and copy.').waitFor();
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
