/**
 * What befalls phones: a reload, a second tab, a server that stands still, the bell in the middle of
 * a word. Nobody is counted twice, no word is lost, and nothing says "Saved" that the store lacks.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk, pagesWith } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { Room } from './room.ts';

let room: Room;
let desk: Desk;
let ada: Guest;
let bo: Guest;
let cy: Guest;
let page1: string;

/** What stood in the box and under it, at every frame in which either had changed. */
async function watchStatus(page: Page): Promise<() => Promise<{ words: string; said: string }[]>> {
  const seen = await page.evaluateHandle(() => {
    const frames: { words: string; said: string }[] = [];
    const look = () => {
      const words = document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value ?? '';
      const said = document.querySelector('.composer .status')?.textContent.trim() ?? '';
      const last = frames.at(-1);
      if (last?.words !== words || last.said !== said) frames.push({ words, said });
      requestAnimationFrame(look);
    };
    look();
    return frames;
  });
  return () => seen.jsonValue();
}

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, { title: 'Mishaps', tables: 2, rounds: 2, minutes: 20 });
  const { code } = await desk.links();
  await desk.press(/^Open the doors/u);
  const guests: Guest[] = [];
  for (const name of ['Ada', 'Bo', 'Cy', 'Di']) {
    const guest = new Guest(await room.device(name, 'phone', `/c/${code}`, { wired: true }));
    await guest.join(name);
    await guest.reads(`You are in, ${name}.`);
    guests.push(guest);
  }
  const [first, second, third] = guests;
  if (first === undefined || second === undefined || third === undefined) {
    throw new Error('nobody came');
  }
  [ada, bo, cy] = [first, second, third];
  await desk.press(/^Begin Welcome/u);
  await desk.press(/^Seat everyone \(4\)/u);
  await ada.reads(/^Walk to table/u);
  const table = await ada.table();
  await bo.reads(/^Walk to table/u);
  if ((await bo.table()) !== table) await bo.change(table);
  page1 = `t${String(table)}.1`;
  await desk.press(/^Start round\s1/u);
  for (const guest of [ada, bo]) await guest.openComposer();
});
afterAll(() => room.close());

const count = () => desk.device.page.getByText(/^\d+ of \d+ are here/u).innerText();

test('a phone that reloads in the middle of a round is at the same table with the same words', async () => {
  await ada.type('Tea before forms');
  await ada.page.reload();
  await ada.page.getByRole('button', { name: 'Add a note' }).waitFor();
  await sees(ada.page, 'Tea before forms');
  await sees(bo.page, 'Tea before forms');
  expect(`t${String(await ada.table())}.1`).toBe(page1);
  expect(pagesWith(await desk.pack(), 'Tea before forms')).toEqual([page1]);
});

test('what was typed without a network in the moment before a reload is there after it', async () => {
  await ada.openComposer();
  ada.device.cable?.pull();
  await ada.type('Signs at eye height');
  await ada.status.filter({ hasText: 'Kept on this phone' }).waitFor();
  await ada.type(', and a bench');
  ada.device.cable?.plug();
  await ada.page.reload();
  await ada.page.getByRole('button', { name: 'Add a note' }).waitFor();
  await sees(ada.page, 'Signs at eye height, and a bench');
  await sees(bo.page, 'Signs at eye height, and a bench');
});

test('a second tab is the same person, and what is typed in it is there once', async () => {
  const tab = new Guest(await room.tab(ada.device, '/'));
  await tab.openComposer();
  await tab.type('A map without arrows');
  await tab.isSaved();
  await sees(ada.page, 'A map without arrows');
  await sees(bo.page, 'A map without arrows');
  expect(`t${String(await tab.table())}.1`).toBe(page1);
  await desk.show('People');
  expect(await count()).toMatch(/^4 of 4 are here\s+·\s4 phones connected, 0 notes waiting$/u);
  expect(pagesWith(await desk.pack(), 'A map without arrows')).toEqual([page1]);
  await tab.page.close();
});

