/** Letters twice as large, in low windows: what matters is in sight. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Guest } from './guest.ts';
import { Room } from './room.ts';

/** A phone that lies on its side. */
const LYING = { width: 740, height: 360 };
/** What the browser of a small laptop leaves. */
const LOW = { width: 1280, height: 640 };

let room: Room;
let desk: Desk;
let guest: Guest;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.ofSmall(room, {
    title: 'Tea',
    question: 'What helped?',
    tables: 6,
    rounds: 2,
    minutes: 10,
  });
  await desk.press(/^Open the doors/u);
  const { code } = await desk.links();
  guest = new Guest(await room.device('large letters', 'phone', `/c/${code}`));
  await guest.join('Ada');
  await guest.reads('You are in, Ada.');
  await guest.page.setViewportSize(LYING);
  await guest.page.evaluate(() => {
    document.documentElement.style.fontSize = '32px';
  });
  await desk.fill(12);
});
afterAll(async () => {
  await room.close();
  expect(room.complaints).toEqual([]);
});

/** As far down as the page goes, by wheel as by thumb. */
async function scrollDown(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
  });
  expect(await scrolled(page)).toBeGreaterThan(0);
}

const scrolled = (page: Page) => page.evaluate(() => window.scrollY);

test('each step begins at the top of the page', async () => {
  const { page } = guest;
  await desk.press(/^Begin/u);
  await guest.reads(/^Welcome/u);
  const steps: [press: RegExp, reads: RegExp][] = [
    [/^Seat everyone/u, /^Walk to table/u],
    [/^Start round\s1/u, /What helped/u],
    [/^Ring/u, /^Walk to table/u],
    [/^Send everyone/u, /^Walk to table/u],
  ];
  for (const [press, reads] of steps) {
    await scrollDown(page);
    await desk.press(press);
    await guest.reads(reads);
    await expect.poll(() => scrolled(page), { message: String(press) }).toBe(0);
  }
});

test('the question where one sits begins with its first line', async () => {
  const { page } = guest;
  await page.getByRole('button', { name: 'Change' }).click();
  const question = page.getByRole('dialog');
  await question.waitFor();
  const firstLine = await question.getByRole('heading').boundingBox();
  const frame = await question.boundingBox();
  expect(firstLine?.y).toBeGreaterThan(frame?.y ?? Infinity);
  await page.keyboard.press('Escape');
});

test('whoever writes stays where they write', async () => {
  const { page } = guest;
  await desk.press(/^Start round\s2/u);
  await guest.openComposer();
  await guest.type('The letter came too late');
  expect(await scrolled(page)).toBeGreaterThan(0);
  await desk.press(/^Ring/u);
  await page
    .getByText(/^Finish your sentence/u)
    .first()
    .waitFor();
  expect(await scrolled(page)).toBeGreaterThan(0);
});

test('in a low window the parts of the desk are in sight', async () => {
  const { page } = desk.device;
  await page.setViewportSize(LOW);
  const parts = page.getByRole('navigation', { name: 'Parts of this page' }).getByRole('button');
  const ends = await parts.evaluateAll((all) =>
    all.map((one) => Math.ceil(one.getBoundingClientRect().bottom)),
  );
  expect(Math.max(...ends)).toBeLessThanOrEqual(LOW.height);
});
