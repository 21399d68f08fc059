/** What people get wrong: each time a plain sentence that says what to do, and what was typed stays. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

let room: Room;
let desk: Desk;
let code: string;

const LISTED = ['Łukasz Wiśniewski', 'Linh Nguyễn'].map((name, i) => ({
  ...{ id: `listed${String(i)}`, name, team: null },
  ...{ withoutPhone: false, fixedAt: null, goesWith: null },
}));

beforeAll(async () => {
  room = await Room.open();
  const small = { title: 'Mistakes', tables: 2, rounds: 1, minutes: 20 };
  desk = await Desk.ofSmall(room, small, (made) => ({ ...made, people: LISTED }));
  ({ code } = await desk.links());
});
afterAll(() => room.close());

const phone = async (path: string) => new Guest(await room.device('phone', 'phone', path));

test('an empty code is asked for, and a wrong one is put right in the box it stands in', async () => {
  const guest = await phone('/');
  const { page } = guest;
  await guest.typeCode('');
  await page.getByText('Please type the code first.').waitFor();
  await guest.typeCode('zz zz-99');
  await isPutRight(page, 'zz zz-99');
  await guest.typeCode(code);
  await guest.page.getByLabel('Your first name').waitFor();
});

test('a link with a wrong code leads to the box, with the code in it', async () => {
  const { page } = await phone('/c/zz-zz99');
  await isPutRight(page, 'ZZZZ99');
});

/** The sentence stands at the box, which has the focus and what was typed. */
async function isPutRight(page: Page, typed: string) {
  const box = page.getByLabel('Café code');
  await page.getByText('No café has this code. Look at the big screen and try again.').waitFor();
  expect(await box.inputValue()).toBe(typed);
  await page.locator('[aria-invalid]:focus').waitFor();
  expect(await box.getAttribute('aria-describedby')).toMatch(/-error$/u);
}

test('before the doors are open one is told so, and the name stays for when they are', async () => {
  const guest = await phone(`/c/${code}`);
  // Typed, the café's answer is there before the page is: it still looks whether they are open.
  const typed = await phone('/');
  await typed.typeCode(code);
  const notYet = guest.page.getByText(
    'The doors are not open yet. You can join here as soon as they are.',
  );
  await notYet.waitFor();
  const go = guest.page.getByRole('button', { name: 'Join', exact: true });
  expect(await go.isDisabled()).toBe(true);
  await guest.page.getByLabel('Your first name').fill('Ivo');
  await desk.press(/^Open the doors/u);
  await notYet.waitFor({ state: 'hidden' });
  await go.click();
  await guest.reads('You are in, Ivo.');
  await typed.join('Ada');
  await typed.reads('You are in, Ada.');
});

test('a name is asked for when it is empty, and a very long one is not cut in silence', async () => {
  const guest = await phone(`/c/${code}`);
  const field = guest.page.getByLabel('Your first name');
  await guest.join('   ');
  await guest.page.getByText('Please type a name. A first name is enough.').waitFor();
  await guest.page.locator('[aria-invalid]:focus').waitFor();
  expect(await field.getAttribute('aria-describedby')).toMatch(/-error$/u);
  const long = 'Wilhelmina '.repeat(900);
  await guest.join(long);
  await guest.page.getByText('That name is too long. A first name is enough.').waitFor();
  expect(await field.inputValue()).toBe(long);
  await guest.join('Wilhelmina');
  await guest.reads('You are in, Wilhelmina.');
});

test('somebody of the same name is asked who they are', async () => {
  const guest = await phone(`/c/${code}`);
  await guest.join('ivo');
  await guest.page.getByText('ivo is already here.').waitFor();
  expect(await guest.page.getByLabel('Your first name').inputValue()).toBe('ivo');
  await guest.page.getByRole('button', { name: 'I am someone else' }).click();
  await guest.reads('You are in, ivo.');
});

test('who is listed with accents is found without them, and somebody else stays somebody else', async () => {
  const guest = await phone(`/c/${code}`);
  await guest.join('Linh Nguyen');
  await guest.page.getByText('Linh N. is on the list.').waitFor();
  await guest.page.getByRole('button', { name: 'That’s me' }).click();
  await guest.reads('You are in, Linh Nguyễn.');
  const other = await phone(`/c/${code}`);
  await other.join('Lukasz');
  await other.page.getByText('Łukasz W. is on the list.').waitFor();
  await other.page.getByRole('button', { name: 'I am someone else' }).click();
  await other.reads('You are in, Lukasz.');
});

