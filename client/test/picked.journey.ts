/** Cards picked for the next group, and questions for the panel, from a tap to the big screen. */
import type { Founding } from '@tablecloth/shared/cafe';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room, type Device } from './room.ts';

const TEA = { title: 'Tea', tables: 2, rounds: 2, minutes: 10 };
const FIRST = 'They ring before the letter comes';
const SECOND = 'A cousin interprets, and nobody asked her';
const LATER = 'Who pays the interpreter?';

function withPanel({ definition, people }: Founding): Founding {
  const { programme } = definition;
  return {
    people,
    definition: {
      ...definition,
      panelQuestion: 'What would you ask somebody who has done this for years?',
      programme: [
        ...programme.slice(0, -1),
        { kind: 'break', minutes: 10, title: 'Coffee' },
        { kind: 'panel', minutes: 10, title: 'Panel' },
        ...programme.slice(-1),
      ],
    },
  };
}

let room: Room;
let desk: Desk;
let screen: Device;
let ada: Guest;
let ben: Guest;

const chip = (guest: Guest, name: RegExp) => guest.page.getByRole('button', { name });
const line = (words: string) => desk.device.page.locator('li.card').filter({ hasText: words });

async function comeIn(name: string): Promise<Guest> {
  const { code } = await desk.links();
  const guest = new Guest(
    await room.device(name, 'phone', `/c/${code}`, { wired: name === 'Ada' }),
  );
  await guest.join(name);
  await guest.reads(`You are in, ${name}.`);
  return guest;
}

async function sitAt(guest: Guest, table: number): Promise<void> {
  await guest.page
    .getByRole('img', { name: /^Table \d+, / })
    .first()
    .waitFor();
  if ((await guest.table()) !== table) await guest.change(table);
}

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, TEA, withPanel);
  const { screen: link } = await desk.links();
  screen = await room.device('screen', 'screen', room.here(link));
  await desk.press(/^Open the doors/u);
  ada = await comeIn('Ada');
  ben = await comeIn('Ben');
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone/u);
  for (const guest of [ada, ben]) await guest.reads(/^Walk to table/u);
  await sitAt(ada, 1);
  await sitAt(ben, 2);
  await desk.next();
});
afterAll(() => room.close());

test('a note just written can be picked for the next group, and given back', async () => {
  await ada.openComposer();
  await ada.type(FIRST);
  await ada.isSaved();
  await ada.page.getByRole('button', { name: 'Another note' }).click();
  await ada.type(SECOND);
  await ada.isSaved();
  const pick = chip(ada, /^For the next group: One thing/u);
  await pick.click();
  await expect.poll(() => pick.getAttribute('aria-pressed')).toBe('true');
  await pick.click();
  await expect.poll(() => pick.getAttribute('aria-pressed')).toBe('false');
  await pick.click();
  await expect.poll(() => pick.getAttribute('aria-pressed')).toBe('true');
  expect(await faults(ada.page, 'chips under a note')).toEqual([]);
});

test('the next group reads it large for a minute, and only what was picked', async () => {
  await desk.next();
  await desk.next();
  await sitAt(ben, 1);
  await sitAt(ada, 2);
  await desk.next();
  const left = ben.page.getByRole('region', { name: 'For the next group' });
  await left.getByText(SECOND).waitFor();
  expect(await left.getByText(FIRST).count()).toBe(0);
  expect(await faults(ben.page, 'for the next group')).toEqual([]);
  // At the other table nobody wrote anything, so nothing stands there.
  await ada.page.getByRole('button', { name: 'Add a note' }).waitFor();
  expect(await ada.page.getByRole('region', { name: /next group/u }).count()).toBe(0);
});

test('a phone asks the panel from its table and in the break, and facilitators read it', async () => {
  await desk.show('Panel');
  await desk.device.page.getByText('Nobody has asked yet.').waitFor();
  await ben.openComposer();
  await ben.type('Can a letter wait?');
  await ben.isSaved();
  await chip(ben, /^Ask the panel: One thing/u).click();
  await line('Can a letter wait?').getByText('Table 1 · Round 2').waitFor();
  await desk.device.page.getByText(/^In a break and while the panel talks/u).waitFor();
  await desk.show('Now');
  await desk.press(/^Ring the bell/u);
  await desk.press(/^Begin Coffee/u);
  await ada.reads(/^Coffee/u);
  await screen.page.getByText('Question for the panel? Tap Ask.').waitFor();
  const ask = ada.page.getByRole('button', { name: 'Ask the panel' });
  const box = ada.page.getByRole('textbox', { name: 'Your question for the panel' });
  const done = ada.page.getByRole('button', { name: 'Done' });
  const isThere = ada.page.getByText('Your question is with the facilitators.');
  // A letter that was erased again is no question.
  await ask.click();
  await box.fill('W');
  await ada.isSaved();
  await box.fill('');
  await done.click();
  await ask.waitFor();
  expect(await isThere.count()).toBe(0);
  ada.device.cable?.pull();
  await ada.device.context.setOffline(true);
  await ask.click();
  await box.fill(LATER);
  await done.click();
  await ada.page.getByText('Your question is kept on this phone and sends by itself.').waitFor();
  expect(await isThere.count()).toBe(0);
  await ada.device.context.setOffline(false);
  ada.device.cable?.plug();
  await isThere.waitFor();
  await desk.show('Panel');
  await line(LATER).getByText('Table 2 · Round 2').waitFor();
  await desk.device.page.getByText('2 questions', { exact: true }).waitFor();
  expect(await faults(desk.device.page, 'questions for the panel')).toEqual([]);
  expect(await faults(ada.page, 'ask in the break')).toEqual([]);
});

