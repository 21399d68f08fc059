/** Every view for everybody: axe's rules, targets for thumbs, narrow windows, the keyboard alone. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './accessible.ts';
import { Desk } from './desk.ts';
import { Guest, sees } from './guest.ts';
import { press, tabTo } from './keys.ts';
import { Room, SIZES, type Device } from './room.ts';

const TEAM = 'Doorway Homeless Health';

let room: Room;
let desk: Desk;
let screen: Device;
let host: Guest;
let visitor: Guest;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.openSample(room);
  const { screen: link } = await desk.links();
  screen = await room.device('screen', 'screen', room.here(link));
});
afterAll(() => room.close());

async function bothWidths(page: Page, where: string): Promise<string[]> {
  const wide = await faults(page, `${where}, wide`);
  await page.setViewportSize(SIZES.phone);
  const narrow = await faults(page, `${where}, narrow`);
  await page.setViewportSize(SIZES.laptop);
  return [...wide, ...narrow];
}

test('what is wrong with a page is found', async () => {
  const { page } = await room.device('wrong', 'phone', '');
  await page.setContent(
    '<button style="width: 20px"></button><p style="width: 999px">Wide</p><p>A <a href="#">link</a></p>',
  );
  const found = await faults(page, 'wrong');
  expect(found).toContainEqual(expect.stringMatching(/^wrong: button-name/u));
  expect(found).toContainEqual(expect.stringMatching(/^wrong: BUTTON “” 20 ×/u));
  expect(found).toContainEqual(expect.stringMatching(/px wider than the window$/u));
});

test('the first pages', async () => {
  const phone = await room.device('first page', 'phone', '/');
  const start = await room.device('start', 'laptop', '/facilitate');
  await start.page.getByRole('heading', { name: 'Run a café' }).waitFor();
  expect([
    ...(await faults(phone.page, 'home')),
    ...(await bothWidths(start.page, 'start')),
    ...(await faults(screen.page, 'screen before')),
  ]).toEqual([]);
});

test('joining', async () => {
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  const [first, second] = await Promise.all(
    ['host', 'visitor'].map(async (name) => {
      const guest = new Guest(await room.device(name, 'phone', `/c/${code}`));
      await guest.page.getByRole('button', { name: 'Join', exact: true }).waitFor();
      return guest;
    }),
  );
  if (first === undefined || second === undefined) throw new Error('nobody came');
  [host, visitor] = [first, second];
  const found = await faults(host.page, 'join');
  await host.join('Sam', TEAM);
  await host.page.getByText('Sam A. is on the list.').waitFor();
  found.push(...(await faults(host.page, 'on the list')));
  await host.page.getByRole('button', { name: 'That’s me' }).click();
  await host.reads('You are in, Sam Ali.');
  await visitor.join('Sam Ali', TEAM);
  await visitor.page.getByText('Sam Ali is already here.').waitFor();
  found.push(...(await faults(visitor.page, 'same name')));
  await visitor.page.getByLabel('Your first name').fill('Zoë Lindqvist');
  await visitor.join('Zoë Lindqvist', 'Riverside Early Psychosis');
  await visitor.reads('You are in, Zoë Lindqvist.');
  found.push(...(await faults(visitor.page, 'doors')));
  found.push(...(await faults(screen.page, 'screen with the code')));
  expect(found).toEqual([]);
});

test('the code on a table’s card fills in the team that hosts there', async () => {
  const { join } = await desk.links();
  const { hash } = new URL(join);
  const scanned = new Guest(await room.device('scanned', 'phone', `/t/7${hash}`));
  const own = scanned.page.getByRole('radio', { name: TEAM });
  await own.waitFor();
  expect(await own.isChecked()).toBe(true);
  // The others are a tap away, and not a long list between the name and the button.
  expect(await scanned.page.getByRole('radio').count()).toBe(1);
  await scanned.page.getByRole('button', { name: 'Another team' }).click();
  await scanned.page.getByRole('radio', { name: 'I am not in a team' }).waitFor();
  expect(await own.evaluate((radio) => document.activeElement === radio)).toBe(true);
  await scanned.join('Ines');
  await scanned.reads('You are in, Ines.');
});

describe('with the keyboard alone', () => {
  let hand: Guest;

  test('a visitor joins', async () => {
    const { code } = await desk.links();
    hand = new Guest(await room.device('keyboard', 'laptop', '/'));
    const { page } = hand;
    await tabTo(page, /^Café code/u);
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Join', exact: true }).waitFor();
    await tabTo(page, /^Your first name/u);
    await page.keyboard.type('Priya');
    await tabTo(page, /^Find your team/u);
    await page.keyboard.type('memory');
    await tabTo(page, /^Ashdown Memory Clinic/u);
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await hand.reads('You are in, Priya.');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe('You are in, Priya.');
  });

  test('changes tables', async () => {
    await desk.fill(60);
    await desk.press(/^Begin Welcome/u);
    await desk.press(/^Seat everyone/u);
    await hand.reads(/^Walk to table|^Stay/u);
    const table = (await hand.table()) === 9 ? 10 : 9;
    await tabTo(hand.page, /^Change$/u);
    await hand.page.keyboard.press('Enter');
    await tabTo(hand.page, new RegExp(`^I sit at table ${String(table)}:`, 'u'));
    await hand.page.keyboard.press('Enter');
    await hand.reads(`Your table is ${String(table)}.`);
    await hand.page.getByText(`Not at table ${String(table)}?`).waitFor();
  });

  test('adds a note', async () => {
    await desk.press(/^Start round\s1/u);
    await hand.page.getByRole('button', { name: 'Add a note' }).waitFor();
    await tabTo(hand.page, /^Add a note$/u);
    await hand.page.keyboard.press('Enter');
    await hand.composer.waitFor();
    await hand.page.keyboard.type('By hand only');
    await hand.isSaved();
    expect(await hand.composer.inputValue()).toBe('By hand only');
  });

  test('and goes on from where a press led', async () => {
    const { page } = hand;
    const focused = () => page.evaluate(() => document.activeElement?.textContent.trim());
    await press(page, /^Done$/u);
    await expect.poll(focused).toBe('Add a note');
    await tabTo(page, /^Remove: /u);
    await page.keyboard.press('Enter');
    await expect.poll(focused).toBe('Undo');
    await page.keyboard.press('Enter');
    await sees(page, 'By hand only');
  });
});

test('a round: visiting, hosting, and the screen', async () => {
  await host.page.getByText('You’re hosting').waitFor();
  const found = await faults(visitor.page, 'visiting');
  await visitor.openComposer();
  await visitor.type('A door that is always open');
  await visitor.isSaved();
  found.push(...(await faults(visitor.page, 'writing')));
  found.push(...(await faults(host.page, 'hosting')));
  await visitor.page.getByRole('button', { name: 'Change' }).click();
  await visitor.page.getByRole('dialog').waitFor();
  found.push(...(await faults(visitor.page, 'change')));
  await visitor.page.keyboard.press('Escape');
  found.push(...(await faults(screen.page, 'screen in a round')));
  expect(found).toEqual([]);
});

test.each(['Now', 'People', 'Tables', 'Notes', 'Links'] as const)(
  'the facilitator’s page in a round: %s',
  async (section) => {
    await desk.show(section);
    expect(await bothWidths(desk.device.page, section)).toEqual([]);
  },
);

test('the dialogs that change minutes and close a table', async () => {
  const { page } = desk.device;
  const found: string[] = [];
  for (const [section, name] of [
    ['Now', /for Coffee\. Change it$/u],
    ['Tables', /^Close table 9/u],
  ] as const) {
    await desk.show(section);
    await page.getByRole('button', { name }).click();
    await page.getByRole('dialog').waitFor();
    found.push(...(await bothWidths(page, `dialog under ${section}`)));
    await page.keyboard.press('Escape');
  }
  expect(found).toEqual([]);
});

test('the keyboard comes to the next press before the parts of the facilitator’s page', async () => {
  const { page } = desk.device;
  await page.getByRole('heading', { level: 1 }).click();
  await tabTo(page, /^Ring the bell now/u);
  await tabTo(page, /^Now$/u);
});

test('a move, on phone and screen', async () => {
  await desk.show('Now');
  await desk.press(/^Ring the bell/u);
  await desk.press(/^Send everyone/u);
  await visitor.reads(/^Walk to table|^Stay/u);
  expect([
    ...(await faults(visitor.page, 'move')),
    ...(await faults(screen.page, 'screen in a move')),
  ]).toEqual([]);
});

test('a pause is the one heading there is, with the table beneath and no word of hurry', async () => {
  const look = async () => {
    await visitor.reads('Paused. Please listen to the room.');
    await screen.page.getByRole('heading', { level: 1, name: 'Paused' }).waitFor();
    await visitor.page
      .getByText(/^(?:Next: table|Your table is) \d+\.?$|^Stay: you host$/u)
      .waitFor();
    expect(await visitor.page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await visitor.table()).toBeGreaterThan(0);
    for (const { page } of [visitor, screen]) {
      expect(await page.innerText('body')).not.toMatch(/Finish your|Walk to|Find your/u);
    }
    expect([
      ...(await faults(visitor.page, 'a pause')),
      ...(await faults(screen.page, 'screen in a pause')),
    ]).toEqual([]);
  };
  await desk.press(/^Pause$/u);
  await look();
  await desk.press(/^Back to the bell, still paused/u);
  await look();
  await desk.press(/^Undo the bell, still paused/u);
  await visitor.page.getByText(/^Your table is \d+\.$/u).waitFor();
  await look();
});

test('nothing complained', () => {
  expect(room.complaints).toEqual([]);
});