test.each(['/nonsense', '/c/AAAA/more', '/facilitate/else', '/assets/none.js'])(
  'at %s one is led to the first page',
  async (path) => {
    const { page } = await phone(path);
    await page.getByRole('heading', { name: 'There is nothing at this address.' }).waitFor();
    await page.getByRole('link').click();
    await page.getByLabel('Café code').waitFor();
  },
);

test('links that open nothing say where to get one that does', async () => {
  const secret = '#k=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
  const sentences = [
    [`/facilitate${secret}`, 'This link is no longer valid.'],
    [`/team${secret}`, 'This link is no longer valid.'],
    [`/${secret}`, 'No café has this code.'],
    ['/team', 'This page opens with your team’s link. Ask a facilitator for it.'],
    [`/screen${secret}`, 'This page needs the big screen’s link. Ask a facilitator for it.'],
    ['/screen', 'This page needs the big screen’s link. Ask a facilitator for it.'],
  ] as const;
  for (const [path, sentence] of sentences) {
    const { page } = await phone(path);
    await page.getByText(sentence).waitFor();
    await page.close();
  }
});

test('a screen’s link is tried again until there is a network', async () => {
  const screen = await room.device('screen on a new network', 'screen', '');
  await screen.page.route('**/api/exchange', (request) => request.abort(), { times: 1 });
  await screen.page.goto(room.origin + room.here((await desk.links()).screen));
  await screen.page.getByText(/^Sound/u).waitFor();
});

test('a café of one’s own with mistakes keeps every field and says what to change', async () => {
  const { page } = await room.device('maker', 'laptop', '/facilitate');
  await page.getByLabel('Tables', { exact: true }).fill('none');
  await page.getByLabel('Question for every table').fill('What helped?');
  await page.getByRole('button', { name: 'Make the café' }).click();
  await page.getByText('Please give the café a title.').waitFor();
  await page.getByText(/^Please type a whole number from/u).waitFor();
  expect(await page.getByLabel('Question for every table').inputValue()).toBe('What helped?');
  expect(await page.getByLabel('Tables', { exact: true }).inputValue()).toBe('none');
});

test('files that are no café say so', async () => {
  const { page } = await room.device('importer', 'laptop', '/facilitate');
  await page.locator('summary', { hasText: 'Open a café from its file' }).click();
  const give = async (text: string) => {
    const buffer = Buffer.from(text);
    await page
      .getByLabel('Café file')
      .setInputFiles({ name: 'cafe.json', mimeType: 'application/json', buffer });
    await page.getByRole('button', { name: 'Make this café again' }).click();
  };
  await give('{ no');
  await page.getByText('This file is no café of Tablecloth.').waitFor();
  await give('{ "definition": { "title": "" }, "people": [] }');
  await page.getByText('The title must not be empty.').waitFor();
});

test('a paste that is too long for one note goes on in another, and says so', async () => {
  const guest = await phone(`/c/${code}`);
  const { page } = guest;
  await guest.join('Pia');
  await guest.reads('You are in, Pia.');
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone/u);
  await desk.press(/^Start round\s1/u);
  await guest.openComposer();
  await guest.type('So ');
  const long = 'many words '.repeat(270);
  await guest.composer.evaluate((box, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  }, long);
  await page.getByText('What is longer goes on in another note.').waitFor();
  const rest = page.getByRole('textbox', { name: 'Note 1' });
  expect((await guest.composer.inputValue()) + (await rest.inputValue())).toBe(`So ${long}`);
  const hidden = await guest.composer.evaluate((box) => box.scrollHeight - box.clientHeight);
  expect(hidden).toBe(0);
});

test('a café that has closed says where its notes are', async () => {
  await desk.show('Now');
  await desk.device.page.getByRole('button', { name: 'Close the café …' }).click();
  const question = desk.device.page.getByRole('dialog');
  await question.getByRole('button', { name: 'Close the café' }).click();
  await desk.device.page.getByText('The café is closed').first().waitFor();
  const guest = await phone(`/c/${code}`);
  const over = 'This café has ended. Your team’s notes are on your team’s link.';
  await guest.page.getByText(over).waitFor();
  expect(await guest.page.getByRole('button', { name: 'Join', exact: true }).count()).toBe(0);
  await guest.page.getByRole('button', { name: 'Another code' }).click();
  await guest.page.getByLabel('Café code').waitFor();
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