test('who is sent to another table reads where until they press something, whatever is reloaded', async () => {
  const desktop = desk.device.page;
  const from = await cy.table();
  const to = from === 1 ? 2 : 1;
  await desktop.getByLabel('Find a name').fill('Cy');
  const send = async () => {
    await desktop.getByRole('button', { name: /Move Cy to another table$/u }).click();
    await desktop
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^Table ${String(to)}\\b`, 'u') })
      .click();
  };
  await send();
  const said = cy.page.getByText(/^Please go to table/u);
  await said.waitFor();
  expect(await said.innerText()).toBe(`Please go to table ${String(to)}.`);
  await cy.page.reload();
  await said.waitFor();
  await cy.page.getByRole('button', { name: 'Add a note' }).click();
  await said.waitFor({ state: 'hidden' });
  await cy.page.reload();
  await cy.page.getByRole('button', { name: 'Change', exact: true }).waitFor();
  expect(await said.count()).toBe(0);
  await cy.change(from);
  expect(await said.count()).toBe(0);
  await send();
  await said.waitFor();
  await cy.change(from);
  expect(await said.count()).toBe(0);
  await desktop.getByLabel('Find a name').fill('');
});

test('who is said to have left, and has not, reads that alone and is back with one press', async () => {
  const desktop = desk.device.page;
  const table = await cy.table();
  const change = cy.page.getByRole('button', { name: 'Change', exact: true });
  const said = 'The desk has noted that you are not here any more.';
  const noted = cy.page.getByText(said);
  const sign = cy.page.getByRole('img', { name: /^Table \d+, /u });
  await cy.openComposer();
  await cy.type('A shelf for');
  await desktop.getByLabel('Find a name').fill('Cy');
  await desktop.getByRole('button', { name: /^Cy\b/u, expanded: false }).click();
  await desktop.getByRole('button', { name: 'Cy has left' }).click();
  await noted.waitFor();
  await change.waitFor({ state: 'detached' });
  // Nobody loses the box they type in.
  await cy.type(' coats');
  await cy.isSaved();
  expect(await faults(cy.page, 'noted as gone while typing')).toEqual([]);
  await cy.composer.blur();
  await cy.reads(said);
  expect(await sign.count()).toBe(0);
  expect(await cy.page.getByRole('textbox').count()).toBe(0);
  expect(await faults(cy.page, 'noted as gone')).toEqual([]);
  await cy.page.reload();
  await cy.reads(said);
  await cy.page.getByRole('button', { name: 'I’m still here' }).click();
  await change.waitFor();
  expect(await noted.count()).toBe(0);
  expect(await cy.table()).toBe(table);
  await sees(cy.page, 'A shelf for coats');
  await desktop.getByLabel('Find a name').fill('');
  await desk.show('Now');
  await desktop
    .getByText(/^Cy came back at/u)
    .first()
    .waitFor();
  await desk.show('People');
});

test('words an input method still composes are saved as they come, and its box is left alone', async () => {
  await ada.openComposer();
  await ada.composer.focus();
  const keyboard = await ada.device.context.newCDPSession(ada.page);
  const composes = (text: string) =>
    keyboard.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  await composes('Kum');
  await ada.isSaved();
  await sees(bo.page, 'Kum');
  expect(pagesWith(await desk.pack(), 'Kum')).toEqual([page1]);
  const same = bo.page.getByRole('textbox', { name: /^Note \d+$/u }).last();
  await same.press('Home');
  await same.pressSequentially('Some ');
  await composes('Kumqu');
  await sees(bo.page, 'Some Kumqu');
  expect(await ada.composer.inputValue()).toBe('Kumqu');
  await keyboard.send('Input.insertText', { text: 'Kumquat' });
  await sees(ada.page, 'Some Kumquat');
  await sees(bo.page, 'Some Kumquat');
  await ada.page.getByRole('button', { name: 'Another note' }).click();
});

test('“Saved” stands under no word that the server has not stored', async () => {
  await ada.openComposer();
  await ada.type('Ask twice');
  await ada.isSaved();
  const statuses = await watchStatus(ada.page);
  room.server.freeze();
  await ada.type(', then wait');
  await ada.status.filter({ hasText: 'Kept on this phone, sends by itself' }).waitFor();
  const meanwhile = await statuses();
  const unsaved = meanwhile.filter(({ words }) => words.startsWith('Ask twice,'));
  expect([...new Set(unsaved.map(({ said }) => said))]).toEqual([
    '',
    'Kept on this phone, sends by itself',
  ]);
  room.server.thaw();
  await ada.isSaved();
  expect(pagesWith(await desk.pack(), 'Ask twice, then wait')).toEqual([page1]);
});

test('words that were never sent outlive a reload', async () => {
  bo.device.cable?.pull();
  await bo.type('A chair by the door');
  await bo.status.filter({ hasText: 'Kept on this phone, sends by itself' }).waitFor();
  expect(pagesWith(await desk.pack(), 'A chair by the door')).toEqual([]);
  bo.device.cable?.plug();
  await bo.page.reload();
  await sees(bo.page, 'A chair by the door');
  await sees(ada.page, 'A chair by the door');
  expect(pagesWith(await desk.pack(), 'A chair by the door')).toEqual([page1]);
});

test('the last words before the bell, and those in the minute after it, stay at their table', async () => {
  await bo.openComposer();
  await bo.page.keyboard.insertText('Last word');
  await cy.openComposer();
  await cy.composer.focus();
  await desk.show('Now');
  await desk.press(/^Ring the bell/u);
  // An empty box holds nobody.
  await cy.reads(/^Walk to table/u);
  await bo.page.getByText(/^Finish your sentence/u).waitFor();
  await bo.type(' and its ending');
  await bo.isSaved();
  // What is pressed beneath the box is done, though the box loses the focus by it.
  const pick = { name: 'For the next group: One thing others should hear' };
  await bo.page.getByRole('button', pick).click();
  await bo.page.getByRole('button', { ...pick, pressed: true }).waitFor();
  await bo.page
    .getByText(/^Your note stayed at table|^Finish your sentence/u)
    .first()
    .waitFor();
  expect(pagesWith(await desk.pack(), 'Last word and its ending')).toEqual([page1]);
});

test('a Back gives a table its page again, with what was typed meanwhile still in the box', async () => {
  await desk.press(/^Send everyone to/u);
  await desk.press(/^Start round\s2 now/u);
  await ada.page.getByRole('button', { name: 'Done' }).click();
  await ada.page.getByText(/Round 2$/u).waitFor();
  await bo.type(', and more');
  await bo.isSaved();
  const late = [`${page1} later`];
  expect(pagesWith(await desk.pack(), 'and more')).toEqual(late);
  for (const label of [/^Back to/u, /^Back to/u, /^Undo the bell/u]) await desk.press(label);
  await ada.page.getByText(/Round 1$/u).waitFor();
  await sees(ada.page, 'Last word and its ending, and more');
  await bo.type(' together');
  await bo.isSaved();
  await sees(ada.page, 'Last word and its ending, and more together');
  const pack = await desk.pack();
  expect(pagesWith(pack, 'Last word and its ending, and more together')).toEqual([page1]);
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