test('one question at a time stands on the screen and on phones, within a second', async () => {
  await desk.show('Now');
  await desk.next();
  await ada.reads('Panel');
  await screen.page.getByRole('heading', { name: /What would you ask/u }).waitFor();
  await desk.show('Panel');
  await line(LATER)
    .getByRole('button', { name: /^Put on the screen/u })
    .click();
  const within = { timeout: 1_000 };
  await screen.page.getByRole('heading', { name: LATER }).waitFor(within);
  for (const { page } of [ada, ben]) await page.getByText(LATER).waitFor(within);
  expect(await faults(screen.page, 'a question on the screen')).toEqual([]);
  expect(await faults(ben.page, 'a question on a phone')).toEqual([]);

  await line(LATER)
    .getByRole('button', { name: /^Answered/u })
    .click();
  await desk.device.page.getByText('1 question to go, 1 answered').waitFor();
  await line('Can a letter wait?')
    .getByRole('button', { name: /^Put on the screen/u })
    .click();
  await screen.page.getByRole('heading', { name: 'Can a letter wait?' }).waitFor(within);
  await line('Can a letter wait?').getByRole('button', { name: /^Hide/u }).click();
  await screen.page.getByRole('heading', { name: /What would you ask/u }).waitFor(within);
  await desk.device.page.locator('summary', { hasText: 'Hidden (1)' }).click();
  await line('Can a letter wait?')
    .getByRole('button', { name: /^Show again/u })
    .click();
  await screen.page.getByRole('heading', { name: 'Can a letter wait?' }).waitFor(within);
  await line('Can a letter wait?').getByRole('button', { name: 'Take off the screen' }).click();
  await screen.page.getByRole('heading', { name: /What would you ask/u }).waitFor(within);
  await desk.show('Now');
  await desk.device.page
    .getByText(/Facilitator \d put a question of table 2 on the big screen/u)
    .waitFor();
});

test('notes that are read at the desk say at once what is a question for the panel', async () => {
  await desk.next();
  await desk.close();
  const { pathname, search } = new URL(desk.device.page.url());
  const { page } = await room.tab(desk.device, pathname + search);
  await page
    .getByRole('navigation', { name: 'Parts of this page' })
    .getByRole('button', { name: 'Notes' })
    .click();
  await page.getByLabel('Round').selectOption('2');
  const label = page
    .locator('li.card')
    .filter({ hasText: 'Can a letter wait?' })
    .getByText('Question for the panel');
  await label.waitFor();
  await desk.show('Panel');
  await line('Can a letter wait?').getByRole('button', { name: /^Hide/u }).click();
  await label.waitFor({ state: 'hidden' });
  await desk.device.page.locator('summary', { hasText: 'Hidden (1)' }).click();
  await line('Can a letter wait?')
    .getByRole('button', { name: /^Show again/u })
    .click();
  await label.waitFor();
});

test('nothing was asked of another origin and nothing complained', () => {
  expect(room.complaints).toEqual([]);
});

test('of two desks that answer one question neither writes over the other unseen', async () => {
  const { facilitate } = await desk.links();
  const { page: other } = await room.device('second desk', 'laptop', room.here(facilitate));
  const { page } = desk.device;
  await other
    .getByRole('navigation', { name: 'Parts of this page' })
    .getByRole('button', { name: 'Panel' })
    .click();
  const card = (of: Page) => of.locator('li.card').filter({ hasText: 'Can a letter wait?' });
  const box = (of: Page) => card(of).getByLabel('Your answer, in one or two sentences');
  const save = async (of: Page) => {
    await card(of).getByRole('button', { name: 'Save the answer' }).click();
    await card(of).getByText('Saved. It is in the notes now.').waitFor();
  };
  const holds = (of: Page, words: string) => expect.poll(() => box(of).inputValue()).toBe(words);

  await box(page).fill('For a week.');
  await save(page);
  await holds(other, 'For a week.');
  await box(other).fill('For a month.');
  await box(page).fill('For two weeks.');
  await save(page);
  await card(other).getByText('Somebody else has changed this meanwhile.').waitFor();
  await card(other).getByText('For two weeks.').waitFor();
  await holds(other, 'For a month.');
  expect(await faults(other, 'a choice between two answers')).toEqual([]);
  await card(other).getByRole('button', { name: 'Keep mine' }).click();
  await card(other).getByText('Saved. It is in the notes now.').waitFor();
  await holds(page, 'For a month.');

  // What crosses the other's on its way is not written over either.
  const held = new Promise<Route>((resolve) => {
    void other.route('**/api/cafe/answers', resolve);
  });
  await box(other).fill('Never.');
  await card(other).getByRole('button', { name: 'Save the answer' }).click();
  const crossing = await held;
  await box(page).fill('For a day.');
  await save(page);
  const refused = other.waitForResponse('**/api/cafe/answers');
  await crossing.continue();
  expect((await refused).status()).toBe(409);
  await card(other).getByText('For a day.').waitFor();
  await card(other).getByRole('button', { name: 'Take theirs' }).click();
  await holds(other, 'For a day.');
  expect(room.complaints).toEqual([]);
});
