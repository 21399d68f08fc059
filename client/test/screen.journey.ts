/**
 * The big screen through the whole morning, on a wide and on an old projector: words at least a
 * sixteenth of its height, nothing cut off, nobody's name.
 */
import { LIMITS, type Step } from '@tablecloth/shared/cafe';
import { sampleCafe, smallCafe } from '@tablecloth/shared/sample';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Desk } from './desk.ts';
import { Room, type Device } from './room.ts';

const SHAPES = [
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
];
const PARTS_OF_HEIGHT = 16;

const { definition, people } = sampleCafe(null);

/** What the screen says when it has come to a step. */
function saysAt(step: Step): string | RegExp {
  switch (step.kind) {
    case 'doors':
      return /(?:people are|person is) here/u;
    case 'welcome':
    case 'feedback':
      return step.title;
    case 'break':
      return new RegExp(`^${step.title} until`, 'u');
    case 'panel':
      return definition.panelQuestion;
    case 'move':
      return 'Find your table';
    case 'round':
      return `Round ${String(step.round)}`;
    case 'grace':
      return 'Finish your sentence';
    case 'home':
      return 'Back to your own table';
  }
}

let room: Room;
let desk: Desk;
let screen: Device;

beforeAll(async () => {
  room = await Room.open();
  desk = await Desk.openSample(room);
  const links = await desk.links();
  screen = await room.device('screen', 'screen', room.here(links.screen));
});
afterAll(() => room.close());

/** Text too small to read from the back of the room, or outside the picture. */
function tooSmallOrCut(parts: number): string[] {
  const { innerHeight, innerWidth } = window;
  const least = innerHeight / parts - 0.5;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults: string[] = [];
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const words = node.textContent?.trim() ?? '';
    const element = node.parentElement;
    if (words === '' || element === null) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width === 0 || getComputedStyle(element).visibility === 'hidden') continue;
    // A drawing's letters scale with it.
    const svg = element.closest('svg');
    const size =
      svg === null
        ? parseFloat(getComputedStyle(element).fontSize)
        : svg.getBoundingClientRect().height;
    if (size < least) faults.push(`“${words}” is ${size.toFixed(0)} px of ${String(innerHeight)}`);
    const outside =
      box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
    if (outside) faults.push(`“${words}” is cut off`);
    // A code that is read out or typed stands in one line.
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    if (/^[A-Z0-9]{6}$/u.test(words) && lines > 1) faults.push(`“${words}” is broken`);
  }
  return faults;
}

async function look(page: Page, where: string, parts = PARTS_OF_HEIGHT): Promise<string[]> {
  const found: string[] = [];
  for (const shape of SHAPES) {
    await page.setViewportSize(shape);
    // What is measured in a frame is drawn by the end of the next.
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(drawn));
        }),
    );
    await page.evaluate(() => document.fonts.ready);
    const faults = await page.evaluate(tooSmallOrCut, parts);
    found.push(...faults.map((fault) => `${where}, ${String(shape.width)} wide: ${fault}`));
  }
  const said = await page.innerText('body');
  const named = people.filter(({ name }) => said.includes(name));
  found.push(...named.map(({ name }) => `${where}: ${name}`));
  return found;
}

test('every step can be read from the back, wide or not, and names nobody', async () => {
  const { page } = screen;
  const found = await look(page, 'before');
  for (const step of definition.programme) {
    await desk.next();
    await page.getByText(saysAt(step)).first().waitFor();
    if (step.kind === 'doors') await desk.fill(97);
    found.push(...(await look(page, JSON.stringify(step))));
  }
  expect(found).toEqual([]);
});

test('without teams nobody is sent to a table of their own', async () => {
  const wishes = { title: 'Tea', tables: 2, rounds: 1, minutes: 10 };
  const { programme } = smallCafe(wishes).definition;
  const home: Step[] = [
    { kind: 'move', minutes: 2, round: 2 },
    { kind: 'home', minutes: 10, round: 2 },
  ];
  const steps = [...programme.slice(0, -1), ...home, ...programme.slice(-1)];
  const own = await Desk.ofSmall(room, wishes, (founding) => ({
    ...founding,
    definition: { ...founding.definition, programme: steps },
  }));
  const { screen: link } = await own.links();
  const { page } = await room.device('screen without teams', 'screen', room.here(link));
  for (const step of programme.slice(0, -1)) {
    await own.next();
    await page.getByText(saysAt(step)).first().waitFor();
  }
  await page.getByText('Then sit where you like').waitFor();
  const found = await look(page, 'the bell');
  for (const { kind } of home) {
    await own.next();
    await page.getByRole('heading', { name: 'Sit where you like' }).waitFor();
    if (kind === 'home')
      await page
        .getByText(/^Ends|^ends|until/u)
        .first()
        .waitFor();
    expect(
      await page.getByText(/your own table|names your next table|On your phone/u).count(),
    ).toBe(0);
    found.push(...(await look(page, kind)));
  }
  expect(found).toEqual([]);
});

test.each([
  { chars: 240, parts: PARTS_OF_HEIGHT },
  { chars: LIMITS.questionCharsMax, parts: 23 },
])('a question of $chars characters is not cut off', async ({ chars, parts }) => {
  const question = 'What would make the first visit easier for you? '.repeat(9).slice(0, chars);
  const wishes = { title: 'Long', tables: 2, rounds: 2, minutes: 10 };
  const own = await Desk.ofSmall(room, wishes, (founding) => ({
    ...founding,
    definition: { ...founding.definition, question },
  }));
  const { screen: link } = await own.links();
  const { page } = await room.device('long screen', 'screen', room.here(link));
  const { programme } = smallCafe(wishes).definition;
  const first = programme.findIndex(({ kind }) => kind === 'round');
  for (const step of programme.slice(0, first + 1)) {
    await own.next();
    await page.getByText(saysAt(step)).first().waitFor();
  }
  expect(await look(page, 'a long question', parts)).toEqual([]);
});
